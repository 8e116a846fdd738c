"""How targets are shared out: left over, given twice, raised on the way down, and two levels that do not meet."""

from decimal import Decimal

import pytest
from tests.share_acts import canteens, coverage, given, linked, training
from tests.small_site import LEAD, TODAY

from duixian.registers.models import Body, LinkState, Place, Target
from duixian.reports import allocation
from duixian.workflow.actions.decide_link import decide_link
from duixian.workflow.actions.share_further import Part, share_further
from duixian.workflow.actions.share_out import share_out
from duixian.workflow.sharing import Given


def told(target):
    """Code → how far off, and by how many percent."""
    return {one.code: (one.by, one.percent) for one in allocation.row_for(target.pk).remarks}


def share(people, *pairs, more=(), bodies=(), target=None):
    extra = [Given(owner=body, value=Decimal(value)) for body, value in bodies]
    share_out(people.acting(), target or training(), [*given(*pairs, more=more), *extra], reason="测试")


def test_shares_that_add_up_leave_nothing_to_say(people, adopted):
    row = allocation.row_for(canteens().pk)
    assert (row.assigned, row.topped_up, row.rest, row.above) == (12, 0, 0, 0)
    assert row.remarks == ()
    assert row.is_in_order


def test_what_is_given_to_nobody_is_told(people, adopted):
    share(people, ("青屏县", 500))
    assert told(training()) == {"unassigned": (300, Decimal("37.5"))}
    [remark] = allocation.row_for(training().pk).remarks
    assert str(remark.found) == "已分解 500人次，还有 300人次 没有分到任何地区或单位。"
    assert "分给牵头单位" in str(remark.cure)


def test_shares_above_the_target_are_raised_on_the_way_down(people, adopted):
    share(people, ("青屏县", 500), ("石湾县", 400))
    assert told(training()) == {"above-target": (100, Decimal("12.5"))}
    [remark] = allocation.row_for(training().pk).remarks
    assert remark.word == "层层加码"


def test_what_places_add_themselves_is_kept_apart_and_no_fault(people, adopted):
    share(people, ("青屏县", 500), ("石湾县", 300), more=[("石湾县", 80)])
    row = allocation.row_for(training().pk)
    assert (row.assigned, row.topped_up, row.rest, row.above) == (800, 80, 0, 0)
    assert told(training()) == {"topped-up": (80, Decimal("10.0"))}
    assert row.is_in_order


def test_one_place_given_a_share_by_itself_and_by_its_own_body_is_told(people, adopted):
    share(people, ("青屏县", 500), bodies=[(people.county.body, 300)])
    assert told(training()) == {"assigned-twice": (300, Decimal("37.5"))}
    share(people, ("青屏县", 500), bodies=[(Body.objects.get(name=LEAD), 300)])
    assert told(training()) == {}


@pytest.mark.parametrize(
    ("parts", "code", "by", "percent"),
    [((3, 3), "parts-above-share", 1, "20.0"), ((3, 1), "parts-below-share", 1, "20.0"), ((3, 2), None, 0, None)],
)
def test_a_share_is_set_against_what_it_was_shared_into(parts, code, by, percent, people, adopted):
    ours = canteens().allocations.get(place__name="青屏县")
    names = ("城关镇", "河口乡")
    share_further(people.acting(), ours, [Part(n, Decimal(v)) for n, v in zip(names, parts, strict=True)])
    assert told(canteens()) == ({code: (by, Decimal(percent))} if code else {})


def test_a_lower_target_above_its_upper_tells_by_how_much(people):
    link = linked(people)
    assert told(link.lower) == {}
    decide_link(people.acting(), link, state=LinkState.CONFIRMED)
    assert told(link.lower) == {"lower-above-upper": (300, Decimal("60.0"))}
    decide_link(people.acting(), link, state=LinkState.CONFIRMED, assigned=Decimal(450))
    assert told(link.lower) == {
        "link-does-not-add-up": (50, Decimal("6.3")),
        "lower-above-upper": (350, Decimal("77.8")),
    }


def test_a_share_unlike_what_its_place_says_it_was_given_is_told(people):
    link = linked(people)
    decide_link(people.acting(), link, state=LinkState.CONFIRMED)
    place = Place.objects.create(code="990000", name="某某州", level="prefecture")
    share_out(people.acting(), link.upper, [Given(owner=place, value=Decimal(450))])
    assert told(link.upper)["share-unlike-link"] == (50, Decimal("11.1"))


def test_what_does_not_add_up_has_no_sums(people):
    row = allocation.row_for(coverage(people).pk)
    assert (row.assigned, row.topped_up, row.rest, row.above) == (None, None, None, None)
    assert [remark.code for remark in row.remarks] == ["coverage-without-places"]


def test_every_remark_has_its_word_and_those_told_alone_are_in_order(people, adopted):
    assert {code for code, (_, wrong) in allocation.REMARKS.items() if not wrong} == {"topped-up", "lower-above-upper"}


def test_the_list_is_narrowed_by_year_place_and_fault(people, adopted):
    share(people, ("青屏县", 500))
    everything = allocation.rows(as_of=TODAY.replace(month=12))
    assert len(everything) == Target.objects.count()
    assert allocation.rows(as_of=TODAY.replace(year=2025)) == ()
    assert allocation.rows(as_of=TODAY.replace(month=12), year=2025) == ()
    shiwan = Place.objects.get(name="石湾县")
    assert [row.target for row in allocation.rows(as_of=TODAY.replace(month=12), place=shiwan)] == [canteens()]
    assert [row.target for row in allocation.rows(as_of=TODAY.replace(month=12), wrong_only=True)] == [training()]
    assert allocation.totals(everything) == {"shared": 2, "unassigned": 1}


def test_the_list_costs_the_same_however_long_it_is(people, adopted, django_assert_num_queries):
    share(people, ("青屏县", 500), ("石湾县", 300))
    with django_assert_num_queries(5):
        allocation.rows(as_of=TODAY.replace(month=12))
