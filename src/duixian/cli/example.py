"""The example's own file: its people, what they left out, and the year of progress they posted."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from rich.progress import Progress

from duixian.cli.founding import Person, acting_as
from duixian.cli.taking_in import now_on
from duixian.ledgers.models import Posting
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.read import newest_posting
from duixian.ledgers.progress.series import Series
from duixian.registers.lookup import find_place
from duixian.registers.models import Commitment, Decision, Document, Place, Role, Target
from duixian.workflow.acting import Acting
from duixian.workflow.actions.accept_target import accept_target
from duixian.workflow.actions.add_source import add_source
from duixian.workflow.actions.adopt_document import adopt_document
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.decide_proposal import decide_proposal
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.release_commitments import release_commitments


@dataclass(frozen=True, slots=True)
class Example:
    """The file's content. ``folder`` is where its documents lie."""

    folder: Path
    shown_day: dt.date
    places: str
    people: tuple[Person, ...]
    documents: tuple[dict[str, Any], ...]
    targets: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One posting to make, on the day it was made."""

    posted: dt.date
    target: Target
    by: str
    day: dt.date
    value: Decimal
    place: Place | None
    words: str
    corrects: Decimal | None


def read_example(folder: Path) -> Example:
    """The example that lies in ``folder``. Errors: OSError, yaml.YAMLError or KeyError for a file that is not one."""
    held = yaml.safe_load((folder / "progress.yaml").read_text(encoding="utf-8"))
    people = (Person(one["username"], one["name"], Role(one["role"]), one.get("body")) for one in held["people"])
    return Example(
        folder=folder,
        shown_day=held["shown_day"],
        places=held["places"],
        people=tuple(people),
        documents=tuple(held["documents"]),
        targets=tuple(held["targets"]),
    )


def play(example: Example, *, progress: Progress) -> None:
    """Does the whole year through the actions a person would use, in the order of the days."""
    task = progress.add_task("读取和采纳示例文件", total=len(example.documents))
    for entry in example.documents:
        _take_in(example, entry)
        progress.advance(task)
    steps = sorted(_steps(example.targets), key=lambda step: step.posted)
    task = progress.add_task("填报一年的示例进度", total=len(steps))
    for step in steps:
        _post(step)
        progress.advance(task)
    for entry in example.targets:
        if "accepted" in entry:
            accepting = _supervisor(example, entry["accepted"]["day"])
            accept_target(accepting, _target(entry), note=entry["accepted"]["note"])


def _take_in(example: Example, entry: dict[str, Any]) -> None:
    day = entry.get("adopted_on", example.shown_day)
    acting = _supervisor(example, day)
    path = example.folder / entry["file"]
    source = add_source(acting, path.read_bytes(), name=path.name).source
    if "adopted_on" not in entry:
        return
    for document in Document.objects.filter(source=source):
        _leave_out(acting, document, entry.get("left_out", ()))
        adopt_document(acting, document)
        if entry.get("released"):
            release_commitments(acting, Commitment.objects.filter(document=document))


def _supervisor(example: Example, day: dt.date) -> Acting:
    username = next(person.username for person in example.people if person.role == Role.SUPERVISION)
    return acting_as(username, now=now_on(day), today=day)


def _leave_out(acting: Acting, document: Document, entries: Sequence[dict[str, Any]]) -> None:
    """Leaves out what the example says, unless the proposal starts as left out already."""
    for entry in entries:
        wanted = Decimal(entry["value"])
        for proposal in document.proposals.filter(kind="target", clause=entry["clause"]):
            same = Decimal(proposal.read["value"]) == wanted and proposal.read["unit"] == entry["unit"]
            if same and proposal.decision == Decision.PENDING:
                decide_proposal(acting, proposal, decision=Decision.LEFT_OUT, reason=entry["reason"])


def _steps(targets: Sequence[dict[str, Any]]) -> Iterator[_Step]:
    for entry in targets:
        target = _target(entry)
        for posting in entry.get("postings", ()):
            yield from _steps_of(posting, target, entry["by"])


def _target(entry: dict[str, Any]) -> Target:
    """Errors: LookupError where the reading does not hold the target any more."""
    value, unit = Decimal(entry["value"]), entry["unit"]
    found = Target.objects.filter(proposal__clause=entry["clause"], value=value, unit=unit)
    # The object's wording is told apart by only where one clause promises the same number twice.
    target = found.filter(object=entry["object"]).first() or (found.get() if found.count() == 1 else None)
    if target is None:
        raise LookupError(f"示例的指标没有读出来：{entry['clause']} {entry['object']} {entry['value']}{entry['unit']}")
    return target


def _steps_of(posting: dict[str, Any], target: Target, by: str) -> Iterator[_Step]:
    shares = posting.get("shares") or {posting.get("place"): posting["value"]}
    corrects = posting.get("corrects")
    for name, value in shares.items():
        yield _Step(
            posted=posting.get("posted", posting["day"]),
            target=target,
            by=by,
            day=posting["day"],
            value=Decimal(value),
            place=find_place(name),
            words=posting.get("reason") or posting.get("note") or "",
            corrects=None if corrects is None else Decimal(corrects),
        )


def _post(step: _Step) -> None:
    acting = acting_as(step.by, now=now_on(step.posted), today=step.posted)
    series = Series.of(step.place)
    if step.corrects is None:
        newest = newest_posting(step.target, series)
        seen = newest.pk if newest else None
        figure = Figure(day=step.day, value=step.value, note=step.words, seen=seen)
        post_progress(acting, step.target, figure, series=series)
        return
    wrong = Posting.objects.get(
        target=step.target, place=step.place, day=step.day, value=step.corrects, corrected_by=None
    )
    correct_progress(acting, wrong, value=step.value, reason=step.words)
