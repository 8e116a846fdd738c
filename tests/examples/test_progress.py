"""The year of progress is one that could have been reported: in order, never falling, by those who answer for it."""

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from duixian.places import load_places

from .story import EXAMPLES, figures, postings, story

TARGETS = story()["targets"]
IDS = [f"{item['clause']} {item['object']}" for item in TARGETS]
ROLES = {"administrator", "supervision", "leader", "auditor", "reporter"}

each_target = pytest.mark.parametrize("target", TARGETS, ids=IDS)


@each_target
def test_totals_never_fall_once_corrections_are_made(target: dict[str, Any]) -> None:
    if target["unit"] == "%":
        return
    for place in {posted.place for posted in postings(target)}:
        values = [figure.value for figure in figures(target, place=place)]
        assert all(low <= high for low, high in pairwise(values)), place


@each_target
def test_a_day_has_one_posting_a_place_unless_the_second_corrects_the_first(target: dict[str, Any]) -> None:
    standing: dict[tuple[object, object], Decimal] = {}
    for posted in postings(target):
        key = (posted.day, posted.place)
        assert standing.get(key) == posted.corrects
        assert (posted.corrects is None) == (posted.reason is None)
        standing[key] = posted.value


@each_target
def test_postings_stand_in_the_order_posted_and_none_speaks_of_the_future(target: dict[str, Any]) -> None:
    rows = list(postings(target))
    assert all(earlier.posted <= later.posted for earlier, later in pairwise(rows))
    assert all(posted.day <= posted.posted <= story()["shown_day"] for posted in rows)


@each_target
def test_a_target_is_posted_as_a_whole_or_by_place_throughout(target: dict[str, Any]) -> None:
    places = {posted.place for posted in postings(target)}
    assert places <= {None} or None not in places


@each_target
def test_values_are_exact(target: dict[str, Any]) -> None:
    for row in target["postings"]:
        values = row.get("shares", {None: row.get("value")}).values()
        assert all(isinstance(value, int | str) for value in values)


def test_every_place_is_one_of_the_example_s() -> None:
    book = load_places(EXAMPLES / story()["places"])
    names = {posted.place for target in TARGETS for posted in postings(target)} - {None}
    assert len(names) == 11
    assert all(book.find(str(name)) for name in names)


def test_the_invented_places_have_codes_that_no_real_place_has() -> None:
    assert all(place.code.startswith("99") for place in load_places(EXAMPLES / story()["places"]))


def test_there_is_somebody_in_every_role_and_no_name_or_username_twice() -> None:
    people = story()["people"]
    assert {person["role"] for person in people} == ROLES
    for key in ("username", "name"):
        assert len({person[key] for person in people}) == len(people)


def test_every_target_is_posted_by_a_reporter() -> None:
    reporters = {person["username"] for person in story()["people"] if person["role"] == "reporter"}
    assert {target["by"] for target in TARGETS} == reporters


def test_no_target_is_there_twice() -> None:
    seen: defaultdict[tuple[object, ...], int] = defaultdict(int)
    for target in TARGETS:
        seen[target["clause"], target["value"], target["unit"]] += 1
    assert set(seen.values()) == {1}
