"""Says of a proposed pair of targets whether the lower takes over the upper, and with which parts."""

from decimal import Decimal

from duixian.registers.models import LinkState, Target, TargetLink
from duixian.units import Refused, gettext_noop, plain
from duixian.workflow.acting import Acting, performing
from duixian.workflow.figures import check_value


def decide_link(
    acting: Acting,
    link: TargetLink,
    *,
    state: LinkState,
    assigned: Decimal | None = None,
    topped_up: Decimal | None = None,
) -> TargetLink:
    """The link as decided; ``assigned`` and ``topped_up`` stay as proposed where none are given.

    Errors: Refused for two targets that are not one kind of quantity, and for parts that cannot be.
    """
    with performing("decide_link", acting) as log:
        found = TargetLink.objects.select_for_update().get(pk=link.pk)
        was = found.state
        if state == LinkState.CONFIRMED:
            check_same_kind(found.upper, found.lower)
            found.assigned = found.assigned if assigned is None else assigned
            found.topped_up = found.topped_up if topped_up is None else topped_up
            check_value(found.lower, found.assigned)
            check_value(found.lower, found.topped_up)
        found.state, found.decided_by, found.decided_at = state, acting.account, acting.now
        found.save()
        log.record(
            found.lower,
            upper=str(found.upper),
            was=was,
            state=found.state,
            assigned=plain(found.assigned),
            topped_up=plain(found.topped_up),
        )
        return found


def check_same_kind(upper: Target, lower: Target) -> None:
    """Errors: Refused where one figure would be set against another kind of figure: 人 against 人次."""
    if not (upper.additive and lower.additive):
        raise Refused(
            "link-of-a-level",
            gettext_noop("“{upper}”和“{lower}”要都是可以相加的数，才能上下对应。"),
            upper=str(upper),
            lower=str(lower),
        )
    for one, other in (
        (upper.unit, lower.unit),
        (upper.get_nature_display(), lower.get_nature_display()),
        (upper.get_counter_display(), lower.get_counter_display()),
    ):
        if one != other:
            raise Refused(
                "link-of-two-kinds",
                gettext_noop(
                    "上级指标是“{one}”，本级指标是“{other}”，两种数不能对应。若是读取有误，请先改指标的单位或类型。"
                ),
                one=str(one),
                other=str(other),
            )
