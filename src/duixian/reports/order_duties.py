"""What supervision orders ask of a body, and of the supervision office."""

from collections.abc import Iterator, Mapping

from duixian.ledgers.models import Order, OrderStage
from duixian.ledgers.orders.read import open_orders
from duixian.registers.lookup import of_body
from duixian.registers.models import Body
from duixian.reports.duty import NO_DAY, Duty, told
from duixian.units import Sentence, gettext_noop

_BODYS: Mapping[str, str] = {
    OrderStage.HANDED_OVER: gettext_noop("签收督办单 {number} {title}"),
    OrderStage.SIGNED: gettext_noop("办理并反馈督办单 {number} {title}"),
}
_OFFICES: Mapping[str, str] = {
    OrderStage.REGISTERED: gettext_noop("交办督办单 {number} {title}"),
    OrderStage.ANSWERED: gettext_noop("审核督办单 {number} {title} 的反馈"),
    OrderStage.REVIEWED: gettext_noop("督办单 {number} {title} 办结销号"),
}
_EXTENSION = gettext_noop("答复督办单 {number} {title} 的延期申请")


def order_duties(body: Body | None) -> Iterator[Duty]:
    """The open orders that wait for ``body``, or for the supervision office where none is given."""
    found = open_orders().prefetch_related("steps")
    for order in found if body is None else found.filter(of_body(body)):
        words = _words(order, _OFFICES if body is None else _BODYS, for_office=body is None)
        if words is not None:
            sentence = Sentence(words, {"number": order.number, "title": order.title})
            yield Duty(order.state.due, _basis(order), sentence, "office:order", order.pk)


def _words(order: Order, words: Mapping[str, str], *, for_office: bool) -> str | None:
    if for_office and order.state.asked_due is not None:
        return _EXTENSION
    return words.get(order.state.stage)


def _basis(order: Order) -> Sentence:
    """How the day in force was computed: by the last step that set it."""
    due = order.state.due
    if due is None:
        return NO_DAY
    clocks = [step.clock["told"] for step in order.steps.all() if step.due == due and "told" in step.clock]
    return told(str(clocks[-1])) if clocks else Sentence(gettext_noop("由督查室确定"))
