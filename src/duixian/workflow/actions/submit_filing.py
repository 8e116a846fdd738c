"""Hands in a month's report: each figure becomes a row of the progress ledger, all of them or none."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.ledgers.filings.due import due_of
from duixian.ledgers.filings.models import FilingFigure, FilingMove, FilingStep
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.owed import Line
from duixian.ledgers.filings.post import Hand, check_turn, post_figures, post_filing, post_opening, post_step
from duixian.ledgers.models import Posting
from duixian.ledgers.progress.post import Figure, correct_posting, post_figure
from duixian.ledgers.progress.read import counting
from duixian.registers.models import Site
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.figures import check_value
from duixian.workflow.owing import not_owed, owed_lines
from duixian.workflow.prefilling import Prefill, prefills


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a form says of one figure.

    Shape: ``key`` names the line it is for; ``value`` is None where there is none to give, and ``note`` then says why;
    ``seen`` is the row that its writer had before them (``prefilling.seen_postings``).
    """

    key: str
    value: Decimal | None
    note: str = ""
    seen: int | None = None


class FiguresRefused(Refused):
    """Some figures cannot be so; ``problems`` says which, by the keys of their lines."""

    def __init__(self, problems: Mapping[str, Refused]) -> None:
        self.problems = problems
        template = gettext_noop(
            "有 {count} 项要改，原因写在各项旁边。整张表都没有提交，您填的都还在；改好后再提交一次。"
        )
        super().__init__("figures-refused", template, count=len(problems))


def submit_filing(
    acting: Acting,
    month: Month,
    entries: Sequence[Entry],
    *,
    turns: Mapping[int, int],
    opened_at: dt.datetime | None = None,
) -> list[FilingStep]:
    """One step a leading body in ``turns``, the figures written with them.

    Shape: ``turns`` is, by the leading body's id, ``read.turn_of`` its report when the form was made.
    Time: ``opened_at`` is when the form was opened, where that is known; only the burden meter uses it.
    Errors: FiguresRefused with every figure that cannot be; Refused for figures that are not owed, and where a report
    has moved on since its turn. Nothing is written then.
    """
    with performing("submit_filing", acting) as log:
        lines = [line for line in owed_lines(acting, month) if line.lead in turns]
        if not lines or {line.lead for line in lines} != turns.keys() or not _match(lines, entries):
            raise not_owed(month)
        steps = {lead: _submitted(acting, month, lines[0].body, lead, turns[lead], opened_at) for lead in sorted(turns)}
        post_figures(_figures(acting, month, lines, {entry.key: entry for entry in entries}, steps))
        for lead, step in steps.items():
            log.record(step.filing, month=str(month), figures=sum(line.lead == lead for line in lines))
        return list(steps.values())


def _match(lines: Sequence[Line], entries: Sequence[Entry]) -> bool:
    """Whether each figure is said once, and nothing else."""
    return sorted(line.key for line in lines) == sorted(entry.key for entry in entries)


def _submitted(
    acting: Acting, month: Month, body: int, lead: int, turn: int, opened_at: dt.datetime | None
) -> FilingStep:
    filing = post_filing(month, body=body, lead=lead, due=due_of(month, site=Site.current()))
    check_turn(filing, turn)
    if opened_at is not None and opened_at <= acting.now:
        post_opening(filing, Hand(by=acting.account, day=acting.today, at=opened_at))
    hand = Hand(by=acting.account, day=acting.today, at=acting.now)
    return post_step(filing, FilingMove.SUBMIT, hand, turn=turn)


def _figures(
    acting: Acting,
    month: Month,
    lines: Iterable[Line],
    entries: Mapping[str, Entry],
    steps: Mapping[int, FilingStep],
) -> list[FilingFigure]:
    """The rows, each figure posted. Errors: FiguresRefused, after every figure was tried."""
    found, problems = [], dict[str, Refused]()
    known = prefills(list(lines), month=month)
    for line in lines:
        try:
            figure = _figure(acting, month, line, entries[line.key], step=steps[line.lead], known=known.get(line.key))
            found.append(figure)
        except Refused as refused:
            problems[line.key] = refused
    if problems:
        raise FiguresRefused(problems)
    return found


def _figure(
    acting: Acting, month: Month, line: Line, entry: Entry, *, step: FilingStep, known: Prefill | None
) -> FilingFigure:
    return FilingFigure(
        step=step,
        target=line.target,
        place_id=line.series.place,
        for_body_id=line.series.body,
        value=entry.value,
        note=entry.note.strip(),
        prefilled=known.source if known is not None and known.value == entry.value else "",
        posting=_posting(acting, month, line, entry, step=step),
    )


def _posting(acting: Acting, month: Month, line: Line, entry: Entry, *, step: FilingStep) -> Posting | None:
    """The row of the progress ledger: new, there already, or put in the place of one that was wrong."""
    own = counting().filter(target=line.target, place=line.series.place, for_body=line.series.body, counter="")
    there = own.filter(day=month.last).select_related("posted_by", "target").first()
    if entry.value is None:
        _check_missing(entry, there)
        return None
    check_value(line.target, entry.value)
    if there is None:
        return _posted(acting, month, line, entry, value=entry.value, step=step)
    _check_seen(entry, there)
    if there.value == entry.value:
        return there
    who = acting.account
    return correct_posting(
        there, value=entry.value, reason=entry.note, body=who.body, by=who, at=acting.now, filing=step.filing
    )


def _posted(acting: Acting, month: Month, line: Line, entry: Entry, *, value: Decimal, step: FilingStep) -> Posting:
    figure = Figure(day=month.last, value=value, note=entry.note, seen=entry.seen)
    who = acting.account
    return post_figure(
        line.target, figure, series=line.series, body=who.body, by=who, at=acting.now, filing=step.filing
    )


def _check_missing(entry: Entry, there: Posting | None) -> None:
    if there is not None:
        raise Refused(
            "figure-there-already",
            gettext_noop("{day} 已经有数 {value}，不能报“没有数”。数不对的，请改成对的数并写明原因。"),
            day=there.day,
            value=there.value,
        )
    if not entry.note.strip():
        raise Refused(
            "figure-missing-without-reason", gettext_noop("没有数的，请在“说明”里写为什么没有。没有进展就填上次的数。")
        )


def _check_seen(entry: Entry, there: Posting) -> None:
    if entry.seen != there.pk:
        raise Refused(
            "posted-meanwhile",
            gettext_noop(
                "在您填写期间，{who}已填报 {day} 的数 {value}。您的数没有写入；请看过最新的数，需要时再提交一次。"
            ),
            who=there.posted_by.full_name,
            day=there.day,
            value=there.value,
        )
