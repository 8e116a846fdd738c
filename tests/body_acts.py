"""For each verb of names, posts, coordination bodies and liaisons: what it needs, and the act itself."""

import datetime as dt

from tests.small_site import LEAD, NOW, TODAY, make_adopted

from duixian.registers import store
from duixian.registers.models import (
    AssignmentOfficial,
    Body,
    BodyName,
    Document,
    Holder,
    Liaison,
    Post,
    Seat,
    Source,
)
from duixian.workflow.actions.change_holder import Change, change_holder
from duixian.workflow.actions.decide_alias import decide_alias
from duixian.workflow.actions.end_liaison import end_liaison
from duixian.workflow.actions.enter_coordination import enter_coordination
from duixian.workflow.actions.enter_posts import enter_posts
from duixian.workflow.actions.name_liaison import NewLiaison, name_liaison
from duixian.workflow.actions.name_post import name_post
from duixian.workflow.actions.propose_alias import propose_alias
from duixian.workflow.actions.record_adjustment import record_adjustment
from duixian.workflow.actions.rename_body import rename_body

ROSTER = """\
关于成立某某州养老服务工作领导小组的通知
各县人民政府，州人民政府各部门：
为加强组织领导，决定成立某某州养老服务工作领导小组。现将组成人员通知如下：
某某州养老服务工作领导小组组成人员
组  长：顾南山（副州长）
副组长：林一舟（州民政局局长）
成  员：宋知遥（州财政局副局长）
秦朗（州教育局副局长）
领导小组办公室设在州民政局，办公室主任由林一舟同志兼任。组长调整的，另行发文；其他成员因工作变动的，由接任的同志自动递补，不另行发文。
某某州人民政府办公室
2026年2月10日
"""
WORKS = dt.date(2026, 6, 1)


def roster(people, *, text=ROSTER, name="名单.txt", day=dt.date(2026, 2, 10)) -> Document:
    """A roster document as it is kept after reading: its members are read again from the source."""
    data = text.encode()
    source = Source.objects.create(
        sha256=store.keep(data),
        name=name,
        kind="txt",
        size=len(data),
        text=text,
        compiler="0",
        added_by=people.supervision,
        added_at=NOW,
    )
    return Document.objects.create(
        source=source,
        key="roster",
        kind="roster",
        title=text.splitlines()[0],
        issuer="某某州人民政府办公室",
        date=day,
        begin=0,
        end=len(text.rstrip()),
    )


def chief(people) -> Holder:
    """The head of the leading bureau, on whom the plan's duty lies."""
    make_adopted(people)
    return Holder.objects.get(name="林一舟")


def a_change(holder: Holder, incoming="周予安", day=WORKS) -> Change:
    return Change(day=day, outgoing=holder, incoming=incoming, basis="某州人任〔2026〕3号")


def a_proposal(people) -> BodyName:
    body = Body.objects.get(name=LEAD)
    Body.objects.create(name="民政局")
    return propose_alias(people.acting(), body, name="民政局")


def loose(people) -> Document:
    document = make_adopted(people)
    AssignmentOfficial.objects.update(held_post=None)
    return document


def a_seat(people) -> Seat:
    """The chair, whose change the document wants announced."""
    enter_coordination(people.acting(), roster(people))
    return Seat.objects.get(part="chair")


def another(seat: Seat) -> Holder:
    post = Post.objects.get(pk=seat.post_id)
    return post.holders.create(name="温如玉")


def a_liaison(people) -> Liaison:
    new = NewLiaison(name="许清欢", duties="报送进度", begins=dt.date(2026, 3, 1))
    return name_liaison(people.acting(), Body.objects.get(name=LEAD), new)


def body_rows(people) -> dict[str, int]:
    """For every address that names a row, on a site whose plan is adopted: its key."""
    body = Body.objects.get(name=LEAD)
    holder = Holder.objects.get(name="林一舟")
    seat, waiting = a_seat(people), roster(people, text=ROSTER.replace("养老", "托育"), name="托育.txt")
    liaison, proposal = a_liaison(people), a_proposal(people)
    handover = change_holder(people.acting(), holder.post, a_change(holder))
    chair = Holder.objects.get(name="顾南山")
    change_holder(people.acting(), chair.post, a_change(chair, incoming="温如玉"))
    of_body = ("body_register", "rename_body", "propose_alias", "name_post", "name_liaison")
    return {
        **dict.fromkeys(of_body, body.pk),
        **dict.fromkeys(("post", "change_holder"), holder.post_id),
        "decide_alias": proposal.pk,
        "end_liaison": liaison.pk,
        "handover": handover.pk,
        "coordination": seat.coordination_id,
        "enter_coordination": waiting.pk,
        "record_adjustment": seat.pk,
        "adjusting_notice": seat.pk,
    }


BODY_ACTS = {
    "propose_alias": (
        None,
        lambda acting, _: propose_alias(acting, Body.objects.get(name=LEAD), name="民政局"),
    ),
    "decide_alias": (a_proposal, lambda acting, made: decide_alias(acting, made, same=True)),
    "rename_body": (
        None,
        lambda acting, _: rename_body(acting, Body.objects.get(name=LEAD), name="州民政和养老局", day=TODAY),
    ),
    "enter_posts": (loose, lambda acting, _: enter_posts(acting)),
    "name_post": (None, lambda acting, _: name_post(acting, Body.objects.get(name=LEAD), title="总会计师")),
    "change_holder": (chief, lambda acting, made: change_holder(acting, made.post, a_change(made))),
    "enter_coordination": (roster, enter_coordination),
    "record_adjustment": (
        a_seat,
        lambda acting, made: record_adjustment(
            acting, made, holder=another(made), number="某州政办发〔2026〕20号", day=TODAY
        ),
    ),
    "name_liaison": (
        None,
        lambda acting, _: name_liaison(
            acting, Body.objects.get(name=LEAD), NewLiaison(name="许清欢", duties="报送进度", begins=TODAY)
        ),
    ),
    "end_liaison": (a_liaison, lambda acting, made: end_liaison(acting, made, day=TODAY)),
}
