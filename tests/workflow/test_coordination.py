"""Coordination bodies: read from a roster, succeeded by the document's own rule, adjusted by a notice."""

import datetime as dt

import pytest
from tests.body_acts import ROSTER, WORKS, a_change, roster
from tests.small_site import LEAD, TODAY

from duixian.ledgers.models import Entry
from duixian.registers.models import Body, Coordination, Holder, Seat, SeatPart, Succession
from duixian.reports.coordination import page, rows, rule_words
from duixian.reports.seats import Sitting
from duixian.units import Refused
from duixian.workflow.actions.change_holder import change_holder
from duixian.workflow.actions.enter_coordination import enter_coordination
from duixian.workflow.actions.record_adjustment import record_adjustment
from duixian.workflow.coordinating import part_of

DAY = dt.timedelta(days=1)
FOUNDED = dt.date(2026, 2, 10)


@pytest.fixture
def entered(people) -> Coordination:
    enter_coordination(people.acting(), roster(people))
    return Coordination.objects.get()


def sitting(coordination: Coordination, day: dt.date) -> dict[str, tuple[str, str | None]]:
    """The document's name of each seat's person → how the seat stands, and who answers on the post."""
    parts = page(coordination.pk, as_of=day).parts
    return {
        f"{row.seat.role_written}{row.seat.name_written}": (row.sitting.value, row.holder.name if row.holder else None)
        for held in parts.values()
        for row in held
    }


def test_a_roster_becomes_seats_on_posts_with_the_office_and_the_rule(people, entered):
    assert (entered.name, entered.begins, entered.office.name) == ("某某州养老服务工作领导小组", FOUNDED, LEAD)
    assert (entered.succession, entered.notice_parts) == (Succession.BY_POST, ["chair"])
    assert rule_words(entered).startswith("组长调整的，另行发文；其他成员")
    seats = [(seat.part, seat.role_written, str(seat.post), seat.name_written) for seat in entered.seats.all()]
    assert seats == [
        ("chair", "组长", "某某州人民政府副州长", "顾南山"),
        ("deputy", "副组长", "州民政局局长", "林一舟"),
        ("member", "成员", "州财政局副局长", "宋知遥"),
        ("member", "成员", "州教育局副局长", "秦朗"),
        ("office-chief", "办公室主任", "州民政局局长", "林一舟"),
    ]
    text = entered.document.source.text
    assert all(seat.name_written in text[seat.begin : seat.end] for seat in entered.seats.all())
    assert {one[0] for one in sitting(entered, TODAY).values()} == {"named"}


@pytest.mark.parametrize(
    ("role", "part"),
    [
        ("总召集人", SeatPart.CHAIR),
        ("指挥长", SeatPart.CHAIR),
        ("第一组长", SeatPart.CHAIR),
        ("常务副组长", SeatPart.DEPUTY),
        ("执行主任", SeatPart.DEPUTY),
        ("副召集人", SeatPart.DEPUTY),
        ("委员", SeatPart.MEMBER),
        ("名誉组长", SeatPart.MEMBER),
        ("办公室主任", SeatPart.OFFICE_CHIEF),
        ("办公室副主任", SeatPart.OFFICE_DEPUTY),
    ],
)
def test_a_seat_has_its_part_whatever_the_document_calls_it(role, part):
    assert part_of(role) == part


def test_a_member_is_succeeded_by_whoever_takes_the_post_without_any_paper(people, entered):
    holder = Holder.objects.get(name="林一舟")
    row = change_holder(people.acting(), holder.post, a_change(holder))
    assert sitting(entered, WORKS - DAY)["副组长林一舟"] == ("named", "林一舟")
    assert sitting(entered, WORKS)["副组长林一舟"] == ("passed", "周予安")
    assert sitting(entered, WORKS)["办公室主任林一舟"] == ("passed", "周予安")
    assert not Seat.objects.exclude(waits_since=None).exists()
    assert [item["title"] for item in row.items if item["kind"] == "seat"] == [
        "某某州养老服务工作领导小组副组长",
        "某某州养老服务工作领导小组办公室主任",
    ]
    logged = Entry.objects.get(verb="change_holder").detail["seats"]
    assert [one["outcome"] for one in logged] == ["passed", "passed"]


def test_a_vacant_post_leaves_its_seat_vacant(people, entered):
    holder = Holder.objects.get(name="林一舟")
    change_holder(people.acting(), holder.post, a_change(holder, incoming=""))
    assert sitting(entered, WORKS)["副组长林一舟"] == ("vacant", None)


def test_the_chair_waits_for_the_notice_that_the_document_asks_for(people, entered):
    holder = Holder.objects.get(name="顾南山")
    change_holder(people.acting(), holder.post, a_change(holder, incoming="温如玉"))
    seat = Seat.objects.get(part="chair")
    assert seat.waits_since == WORKS
    assert sitting(entered, WORKS - DAY)["组长顾南山"] == ("named", "顾南山")
    assert sitting(entered, WORKS)["组长顾南山"] == ("notice", "温如玉")
    assert rows(as_of=WORKS)[0].waiting == 1
    incoming = Holder.objects.get(name="温如玉")
    noticed = WORKS + 9 * DAY
    filled = record_adjustment(people.acting(), seat, holder=incoming, number="某州政办发〔2026〕20号", day=noticed)
    assert (filled.part, filled.notice, filled.begins) == ("chair", "某州政办发〔2026〕20号", noticed)
    assert sitting(entered, noticed - DAY)["组长顾南山"] == ("notice", "温如玉")
    assert sitting(entered, noticed) | {"组长温如玉": ("named", "温如玉")} == sitting(entered, noticed)
    assert "组长顾南山" not in sitting(entered, noticed)
    assert rows(as_of=noticed)[0].waiting == 0


def test_where_the_document_says_nothing_nobody_takes_the_seat_by_themselves(people):
    text = ROSTER.replace("组长调整的，另行发文；其他成员因工作变动的，由接任的同志自动递补，不另行发文。", "")
    enter_coordination(people.acting(), roster(people, text=text))
    coordination = Coordination.objects.get()
    assert (coordination.succession, rule_words(coordination)) == (Succession.UNSAID, "")
    holder = Holder.objects.get(name="宋知遥")
    change_holder(people.acting(), holder.post, a_change(holder))
    assert sitting(coordination, WORKS)["成员宋知遥"] == (Sitting.UNSAID.value, "周予安")


def test_a_new_list_of_the_same_name_ends_the_old_one_the_day_before(people, entered):
    begins = dt.date(2026, 6, 10)
    enter_coordination(people.acting(), roster(people, text=ROSTER + "\n", name="新.txt", day=begins))
    entered.refresh_from_db()
    assert entered.ends == begins - DAY
    assert {seat.ends for seat in entered.seats.all()} == {begins - DAY}
    assert [row.coordination.begins for row in rows(as_of=begins)] == [begins]
    assert [row.coordination.begins for row in rows(as_of=begins - DAY)] == [FOUNDED]


def test_a_list_is_entered_once_and_never_behind_a_newer_one(people, entered):
    with pytest.raises(Refused, match="不用再登记"):
        enter_coordination(people.acting(), entered.document)
    older = roster(people, text=ROSTER + "\n", name="旧.txt", day=FOUNDED - DAY)
    with pytest.raises(Refused, match="没有登记"):
        enter_coordination(people.acting(), older)
    undated = roster(people, text=ROSTER + "\n\n", name="无日.txt", day=None)
    with pytest.raises(Refused, match="从哪一天起"):
        enter_coordination(people.acting(), undated)
    assert Coordination.objects.count() == 1


def test_a_document_without_members_is_refused(people, adopted):
    with pytest.raises(Refused, match="没有读出"):
        enter_coordination(people.acting(), adopted)


@pytest.mark.parametrize(
    ("number", "day", "code"),
    [
        (" ", TODAY, "notice-number"),
        ("1号", TODAY + DAY, "notice-in-future"),
        ("1号", FOUNDED, "notice-before-seat"),
    ],
)
def test_an_adjustment_that_cannot_be_is_refused(number, day, code, people, entered):
    holder = Holder.objects.get(name="顾南山")
    seat = Seat.objects.get(part="chair")
    with pytest.raises(Refused) as refusal:
        record_adjustment(people.acting(), seat, holder=holder, number=number, day=day)
    assert refusal.value.code == code
    assert Seat.objects.count() == 5


def test_nobody_is_seated_who_does_not_hold_the_post_that_day(people, entered):
    holder = Holder.objects.get(name="顾南山")
    change_holder(people.acting(), holder.post, a_change(holder, incoming="温如玉"))
    seat = Seat.objects.get(part="chair")
    with pytest.raises(Refused, match="不任"):
        record_adjustment(people.acting(), seat, holder=Holder.objects.get(name="顾南山"), number="1号", day=TODAY)


def test_a_seat_filled_by_notice_is_not_filled_again(people, entered):
    seat, holder = Seat.objects.get(part="chair"), Holder.objects.get(name="顾南山")
    record_adjustment(people.acting(), seat, holder=holder, number="1号", day=WORKS)
    with pytest.raises(Refused, match="已经结束"):
        record_adjustment(people.acting(), seat, holder=holder, number="2号", day=TODAY)


def test_a_roster_that_writes_a_body_in_two_ways_proposes_the_alias(people):
    Body.objects.create(name="某某州财政局")
    enter_coordination(people.acting(), roster(people))
    proposed = Body.objects.get(name="某某州财政局").names.get()
    assert (proposed.name, proposed.state) == ("州财政局", "proposed")


def test_one_rule_for_all_lists_of_a_notice_holds_for_each(people):
    text = """\
关于调整某某州治水领导小组等2个议事协调机构组成人员的通知
各县人民政府：
因人事变动，现将调整后的组成人员印发你们。
一、某某州治水领导小组组成人员
组  长：顾南山（副州长）
成  员：宋知遥（州财政局副局长）
二、某某州治沙领导小组组成人员
组  长：顾南山（副州长）
成  员：秦朗（州林草局副局长）
以上议事协调机构成员因工作变动的，由接任的同志自动递补，不另行发文。
某某州人民政府办公室
2026年2月10日
"""
    entered = enter_coordination(people.acting(), roster(people, text=text))
    assert [one.coordination.succession for one in entered] == ["by-post", "by-post"]
    assert [one.seats for one in entered] == [2, 2]
