"""Sets an order aside that a rule proposed, and says why."""

from duixian.ledgers.orders.models import SetAside
from duixian.ledgers.orders.post import post_set_aside
from duixian.registers.models import Place, Target
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import hand_of, needed_words


def set_order_aside(acting: Acting, target: Target, *, rule: str, place: Place | None = None, reason: str) -> SetAside:
    """The row; the rule proposes again once the light has changed. Errors: Refused without a reason."""
    with performing("set_order_aside", acting) as log:
        needed_words(text=reason)
        row = post_set_aside(rule=rule, target=target, place=place, reason=reason, hand=hand_of(acting))
        log.record(row, rule=rule, target=target.pk, place=place.pk if place else None, reason=reason)
        return row
