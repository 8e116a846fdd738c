"""What the light of a rate, another level or a limit says: its rule, and what would turn it green."""

from collections.abc import Callable, Mapping

from duixian.pace.amounts import missing, promised, reported
from duixian.pace.looks import Code
from duixian.pace.standing import Standing
from duixian.units.sentence import Sentence, gettext_noop


def _done(at: Standing) -> Sentence:
    reached = at.reached_on()
    if reached and reached > at.plan.due:
        template = gettext_noop("期限日{due}之后，到{day}才符合目标，即为已完成（逾期完成）。")
        return Sentence(template, {"due": at.plan.due, "day": reached})
    return Sentence(gettext_noop("以期限日{due}的数考核，已符合目标，即为已完成。"), {"due": at.plan.due})


def _on_pace(at: Standing) -> Sentence:
    if at.plan.is_met_by(reported(at)):
        return Sentence(gettext_noop("以期限日{due}的数考核；目前符合目标，即为按进度。"), {"due": at.plan.due})
    template = gettext_noop("以期限日{due}的数考核，此前不判滞后；目前还差{gap}。")
    return Sentence(template, {"due": at.plan.due, "gap": missing(at)})


def _behind(at: Standing) -> Sentence:
    if at.plan.cumulative:
        template = gettext_noop("累计数{limit}，已超出{gap}，即为滞后。")
        return Sentence(template, {"limit": promised(at.plan), "gap": missing(at)})
    return Sentence(gettext_noop("今天是期限日，与目标还差{gap}，即为滞后。"), {"gap": missing(at)})


def _overdue(at: Standing) -> Sentence:
    template = gettext_noop("期限日{due}已过，与目标还差{gap}，即为逾期未完成。")
    return Sentence(template, {"due": at.plan.due, "gap": missing(at)})


def _no_data(at: Standing) -> Sentence:
    template = gettext_noop("以期限日{due}的数考核，但没有填报到这一天的数；没有数不等于零，也不等于完成。")
    return Sentence(template, {"due": at.plan.due})


def _not_started(at: Standing) -> Sentence:
    return Sentence(gettext_noop("以期限日{due}的数考核；期限日未到，也没有填报。"), {"due": at.plan.due})


def _report(at: Standing) -> Sentence:
    template = gettext_noop("填报{due}当日的数，符合目标（{target}）即转为已完成。")
    return Sentence(template, {"due": at.plan.due, "target": promised(at.plan)})


def _mend(at: Standing) -> Sentence:
    """A running total cannot go back under its limit; any other level can still be brought to the target."""
    if at.plan.cumulative:
        return Sentence(gettext_noop("累计数只增不减，不能再转为按进度；如填报有误，请更正并写明理由。"))
    return _report(at)


def _finish_late(at: Standing) -> Sentence:
    if at.plan.cumulative:
        return _mend(at)
    template = gettext_noop("填报期限日以后符合目标（{target}）的数，即转为已完成（逾期完成）。")
    return Sentence(template, {"target": promised(at.plan)})


RULES: Mapping[Code, Callable[[Standing], Sentence]] = {
    Code.DONE: _done,
    Code.ON_PACE: _on_pace,
    Code.BEHIND: _behind,
    Code.OVERDUE: _overdue,
    Code.NO_DATA: _no_data,
    Code.NOT_STARTED: _not_started,
}
GREENS: Mapping[Code, Callable[[Standing], Sentence]] = {
    Code.ON_PACE: _report,
    Code.BEHIND: _mend,
    Code.OVERDUE: _finish_late,
    Code.NO_DATA: _report,
    Code.NOT_STARTED: _report,
}
