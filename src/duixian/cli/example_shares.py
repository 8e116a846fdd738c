"""The example's shares that were decided by hand: to bodies, topped up by a county, and down to townships."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from duixian.cli.founding import acting_as
from duixian.cli.taking_in import now_on
from duixian.registers.lookup import body_named
from duixian.registers.models import Account, Role, Target
from duixian.workflow.actions.share_further import Part, share_further
from duixian.workflow.actions.share_out import share_out
from duixian.workflow.sharing import Given


def play_shares(file: Path) -> None:
    """All sets and parts of the file, on its day.

    Errors: OSError, yaml.YAMLError or KeyError for a file that is not one; DoesNotExist where the reading no longer
    gives a target that it speaks of.
    """
    held = yaml.safe_load(file.read_text(encoding="utf-8"))
    for entry in held["shares"]:
        _share_out(entry, held["day"])
    for entry in held["parts"]:
        _share_further(entry, held["day"])


def _share_out(entry: Mapping[str, Any], day: dt.date) -> None:
    """What places have stays; ``more`` is put on it, and ``bodies`` are given theirs."""
    target, more = _target(entry), entry.get("more", {})
    given = [
        Given(owner=one.owner, value=one.value, topped_up=Decimal(more.get(str(one.owner), one.topped_up)))
        for one in target.allocations.select_related("place", "body")
    ]
    given += [Given(owner=body_named(name), value=Decimal(value)) for name, value in entry.get("bodies", {}).items()]
    supervisor = Account.objects.filter(role=Role.SUPERVISION).order_by("pk")[0]
    acting = acting_as(supervisor.username, now=now_on(day), today=day)
    share_out(acting, target, given, reason=entry.get("reason", ""))


def _share_further(entry: Mapping[str, Any], day: dt.date) -> None:
    share = _target(entry).allocations.get(place__name=entry["place"])
    parts = [Part(name, Decimal(value)) for name, value in entry["parts"].items()]
    share_further(acting_as(entry["by"], now=now_on(day), today=day), share, parts)


def _target(entry: Mapping[str, Any]) -> Target:
    return Target.objects.get(proposal__clause=entry["clause"], object=entry["object"])
