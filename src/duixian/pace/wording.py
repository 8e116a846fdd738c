"""What a light says about itself: its rule, its inputs and what would turn it green, as translatable sentences."""

from collections.abc import Mapping

from duixian.pace import count_wording, level_wording
from duixian.pace.amounts import amount, difference, gap, promised
from duixian.pace.looks import Code
from duixian.pace.standing import Standing
from duixian.units.sentence import Sentence, gettext_noop


def write_rule(code: Code, at: Standing) -> Sentence:
    """Why the light is what it is."""
    if code is Code.ACCEPTED:
        done = write_rule(Code.DONE, at)
        return Sentence(gettext_noop("{done}{day}已验收。"), {"done": done, "day": at.accepted or at.as_of})
    rules = count_wording.RULES if at.plan.is_counted_up else level_wording.RULES
    return rules[code](at)


def write_green(code: Code, at: Standing) -> Sentence:
    """What would turn the light green, or keep it so."""
    if code is Code.DONE:
        return Sentence(gettext_noop("已完成，无需再做。"))
    if code is Code.ACCEPTED:
        return Sentence(gettext_noop("已验收，无需再做。"))
    greens = count_wording.GREENS if at.plan.is_counted_up else level_wording.GREENS
    return greens[code](at)


def write_inputs(at: Standing) -> Mapping[str, Sentence]:
    """The figures a light was judged from, by label (a msgid), in the order to be shown."""
    plan, latest = at.plan, at.latest
    day = gettext_noop("{day}")
    inputs = {
        gettext_noop("目标"): promised(plan),
        gettext_noop("期限"): Sentence(day, {"day": plan.due}),
        gettext_noop("截至日"): Sentence(day, {"day": at.judged_on}),
        gettext_noop("应达"): amount(at.expected, plan),
        gettext_noop("实达"): amount(latest.value, plan) if latest else Sentence(gettext_noop("未填报")),
    }
    if latest:
        inputs[gettext_noop("差")] = difference(latest.value - at.expected, plan)
        inputs[gettext_noop("最近填报")] = Sentence(day, {"day": latest.day})
    if plan.is_counted_up:
        inputs[gettext_noop("容许差")] = gap(at.allowance, plan)
    return inputs
