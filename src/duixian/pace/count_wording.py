"""What the light of a target counted up says: its rule, and what would turn it green."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import ROUND_FLOOR, Decimal

from duixian.pace.amounts import amount, gap, missing, reported
from duixian.pace.forecast import Outlook, forecast_of
from duixian.pace.judge import code_of
from duixian.pace.looks import Code
from duixian.pace.plan import Figure
from duixian.pace.standing import Standing, in_whole_steps, next_review, step_exponent
from duixian.units.sentence import Sentence, Value, gettext_noop


def _done(at: Standing) -> Sentence:
    reached = at.reached_on() or at.as_of
    days = (at.plan.due - reached).days
    values: dict[str, Value] = {"day": reached, "due": at.plan.due, "days": abs(days)}
    if days > 0:
        template = gettext_noop("累计数达到目标即为已完成：{day}达到，比期限{due}提前{days}天。")
    elif days == 0:
        template = gettext_noop("累计数达到目标即为已完成：{day}达到，正是期限日。")
    else:
        template = gettext_noop("累计数达到目标即为已完成：{day}达到，比期限{due}晚{days}天。")
    return Sentence(template, values)


def _on_pace(at: Standing) -> Sentence:
    template = gettext_noop("实达不低于按计划应达，或者少得不超过容许差{allowance}（目标的{percent}%），即为按进度。")
    return Sentence(template, {"allowance": gap(at.allowance, at.plan), "percent": at.tolerance})


def _at_risk(at: Standing) -> Sentence:
    found = forecast_of(at)
    if found.outlook is not Outlook.FORECAST:
        # A list shows the light with its last figure alone; the forecast stands on the target's own page.
        told = gettext_noop("实达不低于应达，但按已填的数推算，完成日的晚侧晚于期限{due}，即为有风险。")
        return Sentence(told, {"due": at.plan.due})
    values: dict[str, Value] = {
        "steps": found.steps,
        "quantile": found.quantile,
        "due": at.plan.due,
        "low": amount(in_whole_steps(found.due_low or Decimal(0), like=at.plan.target, rounding=ROUND_FLOOR), at.plan),
    }
    if found.late is None:
        template = gettext_noop(
            "实达不低于应达，但按已填{steps}次增量推算，到期限{due}有把握的只有{low}，"
            "晚侧（{quantile}%分位）两年内都完不成，即为有风险。"
        )
        return Sentence(template, values)
    template = gettext_noop(
        "实达不低于应达，但按已填{steps}次增量推算，完成日的晚侧（{quantile}%分位）是{late}，"
        "晚于期限{due}，即为有风险；到期限有把握的是{low}。"
    )
    return Sentence(template, {**values, "late": found.late})


def _behind(at: Standing) -> Sentence:
    rule = _behind_the_whole(at) if at.expected >= at.plan.target else _behind_the_curve(at)
    if not (at.is_stale and at.latest):
        return rule
    template = gettext_noop("{rule}最近一次填报是{day}，已超过{days}天，因此按{as_of}的应达判断。")
    values: dict[str, Value] = {"rule": rule, "day": at.latest.day, "days": at.figure_age, "as_of": at.as_of}
    return Sentence(template, values)


def _behind_the_whole(at: Standing) -> Sentence:
    template = gettext_noop("按计划{day}应全部完成，实达还差{gap}，即为滞后；应全部完成之日起不再有容许差。")
    return Sentence(template, {"day": at.whole_by(), "gap": missing(at)})


def _behind_the_curve(at: Standing) -> Sentence:
    return Sentence(
        gettext_noop("实达比按计划应达少{gap}，超过容许差{allowance}（目标的{percent}%），即为滞后。"),
        {
            "gap": gap(at.expected - reported(at), at.plan),
            "allowance": gap(at.allowance, at.plan),
            "percent": at.tolerance,
        },
    )


def _overdue(at: Standing) -> Sentence:
    template = gettext_noop("期限{due}已过，实达还差{gap}，即为逾期未完成。")
    return Sentence(template, {"due": at.plan.due, "gap": missing(at)})


def _no_data(at: Standing) -> Sentence:
    template = gettext_noop("按计划到{day}应达{expected}，但没有任何填报；没有数不等于零，也不等于完成。")
    return Sentence(template, {"day": at.as_of, "expected": amount(at.expected, at.plan)})


def _not_started(at: Standing) -> Sentence:
    begins = at.first_expecting()
    if at.judged_on < begins:
        template = gettext_noop("按计划自{day}起才有可计数的进度，在此之前没有进度即为未到启动期。")
    else:
        template = gettext_noop("按计划自{day}起计数，应达还在容许差之内，暂时没有填报不视为无数据。")
    return Sentence(template, {"day": begins})


def _stay(at: Standing) -> Sentence:
    day = next_review(at.as_of, due=at.plan.due)
    wanted = at.wanted_by(day)
    template = gettext_noop("已是按进度；到{day}累计不少于{wanted}即保持按进度。")
    if wanted >= at.plan.target:
        template = gettext_noop("已是按进度；到{day}累计达到{wanted}即转为已完成。")
    return Sentence(template, {"day": day, "wanted": amount(wanted, at.plan)})


def _catch_up(at: Standing) -> Sentence:
    day = next_review(at.as_of, due=at.plan.due)
    wanted = at.wanted_by(day)
    template = gettext_noop("到{day}再完成{more}（累计{wanted}）即转为按进度。")
    if wanted >= at.plan.target:
        template = gettext_noop("到{day}再完成{more}（累计{wanted}）即转为已完成。")
    more = amount(wanted - reported(at), at.plan)
    return Sentence(template, {"day": day, "more": more, "wanted": amount(wanted, at.plan)})


def _lower_the_risk(at: Standing) -> Sentence:
    """What to reach by the next review, found by trying: a jump also widens the spread, so no formula would do."""
    if forecast_of(at).outlook is not Outlook.FORECAST:
        told = gettext_noop("加快进度，使完成日的晚侧不晚于期限{due}，即转为按进度；要再完成多少，见这项指标的页面。")
        return Sentence(told, {"due": at.plan.due})
    day = next_review(at.as_of, due=at.plan.due)
    wanted = _enough(at, day)
    template = gettext_noop("到{day}再完成{more}（累计{wanted}），预测的晚侧即不晚于期限，转为按进度。")
    if wanted >= at.plan.target:
        template = gettext_noop("到{day}再完成{more}（累计{wanted}）即转为已完成。")
    more = amount(wanted - reported(at), at.plan)
    return Sentence(template, {"day": day, "more": more, "wanted": amount(wanted, at.plan)})


def _enough(at: Standing, day: dt.date) -> Decimal:
    """A figure for ``day`` that is green, such that a step less is not; the target where nothing less will do."""
    step = Decimal((0, (1,), step_exponent(at.plan.target)))
    low, high = 0, int((at.plan.target - reported(at)) / step)
    while low < high:
        middle = (low + high) // 2
        if code_of(at.with_figure(Figure(day, reported(at) + step * middle))) in (Code.ON_PACE, Code.DONE):
            high = middle
        else:
            low = middle + 1
    return min(at.plan.target, reported(at) + step * high)


def _finish_late(at: Standing) -> Sentence:
    template = gettext_noop("再完成{more}（累计{wanted}）并填报，即转为已完成（逾期完成）。")
    return Sentence(template, {"more": missing(at), "wanted": amount(at.plan.target, at.plan)})


def _report(at: Standing) -> Sentence:
    day = next_review(at.as_of, due=at.plan.due)
    wanted = at.wanted_by(day)
    if wanted >= at.plan.target:
        return Sentence(gettext_noop("填报累计数，达到{wanted}即转为已完成。"), {"wanted": amount(wanted, at.plan)})
    template = gettext_noop("填报到{day}的累计数，不少于{wanted}即转为按进度。")
    return Sentence(template, {"day": day, "wanted": amount(wanted, at.plan)})


RULES: Mapping[Code, Callable[[Standing], Sentence]] = {
    Code.DONE: _done,
    Code.ON_PACE: _on_pace,
    Code.AT_RISK: _at_risk,
    Code.BEHIND: _behind,
    Code.OVERDUE: _overdue,
    Code.NO_DATA: _no_data,
    Code.NOT_STARTED: _not_started,
}
GREENS: Mapping[Code, Callable[[Standing], Sentence]] = {
    Code.ON_PACE: _stay,
    Code.AT_RISK: _lower_the_risk,
    Code.BEHIND: _catch_up,
    Code.OVERDUE: _finish_late,
    Code.NO_DATA: _report,
    Code.NOT_STARTED: _report,
}
