"""The example's two months of reports: everybody named is there, and the days follow each other."""

import datetime as dt

import pytest

from duixian.cli.example_filings import read_filings
from duixian.ledgers.filings.month import Month

from .story import EXAMPLES, story

FILINGS = read_filings(EXAMPLES)
MONTHS = FILINGS["months"]


def named(entry: dict) -> set[str]:
    returned = {one["by"] for one in entry.get("returned", ())}
    return {*entry.get("late", {}), *entry.get("missing", ()), *entry.get("waiting", ()), *returned}


def test_everybody_named_reports_here_and_no_name_is_there_twice() -> None:
    people = [*story()["people"], *FILINGS["people"]]
    reporters = {person["username"] for person in people if person["role"] == "reporter"}
    assert set().union(*map(named, MONTHS)) | {FILINGS["complaint"]["by"]} <= reporters
    for key in ("username", "name"):
        assert len({person[key] for person in people}) == len(people)


@pytest.mark.parametrize("entry", MONTHS, ids=lambda entry: entry["month"])
def test_the_days_of_a_month_follow_each_other_and_none_is_after_the_shown_day(entry: dict) -> None:
    returned = [day for one in entry.get("returned", ()) for day in (one["day"], one.get("again"))]
    days = [Month.read(entry["month"]).opens, entry["submitted"], entry["passed"], entry["accepted"]]
    assert days == sorted(days)
    late = [*entry.get("late", {}).values(), *filter(None, [entry.get("accepted_late")])]
    assert all(entry["passed"] <= day <= story()["shown_day"] for day in [*filter(None, returned), *late])


def test_there_is_something_returned_late_missing_and_waiting_to_look_at() -> None:
    newest = MONTHS[-1]
    assert newest["missing"]
    assert newest["waiting"]
    assert [one for one in newest["returned"] if "again" not in one]
    assert any(entry.get("late") for entry in MONTHS)
    assert Month.of(FILINGS["from"]) == Month.read(MONTHS[0]["month"])
    assert Month.read(newest["month"]) == Month.of(story()["shown_day"] - dt.timedelta(days=30))
