"""What the light of a target counted up says: its rule, and what would turn it green."""

from collections.abc import Callable, Mapping

from duixian.pace.amounts import amount, gap, missing, reported
from duixian.pace.looks import Code
from duixian.pace.standing import Standing, next_review
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
    Code.BEHIND: _behind,
    Code.OVERDUE: _overdue,
    Code.NO_DATA: _no_data,
    Code.NOT_STARTED: _not_started,
}
GREENS: Mapping[Code, Callable[[Standing], Sentence]] = {
    Code.ON_PACE: _stay,
    Code.BEHIND: _catch_up,
    Code.OVERDUE: _finish_late,
    Code.NO_DATA: _report,
    Code.NOT_STARTED: _report,
}
