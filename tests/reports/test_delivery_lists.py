import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.small_site import TEXT, TODAY, make_adopted

from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.series import Series
from duixian.pace import Code
from duixian.registers.models import Place, Target
from duixian.reports import board, changes, county, tile_map
from duixian.reports.board_filter import BoardFilter
from duixian.reports.lit.refresh import refresh
from duixian.reports.summary import summary
from duixian.workflow.actions.post_progress import post_progress

MAY = dt.date(2026, 5, 31)


def post(people, value, *, day=TODAY, target="社区老年人助餐点", place=None, seen=None):
    figure = Figure(day=day, value=Decimal(value), seen=seen.pk if seen else None)
    series = Series.of(Place.objects.get(name=place) if place else None)
    return post_progress(people.acting(), Target.objects.get(object=target), figure, series=series)


def nonzero(counts):
    return {code.value: count for code, count in counts.items() if count}


def questions(ask):
    with CaptureQueriesContext(connection) as caught:
        ask()
    return len(caught)


@pytest.mark.parametrize("kept", [True, False])
def test_a_tile_shows_how_many_shares_have_each_light_and_stands_for_the_worst(people, adopted, kept):
    post(people, 5, place="青屏县")
    refresh(day=TODAY)
    tiles = {tile.place.name: tile for tile in tile_map.rows(as_of=TODAY, kept=kept)}
    assert {name: (tile.worst.value, nonzero(tile.counts)) for name, tile in tiles.items()} == {
        "青屏县": ("done", {"done": 1}),
        "石湾县": ("no-data", {"no-data": 1}),
    }


def test_tiles_stand_where_they_were_put_and_the_others_below_by_code(people, adopted):
    Place.objects.filter(name="石湾县").update(tile_column=2, tile_row=1)
    refresh(day=TODAY)
    found = [(tile.place.name, tile.column, tile.row) for tile in tile_map.rows(as_of=TODAY)]
    assert found == [("石湾县", 3, 2), ("青屏县", 1, 3)]


def test_no_two_tiles_lie_on_one_another(people, adopted):
    document = adopted
    target = Target.objects.get(object="社区老年人助餐点")
    for number in range(9):
        place = Place.objects.create(code=f"99010{number}", name=f"第{number}县", level="county")
        target.allocations.create(place=place, value=1)
    assert document
    tiles = tile_map.rows(as_of=TODAY, kept=False)
    assert len({(tile.column, tile.row) for tile in tiles}) == len(tiles) == 11
    assert max(tile.column for tile in tiles) == 4


@pytest.mark.parametrize("kept", [True, False])
def test_a_county_s_list_tells_assigned_reached_and_since_when(people, adopted, kept):
    post(people, 2, place="青屏县", day=MAY)
    refresh(day=TODAY)
    found = county.listing(Place.objects.get(name="青屏县"), as_of=TODAY, kept=kept)
    (row,) = found.rows(found.keys)
    assert (row.target.object, row.code, row.value, row.actual, row.last_day) == (
        "社区老年人助餐点",
        "on-pace",
        5,
        2,
        MAY,
    )
    assert row.since == MAY
    assert nonzero(found.counts) == {"on-pace": 1}
    assert county.listing(found.place, as_of=TODAY, light=Code.DONE, kept=kept).keys == ()


def test_lists_ask_the_same_number_of_questions_however_long_they_are(people, adopted):
    place = Place.objects.get(name="青屏县")

    def asked():
        refresh(day=TODAY)
        found = county.listing(place, as_of=TODAY, kept=True)
        return (
            questions(lambda: tile_map.rows(as_of=TODAY, kept=True)),
            questions(lambda: found.rows(found.keys)),
            questions(lambda: summary(BoardFilter(), as_of=TODAY)),
        )

    few = asked()
    for number in range(5):
        make_adopted(people, text=f"{TEXT}{number}", name=f"{number}.txt")
    assert asked() == few == (2, 2, 3)


def test_filters_are_asked_of_the_database(people, adopted):
    def titles(**wanted):
        found = board.listing(BoardFilter(**wanted), as_of=TODAY)
        return [row.commitment.title for row in found.rows(found.keys)]

    assert titles(words="助餐点") == ["让老年人就近吃饭"]
    assert titles(words="教育局 视力") == ["守护学生健康"]
    assert titles(place=Place.objects.get(name="石湾县")) == ["让老年人就近吃饭"]
    assert titles(year=2025) == []
    assert titles(released_only=True) == []
    assert len(titles(light=Code.NO_DATA)) == 2


def test_what_changed_between_two_days_is_told_with_its_light_before_and_now(people, adopted):
    seen = post(people, 400, day=MAY, target="养老护理人员")
    post(people, 410, day=TODAY, target="养老护理人员", seen=seen)
    post(people, 9000, day=TODAY, target="视力筛查")
    found = {row.target.object: row for row in changes.rows(from_day=MAY, to_day=TODAY)}
    training, screening = found["养老护理人员"], found["视力筛查"]
    assert (training.was, training.actual, training.turned) == (400, 410, False)
    assert (screening.before, screening.now, screening.since) == ("no-data", "on-pace", TODAY)
    assert not screening.worse
    assert "告知率" not in found


def test_changes_name_shares_when_they_are_asked_for(people, adopted):
    post(people, 5, place="青屏县", target="社区老年人助餐点")
    places = [row.place for row in changes.rows(from_day=MAY, to_day=TODAY, shares=True)]
    assert places == [None, Place.objects.get(name="青屏县").pk]


def test_a_leader_s_screen_counts_and_names_what_needs_somebody(people, adopted):
    post(people, 18000, target="视力筛查")
    refresh(day=TODAY)
    found = summary(BoardFilter(), as_of=TODAY)
    assert nonzero(found.targets) == {"no-data": 2, "not-started": 1, "done": 1}
    assert (found.need, found.need_since_a_week) == (2, 0)
    assert [line.line.target.object for line in found.next_deadlines][:2] == ["社区老年人助餐点", "养老护理人员"]
