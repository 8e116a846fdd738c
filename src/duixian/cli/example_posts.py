"""The example's coordination body, names, liaisons and changes of holder, through the actions a person would use."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from duixian.cli.founding import acting_as
from duixian.cli.taking_in import now_on
from duixian.registers.lookup import body_named
from duixian.registers.models import BodyName, Post
from duixian.workflow.acting import Acting
from duixian.workflow.actions.add_source import add_source
from duixian.workflow.actions.change_holder import Change, change_holder
from duixian.workflow.actions.decide_alias import decide_alias
from duixian.workflow.actions.enter_coordination import enter_coordination
from duixian.workflow.actions.name_liaison import NewLiaison, name_liaison


def play_posts(file: Path) -> None:
    """Everything in the file, in its order, after the plan was adopted and reported.

    Errors: OSError, yaml.YAMLError or KeyError for a file that is not one; DoesNotExist where the documents no longer
    give the posts and names that it speaks of.
    """
    held = yaml.safe_load(file.read_text(encoding="utf-8"))
    by = held["by"]
    for entry in held["rosters"]:
        _take_in(_on(by, entry["entered"]), file.parent / entry["file"])
    for entry in held["names"]:
        name = BodyName.objects.get(name=entry["name"], body__name=entry["body"])
        decide_alias(_on(by, entry["decided"]), name, same=True)
    for entry in held["liaisons"]:
        told = {key: entry[key] for key in ("name", "duties", "begins", "telephone")}
        name_liaison(_on(by, entry["begins"]), body_named(entry["body"]), NewLiaison(**told))
    for entry in held["changes"]:
        _change(_on(by, entry["day"]), entry)


def _take_in(acting: Acting, path: Path) -> None:
    source = add_source(acting, path.read_bytes(), name=path.name).source
    for document in source.documents.all():
        enter_coordination(acting, document)


def _change(acting: Acting, entry: Mapping[str, Any]) -> None:
    post = Post.objects.get(body__name=entry["body"], title=entry["post"])
    outgoing = post.holders.get(name=entry["outgoing"])
    told = {key: entry[key] for key in ("day", "incoming", "basis")}
    change_holder(acting, post, Change(outgoing=outgoing, **told))


def _on(username: str, day: dt.date) -> Acting:
    return acting_as(username, now=now_on(day), today=day)
