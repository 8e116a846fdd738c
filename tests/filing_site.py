"""Reports of the small site: who owes what for July 2026, and how a report is filled in and moved on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from tests.small_site import COUNTY, LEAD, NOW, OTHER, People

from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.read import turn_of
from duixian.ledgers.models import Filing, FilingStep
from duixian.workflow.acting import Acting
from duixian.workflow.actions.accept_filing import accept_filing
from duixian.workflow.actions.pass_filing import pass_filing
from duixian.workflow.actions.return_filing import return_filing
from duixian.workflow.actions.submit_filing import Entry, submit_filing
from duixian.workflow.owing import owed_lines
from duixian.workflow.prefilling import prefills, seen_postings

JULY = Month(2026, 7)
OPENS = dt.date(2026, 8, 1)
# Five working days after 31 July 2026: 3 to 7 August.
DUE = dt.date(2026, 8, 7)
FILLED = dt.date(2026, 8, 3)
DAY = dt.timedelta(days=1)


def on(people: People, name: str, day: dt.date = FILLED) -> Acting:
    return Acting(getattr(people, name), NOW + (day - dt.date(2026, 7, 1)), day)


def moved(acting: Acting, day: dt.date) -> Acting:
    return replace(acting, today=day)


def entries(acting: Acting, month: Month = JULY, **values: str | None) -> list[Entry]:
    """What a form would send: the given values by the target's object, else what is pre-filled, else 1.

    A value None is a missing figure with a note; ``note`` is written beside every figure.
    """
    note = values.pop("note", "") or ""
    lines = owed_lines(acting, month)
    known, seen = prefills(lines, month=month), seen_postings(lines, month=month)
    return [_entry(line, values, known=known, seen=seen, note=note) for line in lines]


def _entry(line, values: Mapping[str, str | None], *, known, seen, note: str) -> Entry:
    given = values.get(line.target.object, "known")
    if given is None:
        return Entry(key=line.key, value=None, note=note or "还没有统计", seen=seen.get(line.key))
    told = known[line.key].value if line.key in known else Decimal(1)
    value = told if given == "known" else Decimal(given)
    return Entry(key=line.key, value=value, note=note, seen=seen.get(line.key))


def turns(acting: Acting, month: Month = JULY) -> dict[int, int]:
    """What a form opened now would have seen of each report."""
    found = {}
    for line in owed_lines(acting, month):
        kept = Filing.objects.filter(year=month.year, month=month.month, body=line.body, lead=line.lead).first()
        found[line.lead] = turn_of(kept) if kept else 0
    return found


def submitted(
    people: People, name: str = "reporter", *, month: Month = JULY, day: dt.date = FILLED, **values
) -> Filing:
    """Handed in by ``name``; the one report it made, for bodies that report to one lead."""
    acting = on(people, name, day)
    [step] = submit(acting, month, **values)
    return step.filing


def submit(acting: Acting, month: Month = JULY, **values: str | None) -> list[FilingStep]:
    return submit_filing(acting, month, entries(acting, month, **values), turns=turns(acting, month))


def passed(people: People, name: str = "reporter") -> Filing:
    """Where the supervision office has the word: a lead's own report, or a county's that its lead passed."""
    filing = submitted(people, name)
    if filing.body_id != filing.lead_id:
        pass_filing(on(people, "reporter"), filing, turn=turn_of(filing))
    return filing


def returned(people: People, name: str = "reporter", *, reason: str = "与台账不符") -> Filing:
    filing = passed(people, name)
    return_filing(on(people, "supervision"), filing, reason=reason, turn=turn_of(filing))
    return filing


def accepted(people: People, name: str = "reporter") -> Filing:
    filing = passed(people, name)
    accept_filing(on(people, "supervision"), filing, turn=turn_of(filing))
    return filing


BODIES = {"reporter": LEAD, "county": COUNTY, "other": OTHER}
