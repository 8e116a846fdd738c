"""For each verb of orders and inspections: how what it needs is made, and the act itself."""

import datetime as dt
from dataclasses import replace

from tests.small_site import NOW, PASSWORD, TODAY, make_adopted

from duixian.ledgers.inspections.post import Inspector, NewInspection, Window
from duixian.ledgers.models import Inspection, InspectionKind, Order
from duixian.ledgers.orders.post import NewOrder
from duixian.registers.models import Account, Body, Role, Target
from duixian.registers.paper_templates import ORDER
from duixian.workflow.acting import Acting
from duixian.workflow.actions.answer_order import answer_order
from duixian.workflow.actions.ask_extension import ask_extension
from duixian.workflow.actions.close_inspection import close_inspection
from duixian.workflow.actions.close_order import close_order
from duixian.workflow.actions.conclude_inspection import conclude_inspection
from duixian.workflow.actions.create_account import NewAccount, build_account
from duixian.workflow.actions.decide_extension import decide_extension
from duixian.workflow.actions.decide_inspection import decide_inspection
from duixian.workflow.actions.decide_objection import decide_objection
from duixian.workflow.actions.hand_over_order import hand_over_order
from duixian.workflow.actions.issue_calendar_key import issue_calendar_key
from duixian.workflow.actions.object_to_conclusion import object_to_conclusion
from duixian.workflow.actions.propose_inspection import propose_inspection
from duixian.workflow.actions.receive_conclusion import receive_conclusion
from duixian.workflow.actions.record_visit import record_visit
from duixian.workflow.actions.register_order import register_order
from duixian.workflow.actions.remind_order import remind_order
from duixian.workflow.actions.report_rectification import report_rectification
from duixian.workflow.actions.review_order import review_order
from duixian.workflow.actions.set_email import set_email
from duixian.workflow.actions.set_order_aside import set_order_aside
from duixian.workflow.actions.set_paper_template import set_paper_template
from duixian.workflow.actions.sign_order import sign_order
from duixian.workflow.actions.withdraw_order import withdraw_order

DAY = dt.timedelta(days=1)
VISIT = TODAY + DAY


def body() -> Body:
    return Body.objects.get(name="州民政局")


def new_order(number="某督〔2026〕1号", **more) -> NewOrder:
    told = {"title": "助餐点进度", "ask": "查明原因，提出赶工办法", "basis": "州长6月28日批示"}
    return NewOrder(number=number, body=body(), **(told | more))


def registered(people, **more) -> Order:
    return register_order(people.acting(), new_order(**more))


def handed_over(people, **more) -> Order:
    order = registered(people, **more)
    hand_over_order(people.acting(), order, working_days=5)
    return fresh(order)


def signed(people, **more) -> Order:
    order = handed_over(people, **more)
    sign_order(people.acting("reporter"), order)
    return fresh(order)


def asked(people) -> Order:
    order = signed(people)
    ask_extension(people.acting("reporter"), order, until=order.state.due + 7 * DAY, text="等汛期过去")
    return fresh(order)


def answered(people) -> Order:
    order = signed(people)
    answer_order(people.acting("reporter"), order, text="增派两个班组，8月底追平")
    return fresh(order)


def reviewed(people) -> Order:
    order = answered(people)
    review_order(people.acting(), order, passes=True)
    return fresh(order)


def fresh(order: Order) -> Order:
    return Order.objects.select_related("state").get(pk=order.pk)


def new_inspection(
    number="督方〔2026〕1号", *, order=None, title="助餐点开餐情况", days=(VISIT, VISIT + 2 * DAY), **more
):
    team = (Inspector("水清浅", leads=True), Inspector("柳岸风"))
    told = {"basis": "州长批准", "content": "看开餐情况", "scope": "只看助餐点，不查其他工作", "team": team}
    return NewInspection(
        number=number,
        title=title,
        kind=InspectionKind.SPECIAL,
        windows=(Window(body(), *days),),
        order=order,
        **(told | more),
    )


def proposed(people, **more) -> Inspection:
    return propose_inspection(people.acting(), new_inspection(**more))


def approved(people, **more) -> Inspection:
    inspection = proposed(people, **more)
    decide_inspection(people.acting("leader"), inspection, approves=True)
    return inspection


def colleague() -> Account:
    """Another person of the supervision office: who concludes does not decide the objection."""
    found = Account.objects.filter(username="colleague").first()
    if found is None:
        new = NewAccount(username="colleague", full_name="杜若川", role=Role.SUPERVISION, password=PASSWORD)
        found = build_account(new, at=NOW)
        found.save()
    return found


def on(people, name: str, day: dt.date) -> Acting:
    account = colleague() if name == "colleague" else getattr(people, name)
    return Acting(account=account, now=NOW, today=day)


def late(acting: Acting, day: dt.date) -> Acting:
    return replace(acting, today=day)


def concluded(people, **more) -> Inspection:
    inspection = approved(people, **more)
    conclude_inspection(on(people, "colleague", VISIT), inspection, body=body(), text="两处未按时开餐")
    return inspection


def received(people, **more) -> Inspection:
    inspection = concluded(people, **more)
    receive_conclusion(on(people, "reporter", VISIT), inspection)
    return inspection


def objected(people, **more) -> Inspection:
    inspection = received(people, **more)
    object_to_conclusion(on(people, "reporter", VISIT + DAY), inspection, text="其中一处当日停电")
    return inspection


def all_settled(people) -> Inspection:
    inspection = objected(people)
    told = {"body": body(), "upholds": False, "text": "停电有备用电源，结论不变"}
    decide_objection(on(people, "supervision", VISIT + 2 * DAY), inspection, **told)
    return inspection


def a_target(people) -> Target:
    make_adopted(people)
    return Target.objects.get(object="养老护理人员")


ORDER_ACTS = {
    "register_order": (lambda people: people, lambda acting, _: register_order(acting, new_order())),
    "hand_over_order": (registered, lambda acting, order: hand_over_order(acting, order, working_days=5)),
    "sign_order": (handed_over, sign_order),
    "remind_order": (handed_over, lambda acting, order: remind_order(acting, order, text="请尽快签收")),
    "answer_order": (signed, lambda acting, order: answer_order(acting, order, text="已补齐")),
    "ask_extension": (
        signed,
        lambda acting, order: ask_extension(acting, order, until=order.state.due + 5 * DAY, text="等雨停"),
    ),
    "decide_extension": (asked, lambda acting, order: decide_extension(acting, order, grants=True)),
    "review_order": (
        answered,
        lambda acting, order: review_order(acting, order, passes=False, text="缺照片以外的依据"),
    ),
    "close_order": (reviewed, close_order),
    "withdraw_order": (registered, lambda acting, order: withdraw_order(acting, order, text="重复立项")),
    "set_order_aside": (
        a_target,
        lambda acting, target: set_order_aside(acting, target, rule="overdue", reason="已在会上交办"),
    ),
    "propose_inspection": (lambda people: people, lambda acting, _: propose_inspection(acting, new_inspection())),
    "decide_inspection": (proposed, lambda acting, found: decide_inspection(acting, found, approves=True)),
    "record_visit": (
        approved,
        lambda acting, found: record_visit(late(acting, VISIT), found, body=body(), text="看了两处"),
    ),
    "conclude_inspection": (
        approved,
        lambda acting, found: conclude_inspection(acting, found, body=body(), text="两处未按时开餐"),
    ),
    "receive_conclusion": (concluded, receive_conclusion),
    "object_to_conclusion": (
        received,
        lambda acting, found: object_to_conclusion(late(acting, VISIT), found, text="其中一处停电"),
    ),
    "decide_objection": (
        objected,
        lambda acting, found: decide_objection(acting, found, body=body(), upholds=True, text="属实，撤回该条"),
    ),
    "report_rectification": (received, lambda acting, found: report_rectification(acting, found, text="已补开")),
    "close_inspection": (all_settled, close_inspection),
    "set_email": (lambda people: people, lambda acting, _: set_email(acting, email="a@example.org")),
    "issue_calendar_key": (lambda people: people, lambda acting, _: issue_calendar_key(acting)),
    "set_paper_template": (lambda people: people, lambda acting, _: set_paper_template(acting, ORDER, data=None)),
}
