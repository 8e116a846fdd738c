"""Plays the example's reports: two months filled in, reviewed, returned, late and waiting, through the actions."""

import datetime as dt
import secrets
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from rich.progress import Progress

from duixian.cli.founding import Person, SignIn, acting_as
from duixian.cli.taking_in import now_on
from duixian.ledgers.filings.models import Filing, FilingStage
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.owed import Line
from duixian.ledgers.filings.read import turn_of
from duixian.registers.lookup import body_named
from duixian.registers.models import Account, Role, Target
from duixian.workflow.acting import Acting
from duixian.workflow.actions.accept_filing import accept_filing
from duixian.workflow.actions.accept_target import accept_target
from duixian.workflow.actions.complain import complain
from duixian.workflow.actions.create_account import NewAccount, create_account
from duixian.workflow.actions.pass_filing import pass_filing
from duixian.workflow.actions.return_filing import return_filing
from duixian.workflow.actions.set_ceilings import set_ceilings
from duixian.workflow.actions.submit_filing import Entry, submit_filing
from duixian.workflow.owing import owed_lines
from duixian.workflow.prefilling import POSTED, prefills, seen_postings

_FILLED_IN_MINUTES = dt.timedelta(minutes=4)
_NOTHING_NEW = "本月没有新的统计"


def read_filings(folder: Path) -> dict[str, Any]:
    """The file's content. Errors: OSError or yaml.YAMLError."""
    held: dict[str, Any] = yaml.safe_load((folder / "filings.yaml").read_text(encoding="utf-8"))
    return held


def join(held: Mapping[str, Any]) -> tuple[SignIn, ...]:
    """The accounts of those who report from a later day on."""
    made = []
    for one in held["people"]:
        person = Person(one["username"], one["name"], Role(one["role"]), one["body"])
        sign_in = SignIn(person, secrets.token_urlsafe(9))
        new = NewAccount(
            username=person.username,
            full_name=person.full_name,
            role=person.role,
            password=sign_in.password,
            body=body_named(one["body"]),
        )
        create_account(_acting(Role.ADMINISTRATOR, one["since"]), new)
        made.append(sign_in)
    return tuple(made)


def play_filings(held: Mapping[str, Any], *, progress: Progress) -> None:
    """Everything in the file, in its order. Errors: KeyError for a file that is not one."""
    ceilings = held["ceilings"]
    administrator = _acting(Role.ADMINISTRATOR, held["from"])
    set_ceilings(administrator, most_fields=ceilings["fields"], most_minutes=ceilings["minutes"])
    task = progress.add_task("填报和审核两个月", total=len(held["months"]))
    for entry in held["months"]:
        _play_month(entry)
        progress.advance(task)
    said = held["complaint"]
    complain(_on(said["by"], said["day"]), text=said["text"])
    for entry in held["accepted_targets"]:
        target = Target.objects.get(proposal__clause=entry["clause"], object=entry["object"])
        accept_target(_acting(Role.SUPERVISION, entry["day"]), target, note=entry["note"])


def _play_month(entry: Mapping[str, Any]) -> None:
    month = Month.read(entry["month"])
    late: Mapping[str, dt.date] = entry.get("late", {})
    left = {*entry.get("missing", ()), *late}
    reporters = Account.objects.filter(role=Role.REPORTER).order_by("pk").values_list("username", flat=True)
    for username in reporters:
        if username not in left:
            _submit(username, month, day=entry["submitted"])
    _review(month, entry, waiting=entry.get("waiting", ()), returned=entry.get("returned", ()))
    for username, day in late.items():
        _submit(username, month, day=day)
    if late:
        _pass(month, day=entry["accepted_late"], waiting=())
        _accept(month, day=entry["accepted_late"], waiting=())


def _review(
    month: Month, entry: Mapping[str, Any], *, waiting: Collection[str], returned: Iterable[Mapping[str, Any]]
) -> None:
    _pass(month, day=entry["passed"], waiting=waiting)
    for one in returned:
        for filing in _filings(month, FilingStage.PASSED).filter(body__accounts__username=one["by"]):
            acting = _acting(Role.SUPERVISION, one["day"])
            return_filing(acting, filing, reason=one["reason"], turn=turn_of(filing))
        if "again" in one:
            _submit(one["by"], month, day=one["again"])
    _accept(month, day=entry["accepted"], waiting=waiting)


def _pass(month: Month, *, day: dt.date, waiting: Collection[str]) -> None:
    for filing in _filings(month, FilingStage.SUBMITTED).exclude(body__accounts__username__in=waiting):
        reporter = filing.lead.accounts.filter(role=Role.REPORTER)[0]
        pass_filing(_on(reporter.username, day), filing, turn=turn_of(filing))


def _accept(month: Month, *, day: dt.date, waiting: Collection[str]) -> None:
    for filing in _filings(month, FilingStage.PASSED).exclude(body__accounts__username__in=waiting):
        accept_filing(_acting(Role.SUPERVISION, day), filing, turn=turn_of(filing))


def _filings(month: Month, stage: FilingStage) -> Any:
    return Filing.objects.filter(year=month.year, month=month.month, state__stage=stage).order_by("pk")


def _submit(username: str, month: Month, *, day: dt.date) -> None:
    """Hands in what is known, as a person would who finds nothing to type."""
    acting = _on(username, day)
    lines = owed_lines(acting, month)
    if not lines:
        return
    kept = Filing.objects.filter(year=month.year, month=month.month, body=lines[0].body)
    turns = {filing.lead_id: turn_of(filing) for filing in kept}
    submit_filing(
        acting,
        month,
        _entries(lines, month),
        turns={line.lead: turns.get(line.lead, 0) for line in lines},
        opened_at=acting.now - _FILLED_IN_MINUTES,
    )


def _entries(lines: Iterable[Line], month: Month) -> list[Entry]:
    """The year's figures stand in progress.yaml already; what has none for the month's end says so."""
    owed = list(lines)
    known, seen = prefills(owed, month=month), seen_postings(owed, month=month)
    posted = {key: found for key, found in known.items() if found.source == POSTED}
    return [
        Entry(
            key=line.key,
            value=posted[line.key].value if line.key in posted else None,
            note="" if line.key in posted else _NOTHING_NEW,
            seen=seen.get(line.key),
        )
        for line in owed
    ]


def _acting(role: Role, day: dt.date) -> Acting:
    return _on(Account.objects.filter(role=role).order_by("pk").values_list("username", flat=True)[0], day)


def _on(username: str, day: dt.date) -> Acting:
    return acting_as(username, now=now_on(day), today=day)
