"""Names of bodies: one body is found by its names, and two are made one only by a person."""

import datetime as dt

import pytest
from tests import order_acts
from tests.small_site import LEAD, OTHER, TODAY, make_adopted

from duixian.ledgers.models import Entry
from duixian.registers.lookup import body_named, known_body, written_as
from duixian.registers.models import (
    Account,
    Allocation,
    AssignmentBody,
    Body,
    BodyName,
    Holder,
    NameKind,
    NameState,
    Place,
    Post,
    Target,
)
from duixian.reports import orders
from duixian.units import Refused
from duixian.workflow.actions.decide_alias import decide_alias
from duixian.workflow.actions.propose_alias import propose_alias
from duixian.workflow.actions.receive_conclusion import receive_conclusion
from duixian.workflow.actions.rename_body import rename_body
from duixian.workflow.actions.sign_order import sign_order
from duixian.workflow.inspection_scope import may_see_inspection
from duixian.workflow.naming import Naming
from duixian.workflow.resemblance import Resemblance

PLACES = {"澄川州": "990000", "青屏县": "990002", "青屏": "990002", "石湾县": "990003"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("州住建局", "州住房和城乡建设局"),
        ("州卫健委", "州卫生健康委"),
        ("州卫生健康委", "州卫生健康委员会"),
        ("澄川州财政局", "州财政局"),
        ("自治州财政局", "州财政局"),
        ("州财政局", "财政局"),
        ("青屏县教育局", "县教育局"),
        ("州林草局", "州林业和草原局"),
        ("青屏县人民政府", "青屏县政府"),
        ("州發展和改革委員會", "州发改委"),
    ],
)
def test_two_spellings_of_one_name_resemble_each_other(one, other):
    compare = Resemblance(PLACES)
    assert compare.reason(compare.key(one), compare.key(other))
    assert compare.reason(compare.key(other), compare.key(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("州教育局", "州体育局"),
        ("州财政局", "县财政局"),
        ("青屏县教育局", "石湾县教育局"),
        ("州公安局", "州安监局"),
        ("青屏县人民政府", "石湾县人民政府"),
        ("市场监管局", "州财政局"),
        ("州残联", "州妇联"),
    ],
)
def test_two_bodies_do_not(one, other):
    compare = Resemblance(PLACES)
    assert compare.reason(compare.key(one), compare.key(other)) == ""


def test_a_new_name_like_a_known_one_is_proposed_and_nothing_is_moved(people):
    known = body_named("州卫健委")
    naming = Naming()
    new = naming.body("州卫生健康委")
    assert new != known
    assert [(row.body, row.name, row.state) for row in naming.proposed] == [(new, "州卫健委", NameState.PROPOSED)]
    assert known_body("州卫健委") == known


def test_names_for_many_bodies_are_never_anothers_alias(people):
    naming = Naming()
    naming.body("各县人民政府")
    naming.body("有关部门")
    naming.body("各县政府")
    assert naming.proposed == []


def test_a_name_that_was_rejected_is_not_proposed_again(people):
    naming = Naming()
    naming.body("州卫健委")
    naming.body("州卫生健康委")
    decide_alias(people.acting(), naming.proposed[0], same=False)
    again = Naming()
    again.body("州卫生健康委")
    assert again.proposed == []
    assert BodyName.objects.get().state == NameState.REJECTED


def confirmed(people, body: Body, name: str):
    return decide_alias(people.acting(), propose_alias(people.acting(), body, name=name), same=True)


def test_a_confirmed_alias_moves_everything_to_the_body_and_says_so_in_the_log(people):
    make_adopted(people)
    alias, full = Body.objects.get(name=LEAD), Body.objects.create(name="某某州民政局")
    decided = confirmed(people, full, LEAD)
    alias.refresh_from_db()
    assert alias.same_as == full
    assert not AssignmentBody.objects.filter(body=alias).exists()
    assert Account.objects.get(username="reporter").body == full
    assert Post.objects.get(title="局长").body == full
    assert decided.moved == {"seats": 2, "posts": 1, "accounts": 1}
    entry = Entry.objects.get(verb="decide_alias")
    assert (entry.detail["moved"], entry.detail["body"]) == (decided.moved, "某某州民政局")
    assert known_body(LEAD) == full
    assert written_as(full) == {full.pk, alias.pk}


def test_one_assignment_given_to_both_names_becomes_one_seat(people):
    make_adopted(people)
    body, alias = Body.objects.get(name=LEAD), Body.objects.create(name="民政局")
    seat = body.seats.first()
    AssignmentBody.objects.create(assignment=seat.assignment, body=alias, part=seat.part, ordinal=9)
    before = body.seats.count()
    confirmed(people, body, "民政局")
    assert body.seats.count() == before
    assert not alias.seats.exists()


def test_a_head_named_under_both_names_stays_one_and_the_duty_follows(people):
    make_adopted(people)
    body, alias = Body.objects.get(name=LEAD), Body.objects.create(name="民政局")
    post = Post.objects.create(body=alias, title="局长")
    Holder.objects.create(post=post, name="林一舟")
    confirmed(people, body, "民政局")
    assert [holder.post.body for holder in Holder.objects.filter(name="林一舟")] == [body]
    assert not Post.objects.filter(body=alias).exists()


def test_two_shares_of_one_target_stop_the_merging_and_nothing_moves(people):
    make_adopted(people)
    body, alias = Body.objects.get(name=LEAD), Body.objects.create(name="民政局")
    target = Target.objects.get(object="养老护理人员")
    for one in (body, alias):
        Allocation.objects.create(target=target, body=one, value=1)
    with pytest.raises(Refused, match="各有一份分解"):
        confirmed(people, body, "民政局")
    alias.refresh_from_db()
    assert alias.same_as is None
    assert BodyName.objects.get().state == NameState.PROPOSED


def test_what_was_decided_is_not_decided_again(people):
    body = Body.objects.get(name=LEAD)
    name = propose_alias(people.acting(), body, name="民政局")
    decide_alias(people.acting(), name, same=True)
    with pytest.raises(Refused, match="已经有人定过"):
        decide_alias(people.acting(), name, same=False)


def test_a_name_means_one_body(people):
    one, other = Body.objects.get(name=LEAD), Body.objects.get(name=OTHER)
    second = propose_alias(people.acting(), other, name="民教局")
    confirmed(people, one, "民教局")
    second.refresh_from_db()
    assert second.state == NameState.REJECTED
    with pytest.raises(Refused, match="已确认是“州民政局”的名称"):
        confirmed(people, other, "民教局")


def test_an_alias_of_an_alias_is_the_body(people):
    short, full = body_named("州卫健委"), body_named("州卫生健康委")
    whole = body_named("州卫生健康委员会")
    confirmed(people, full, "州卫健委")
    confirmed(people, whole, "州卫生健康委")
    short.refresh_from_db()
    assert short.same_as == whole
    assert {known_body(name) for name in ("州卫健委", "州卫生健康委", "州卫生健康委员会")} == {whole}


def test_a_renamed_body_is_found_by_both_names_and_keeps_its_own_duties(people):
    make_adopted(people)
    body = Body.objects.get(name=LEAD)
    rename_body(people.acting(), body, name="州民政和养老局", day=dt.date(2026, 3, 1), basis="某州编〔2026〕1号")
    body.refresh_from_db()
    assert (body.name, known_body(LEAD), known_body("州民政和养老局")) == ("州民政和养老局", body, body)
    former = body.names.get(name=LEAD)
    assert (former.kind, former.valid_to) == (NameKind.FORMER, dt.date(2026, 2, 28))
    rename_body(people.acting(), body, name=LEAD, day=dt.date(2026, 6, 1))
    assert body.names.filter(name=LEAD).count() == 2
    assert known_body("州民政和养老局") == body


def test_a_name_given_up_and_taken_by_another_body_means_each_in_its_time(people):
    one, other = Body.objects.get(name=LEAD), Body.objects.get(name=OTHER)
    for body, first, last in ((one, None, dt.date(2019, 12, 31)), (other, dt.date(2020, 1, 1), dt.date(2023, 12, 31))):
        BodyName.objects.create(
            body=body,
            name="州农牧局",
            kind=NameKind.FORMER,
            state=NameState.CONFIRMED,
            valid_from=first,
            valid_to=last,
        )
    assert known_body("州农牧局", on=dt.date(2019, 12, 31)) == one
    assert known_body("州农牧局", on=dt.date(2020, 1, 1)) == other
    assert known_body("州农牧局") is None


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("", TODAY, "name-missing"),
        (LEAD, TODAY, "name-missing"),
        (OTHER, TODAY, "name-taken"),
        ("州新局", TODAY + dt.timedelta(days=1), "renaming-in-future"),
    ],
)
def test_a_renaming_that_cannot_be_is_refused(name, day, code, people):
    with pytest.raises(Refused) as refusal:
        rename_body(people.acting(), Body.objects.get(name=LEAD), name=name, day=day)
    assert refusal.value.code == code
    assert not BodyName.objects.exists()


def test_a_renaming_on_the_day_of_the_last_one_is_refused(people):
    body = Body.objects.get(name=LEAD)
    rename_body(people.acting(), body, name="州甲局", day=TODAY)
    with pytest.raises(Refused, match="新名称要晚于那天"):
        rename_body(people.acting(), body, name="州乙局", day=TODAY)


def test_a_body_takes_the_name_of_its_own_alias(people):
    short, full = body_named("州卫健委"), body_named("州卫生健康委")
    confirmed(people, short, "州卫生健康委")
    rename_body(people.acting(), short, name="州卫生健康委", day=TODAY)
    short.refresh_from_db()
    full.refresh_from_db()
    assert (short.name, full.name) == ("州卫生健康委", "州卫健委")
    assert {known_body(name) for name in ("州卫健委", "州卫生健康委")} == {short}


def test_adoption_gives_a_document_to_the_body_its_alias_was_confirmed_for(people):
    full = Body.objects.create(name="某某州民政局", place=Place.objects.first())
    confirmed(people, full, LEAD)
    make_adopted(people)
    assert full.seats.count() == 2


def test_an_order_and_an_inspection_written_for_the_alias_are_the_bodys_own(people):
    make_adopted(people)
    full = Body.objects.create(name="某某州民政局")
    order, inspection = order_acts.handed_over(people), order_acts.concluded(people)
    confirmed(people, full, LEAD)
    acting = people.acting("reporter")
    acting.account.refresh_from_db()
    assert [row.order for row in orders.rows(as_of=TODAY, account=acting.account)] == [order]
    sign_order(acting, order)
    assert may_see_inspection(acting.account, inspection)
    receive_conclusion(order_acts.on(people, "reporter", order_acts.VISIT), inspection)
    assert not orders.rows(as_of=TODAY, account=people.other)
