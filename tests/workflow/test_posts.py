"""Posts and holders: duties lie on the post, and a change of person is one act with a list."""

import datetime as dt

import pytest
from tests.body_acts import WORKS, a_change, chief, loose
from tests.small_site import LEAD, TODAY, make_adopted

from duixian.ledgers.handovers.check import wrong_holders
from duixian.ledgers.handovers.models import Handover
from duixian.ledgers.handovers.read import Holdings
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.series import Series
from duixian.registers.models import AssignmentOfficial, Body, Holder, Post, Target
from duixian.units import Refused
from duixian.workflow.actions.change_holder import Change, change_holder
from duixian.workflow.actions.enter_posts import enter_posts
from duixian.workflow.actions.name_post import name_post
from duixian.workflow.actions.post_progress import post_progress

DAY = dt.timedelta(days=1)


def answers(post: Post, name: str, day: dt.date) -> str | None:
    holder = Holdings([post.pk], as_of=day).answers(post.pk, name)
    return holder.name if holder else None


def test_adoption_lays_the_duty_on_the_post_and_enters_its_holder(people):
    make_adopted(people)
    official = AssignmentOfficial.objects.get()
    holder = Holder.objects.get()
    assert (official.held_post.body.name, official.held_post.title) == (LEAD, "局长")
    assert (holder.post, holder.name, holder.begins, holder.basis) == (
        official.held_post,
        "林一舟",
        None,
        "某州政办发〔2026〕1号",
    )


def test_documents_adopted_before_are_entered_once(people):
    loose(people)
    entered = enter_posts(people.acting())
    assert (entered.duties, entered.posts, entered.left) == (1, 0, 0)
    with pytest.raises(Refused, match="没有要补的"):
        enter_posts(people.acting())


def test_a_change_moves_every_open_duty_and_keeps_the_list_of_that_day(people):
    holder = chief(people)
    target = Target.objects.get(object="社区老年人助餐点")
    for share in target.allocations.all():
        post_progress(
            people.acting(), target, Figure(day=WORKS - DAY, value=share.value - 1), series=Series(place=share.place_id)
        )
    row = change_holder(people.acting(), holder.post, a_change(holder))
    holder.refresh_from_db()
    assert (holder.ends, row.incoming.begins, row.day) == (WORKS - DAY, WORKS, WORKS)
    assert [(item["object"], item["value"], item["goal"]) for item in row.items] == [("社区老年人助餐点", "10", "12")]
    post = holder.post
    assert answers(post, "林一舟", WORKS - DAY) == "林一舟"
    assert answers(post, "林一舟", WORKS) == "周予安"
    assert list(wrong_holders()) == []


def test_what_is_done_by_that_day_is_not_on_the_list(people):
    holder = chief(people)
    target = Target.objects.get(object="社区老年人助餐点")
    for share in target.allocations.all():
        post_progress(
            people.acting(), target, Figure(day=WORKS - DAY, value=share.value), series=Series(place=share.place_id)
        )
    assert change_holder(people.acting(), holder.post, a_change(holder)).items == []


def test_a_figure_of_a_later_day_does_not_shorten_the_list(people):
    holder = chief(people)
    target = Target.objects.get(object="社区老年人助餐点")
    for share in target.allocations.all():
        post_progress(
            people.acting(), target, Figure(day=WORKS, value=share.value), series=Series(place=share.place_id)
        )
    (item,) = change_holder(people.acting(), holder.post, a_change(holder)).items
    assert item["value"] is None


def test_a_post_may_stay_vacant_and_be_filled_later(people):
    holder = chief(people)
    post = holder.post
    change_holder(people.acting(), post, a_change(holder, incoming=""))
    assert answers(post, "林一舟", WORKS) is None
    holder.refresh_from_db()
    filled = WORKS + 9 * DAY
    row = change_holder(people.acting(), post, a_change(holder, day=filled))
    assert len(row.items) == 1
    assert answers(post, "林一舟", filled - DAY) is None
    assert answers(post, "林一舟", filled) == "周予安"
    assert list(wrong_holders()) == []


def test_a_leap_day_is_a_day(people):
    holder = chief(people)
    acting = people.acting(today=dt.date(2028, 3, 31))
    row = change_holder(acting, holder.post, a_change(holder, day=dt.date(2028, 3, 1)))
    holder.refresh_from_db()
    assert holder.ends == dt.date(2028, 2, 29)
    assert answers(holder.post, "林一舟", dt.date(2028, 2, 29)) == "林一舟"
    change_holder(acting, holder.post, a_change(row.incoming, incoming="温如玉", day=dt.date(2028, 3, 2)))
    assert answers(holder.post, "林一舟", dt.date(2028, 3, 1)) == "周予安"
    assert answers(holder.post, "林一舟", dt.date(2028, 3, 2)) == "温如玉"


def test_of_two_deputies_the_duty_follows_the_one_it_was_given_to(people):
    body = Body.objects.get(name=LEAD)
    post = name_post(people.acting(), body, title="副局长", seats=2)
    first, second = (Holder.objects.create(post=post, name=name) for name in ("甲一", "乙二"))
    make_adopted(people)
    AssignmentOfficial.objects.update(post="副局长", name="乙二", held_post=post)
    assert change_holder(people.acting(), post, a_change(first, incoming="丙三")).items == []
    assert answers(post, "乙二", TODAY) == "乙二"
    assert len(change_holder(people.acting(), post, a_change(second, incoming="丁四")).items) == 1
    assert answers(post, "乙二", TODAY) == "丁四"
    assert answers(post, "甲一", TODAY) == "丙三"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"day": TODAY + DAY}, "change-in-future"),
        ({"incoming": "林一舟"}, "holds-already"),
        ({"outgoing": None}, "no-place-left"),
        ({"outgoing": None, "incoming": " "}, "change-of-nobody"),
    ],
)
def test_a_change_that_cannot_be_is_refused_and_writes_nothing(change, code, people):
    holder = chief(people)
    told = {"day": WORKS, "outgoing": holder, "incoming": "周予安"} | change
    with pytest.raises(Refused) as refusal:
        change_holder(people.acting(), holder.post, Change(**told))
    assert refusal.value.code == code
    assert (Holder.objects.count(), Handover.objects.count()) == (1, 0)


def test_nobody_is_changed_twice_on_one_day_nor_before_the_first(people):
    holder = chief(people)
    row = change_holder(people.acting(), holder.post, a_change(holder))
    for day, code in ((WORKS, "changed-that-day"), (WORKS - DAY, "change-before-begin")):
        with pytest.raises(Refused) as refusal:
            change_holder(people.acting(), holder.post, a_change(row.incoming, incoming="温如玉", day=day))
        assert refusal.value.code == code


def test_whoever_was_followed_is_not_followed_again(people):
    holder = chief(people)
    change_holder(people.acting(), holder.post, a_change(holder))
    with pytest.raises(Refused, match="交接已办"):
        change_holder(people.acting(), holder.post, a_change(holder, incoming="温如玉", day=TODAY))


def test_terms_of_one_person_do_not_overlap(people):
    holder = chief(people)
    row = change_holder(people.acting(), holder.post, a_change(holder))
    back = change_holder(people.acting(), holder.post, a_change(row.incoming, incoming="林一舟", day=WORKS + DAY))
    assert back.incoming.begins == WORKS + DAY
    assert answers(holder.post, "林一舟", WORKS) == "周予安"
    assert answers(holder.post, "林一舟", WORKS + DAY) == "林一舟"


def test_places_are_not_fewer_than_those_who_hold_them(people):
    holder = chief(people)
    post = holder.post
    name_post(people.acting(), post.body, title="局长", seats=2)
    change_holder(people.acting(), post, Change(day=WORKS, incoming="周予安"))
    with pytest.raises(Refused, match="职数不能少于 2"):
        name_post(people.acting(), post.body, title="局长", seats=1)


def test_a_document_that_names_another_head_does_not_replace_the_one_in_the_register(people):
    holder = chief(people)
    post = holder.post
    AssignmentOfficial.objects.update(name="周予安", held_post=None)
    enter_posts(people.acting())
    assert [one.name for one in post.holders.all()] == ["林一舟"]
    assert not Holdings([post.pk], as_of=TODAY).knows(post.pk, "周予安")
    assert answers(post, "周予安", TODAY) == "林一舟"


def test_the_check_finds_a_holder_changed_behind_the_ledgers_back(people):
    holder = chief(people)
    change_holder(people.acting(), holder.post, a_change(holder))
    Holder.objects.filter(pk=holder.pk).update(ends=WORKS + DAY)
    Holder.objects.create(post=holder.post, name="无据", begins=WORKS, ends=WORKS)
    assert len(list(wrong_holders())) == 3
