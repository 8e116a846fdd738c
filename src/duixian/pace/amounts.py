"""Amounts, distances and targets as sentences of a light, each with its unit."""

from decimal import Decimal

from duixian.pace.plan import Plan
from duixian.pace.standing import Standing
from duixian.units.sentence import Sentence, gettext_noop

_TARGETS = {
    "=": gettext_noop("{value}{unit}"),
    ">=": gettext_noop("不少于{value}{unit}"),
    "<=": gettext_noop("不超过{value}{unit}"),
    "~": gettext_noop("约{value}{unit}"),
}


def promised(plan: Plan) -> Sentence:
    """The target as it is to be met."""
    return Sentence(_TARGETS[plan.comparator], {"value": plan.target, "unit": plan.unit})


def amount(value: Decimal, plan: Plan) -> Sentence:
    return Sentence(gettext_noop("{value}{unit}"), {"value": value, "unit": plan.unit})


def gap(value: Decimal, plan: Plan) -> Sentence:
    """A distance: between two percentages it is in percentage points."""
    if plan.unit == "%":
        return Sentence(gettext_noop("{value}个百分点"), {"value": value})
    return amount(value, plan)


def difference(value: Decimal, plan: Plan) -> Sentence:
    """Actual minus expected, said in words: a bare minus sign is easily overlooked."""
    if value == 0:
        return Sentence(gettext_noop("持平"))
    template = gettext_noop("多{gap}") if value > 0 else gettext_noop("少{gap}")
    return Sentence(template, {"gap": gap(abs(value), plan)})


def reported(at: Standing) -> Decimal:
    """The last figure's value, for the codes that presuppose one."""
    if at.latest is None:
        raise ValueError("this light has no figure to speak of")
    return at.latest.value


def missing(at: Standing) -> Sentence:
    """How far the last figure is from the target, on the wrong side of it."""
    return gap(abs(at.plan.target - reported(at)), at.plan)
