"""Sharing out, sharing further, typing anew and linking: what is refused, what is written, what the log keeps."""

from decimal import Decimal

import pytest
from tests.share_acts import canteens, coverage, given, linked, share, training, typed
from tests.small_site import TODAY

from duixian.ledgers.models import Entry
from duixian.ledgers.progress.check import wrong_balances
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.read import held
from duixian.ledgers.progress.series import WHOLE, Series
from duixian.registers.models import Allocation, Body, LinkState, Place, SubAllocation, Target
from duixian.reports.commitment import detail
from duixian.units import Refused
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.cover_places import cover_places
from duixian.workflow.actions.decide_link import decide_link
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.retype_target import retype_target
from duixian.workflow.actions.share_further import Part, share_further
from duixian.workflow.actions.share_out import share_out
from duixian.workflow.sharing import Given


def refused(code, act, *args, **named):
    with pytest.raises(Refused) as refusal:
        act(*args, **named)
    assert refusal.value.code == code


def shares_of(target):
    return {str(one.owner): (one.value, one.topped_up) for one in target.allocations.all()}


def test_a_target_is_shared_out_to_places_and_bodies_with_what_they_add_kept_apart(people, adopted):
    schools = Given(owner=people.other.body, value=Decimal(100))
    share_out(people.acting(), training(), [*given(("青屏县", 400), more=[("青屏县", 50)]), schools])
    assert shares_of(training()) == {"青屏县": (400, 50), "州教育局": (100, 0)}
    detail = Entry.objects.get(verb="share_out").detail
    assert detail["before"] == []
    assert [row["name"] for row in detail["after"]] == ["州教育局", "青屏县"]


def test_another_set_needs_a_reason_and_the_log_keeps_both(people, adopted):
    again = given(("青屏县", 6), ("石湾县", 6))
    refused("shares-without-reason", share_out, people.acting(), canteens(), again)
    share_out(people.acting(), canteens(), again, reason="石湾县用地未批")
    assert shares_of(canteens()) == {"青屏县": (6, 0), "石湾县": (6, 0)}
    detail = Entry.objects.get(verb="share_out").detail
    assert ([row["value"] for row in detail["before"]], detail["reason"]) == (["5", "7"], "石湾县用地未批")
    refused("shares-unchanged", share_out, people.acting(), canteens(), again, reason="再来")


def test_a_share_with_figures_does_not_vanish(people, adopted):
    ours = canteens().allocations.get(place__name="青屏县")
    posted = post_progress(
        people.acting(), canteens(), Figure(day=TODAY, value=Decimal(2)), series=Series.for_share(ours)
    )
    refused("share-has-figures", share_out, people.acting(), canteens(), given(("石湾县", 12)), reason="并给石湾")
    correct_progress(people.acting(), posted, value=Decimal(0), reason="并给石湾县")
    share_out(people.acting(), canteens(), given(("石湾县", 12)), reason="并给石湾")
    assert shares_of(canteens()) == {"石湾县": (12, 0)}


def test_what_was_reported_as_a_whole_is_not_shared_out_over_its_figures(people, adopted):
    post_progress(people.acting(), training(), Figure(day=TODAY, value=Decimal(2)))
    refused("share-has-figures", share_out, people.acting(), training(), given(("石湾县", 800)))


def test_a_share_that_stays_keeps_its_row_and_its_townships(people, adopted):
    kept = canteens().allocations.get(place__name="青屏县")
    share_further(people.acting(), kept, [Part("城关镇", Decimal(5))])
    share_out(people.acting(), canteens(), given(("青屏县", 12)), reason="石湾县退出")
    assert Allocation.objects.get(target=canteens()).pk == kept.pk
    assert SubAllocation.objects.get().name == "城关镇"


@pytest.mark.parametrize("nature", ["rate", "level", "coverage"])
def test_what_does_not_add_up_is_not_shared_out(nature, people, adopted):
    Target.objects.filter(object="告知率").update(nature=nature)
    told = Target.objects.get(object="告知率")
    refused("share-out-of-a-level", share_out, people.acting(), told, given(("青屏县", 98)))


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [("青屏县", "1.5", "value-not-whole"), ("青屏县", "-1", "value-negative"), ("青屏县", "NaN", "value-negative")],
)
def test_a_share_is_a_figure_like_any_other(name, value, code, people, adopted):
    refused(code, share_out, people.acting(), training(), given((name, value)))


def test_one_place_has_one_share_and_a_former_place_none(people, adopted):
    twice = [*given(("青屏县", 400)), *given(("青屏县", 400))]
    refused("share-twice", share_out, people.acting(), training(), twice)
    Place.objects.filter(name="青屏县").update(valid_to=TODAY)
    refused("share-of-a-former-place", share_out, people.acting(), training(), given(("青屏县", 400)))


def test_a_body_known_by_another_name_is_given_nothing_under_it(people, adopted):
    other = Body.objects.create(name="州民政", same_as=people.reporter.body)
    refused("share-of-another-name", share_out, people.acting(), training(), [Given(owner=other, value=Decimal(1))])


def test_a_county_shares_its_own_part_further_and_nobody_else_s(people):
    ours = share(people)
    theirs = canteens().allocations.get(place__name="石湾县")
    share_further(people.acting("county"), ours, [Part("城关镇", Decimal(3)), Part(" 河口乡 ", Decimal(2))])
    assert [(part.name, part.value) for part in ours.parts.all()] == [("城关镇", 3), ("河口乡", 2)]
    refused("not-your-target", share_further, people.acting("county"), theirs, [Part("城关镇", Decimal(3))])
    refused("shares-without-reason", share_further, people.acting("county"), ours, [Part("城关镇", Decimal(5))])
    refused("share-twice", share_further, people.acting(), ours, [Part("甲", Decimal(1))] * 2, reason="重分")
    refused("part-name", share_further, people.acting(), ours, [Part(" ", Decimal(1))], reason="重分")


def test_a_coverage_is_counted_from_its_places_and_never_typed(people):
    told = coverage(people)
    cover_places(people.acting(), told, given(("青屏县", 1), ("石湾县", 2)))
    refused("coverage-is-computed", post_progress, people.acting(), told, Figure(day=TODAY, value=Decimal(98)))
    for share_, value in zip(told.allocations.all(), (1, 1), strict=True):
        post_progress(people.acting(), told, Figure(day=TODAY, value=Decimal(value)), series=Series.for_share(share_))
    found = detail(told.commitment_id, as_of=TODAY)
    line = next(one.line for one in found.targets if one.line.target == told)
    assert (line.actual, line.places_reported, line.places) == (50, 2, 2)


def test_a_coverage_is_of_places_alone(people):
    told, place = coverage(people), given(("青屏县", 0))
    refused("coverage-of-places", cover_places, people.acting(), told, place)
    body = [Given(owner=people.other.body, value=Decimal(1))]
    refused("coverage-of-places", cover_places, people.acting(), told, body)
    refused("not-a-coverage", cover_places, people.acting(), training(), given(("青屏县", 1)))


def test_a_target_is_typed_anew_and_its_balance_follows(people, adopted):
    posted = post_progress(people.acting(), training(), Figure(day=TODAY, value=Decimal(0)))
    retype_target(people.acting(), training(), typed("flow", "increment", "in-use"), reason="按月报新增投用")
    assert (training().counting, training().counter) == ("increment", "in-use")
    post_progress(
        people.acting("reporter", today=TODAY),
        training(),
        Figure(day=TODAY.replace(day=1), value=Decimal(4), seen=posted.pk),
    )
    assert held(as_of=TODAY)[training().pk][0].value == 4
    assert wrong_balances() == []


def test_figures_keep_the_meaning_they_were_posted_with(people, adopted):
    act, monthly = (retype_target, people.acting(), training()), typed("flow", "increment")
    wrong = post_progress(people.acting(), training(), Figure(day=TODAY, value=Decimal(70)))
    refused("retype-with-figures", *act, monthly, reason="按月报新增")
    refused("retype-with-figures", *act, typed("level"), reason="水平值")
    correct_progress(people.acting(), wrong, value=Decimal(0), reason="口径要改")
    retype_target(people.acting(), training(), monthly, reason="按月报新增")


def test_a_new_type_says_why_differs_and_fits_unit_and_shares(people, adopted):
    acting = people.acting()
    refused("retype-without-reason", retype_target, acting, training(), typed("stock"), reason=" ")
    refused("retype-unchanged", retype_target, acting, training(), typed("flow"), reason="无")
    refused("type-against-unit", retype_target, acting, training(), typed("rate"), reason="比率")
    refused("retype-with-shares", retype_target, acting, canteens(), typed("level"), reason="水平")


def test_a_link_is_confirmed_with_its_two_parts(people):
    link = linked(people)
    decide_link(people.acting(), link, state=LinkState.CONFIRMED, assigned=Decimal(450), topped_up=Decimal(350))
    link.refresh_from_db()
    assert (link.state, link.assigned, link.topped_up, link.decided_by) == (
        LinkState.CONFIRMED,
        450,
        350,
        people.supervision,
    )
    refused("retype-with-links", retype_target, people.acting(), link.lower, typed("stock"), reason="存量")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"unit": "人"}, "link-of-two-kinds"),
        ({"nature": "stock"}, "link-of-two-kinds"),
        ({"counter": "started"}, "link-of-two-kinds"),
        ({"nature": "level"}, "link-of-a-level"),
    ],
)
def test_two_kinds_of_quantity_are_never_linked(change, code, people):
    link = linked(people)
    Target.objects.filter(pk=link.upper_id).update(**change)
    refused(code, decide_link, people.acting(), link, state=LinkState.CONFIRMED)
    decide_link(people.acting(), link, state=LinkState.REJECTED)


def test_shared_and_whole_figures_are_not_two_answers(people, adopted):
    assert {Series.for_share(one) for one in canteens().allocations.all()}.isdisjoint({WHOLE})
    refused("place-missing", post_progress, people.acting(), canteens(), Figure(day=TODAY, value=Decimal(1)))
