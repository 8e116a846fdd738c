"""第十五条, 第二十五条: the coach gets as much as a decision granted the athlete on top for a record or a grade."""

import datetime as dt
from collections.abc import Iterator

from duixian.policy.acts.sports_awards.assessment import Assessment, reading_day
from duixian.policy.acts.sports_awards.claim import Addon, AddonItem, AddonKind, Party
from duixian.policy.acts.sports_awards.games import Games
from duixian.policy.acts.sports_awards.lines import Lines, PayeeKind, barred, payment
from duixian.policy.engine.act import Act, number_of
from duixian.policy.engine.amounts import Derived, supplied
from duixian.policy.engine.answers import DatedWord
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import gettext_noop

COACH_ARTICLE, HIGHEST_ARTICLE = "第十五条", "第二十五条"
GRADE = "grade"


def games_not_covered(a: Assessment) -> Refusal | None:
    """第十五条 names two games."""
    if a.claim.addon is None or not isinstance(a.games, Games):
        return None
    day = reading_day(a.act, a.claim.addon.day)
    if isinstance(a.act.word("addon_games", a.games.name, day=day), DatedWord):
        return None
    template = gettext_noop("{games}的纪录和等级没有追加奖励，本办法只规定了自治区运动会和自治区青少年年度锦标赛。")
    return refuse("ADDON_GAMES_NOT_COVERED", template, articles=(COACH_ARTICLE,), games=a.games.name)


def record_not_confirmed(a: Assessment) -> Refusal | None:
    """A record counts only if the department of 国家体育总局 confirmed it."""
    if a.claim.addon is None or a.claim.addon.kind is not AddonKind.RECORD:
        return None
    for item in a.claim.addon.items:
        if not item.confirmed or item.level is None:
            template = gettext_noop("“{event}”的纪录没有经国家体育总局有关管理部门批准确认，不能计奖。确认以后再申请。")
            articles = (HIGHEST_ARTICLE,)
            return refuse("RECORD_NOT_CONFIRMED", template, articles=articles, event=item.event or "")
    return None


def grade_below(a: Assessment) -> Refusal | None:
    """Below 国家一级运动员."""
    addon = a.claim.addon
    if addon is None or addon.kind is not AddonKind.GRADE:
        return None
    lowest = number_of(a.act.value("addon_level", GRADE, day=reading_day(a.act, addon.day)))
    for item in addon.items:
        if lowest is None or rank_of(a.act, item.level, day=addon.day) < lowest.value:
            template = gettext_noop("达到的等级是“{level}”，国家一级运动员及以上才有追加奖励。")
            return refuse("GRADE_BELOW_LEVEL_1", template, articles=(COACH_ARTICLE,), level=item.level or "")
    return None


def no_amount(a: Assessment) -> Refusal | None:
    """The act presupposes an add-on and never states one: only a decision on file can."""
    addon = a.claim.addon
    if addon is None:
        return None
    if a.claim.asks_for(Party.ATHLETES):
        template = gettext_noop(
            "运动员的追加奖励本办法没有写明金额，不能按本办法发放。请按作出追加奖励决定的文件办理。"
        )
        return refuse("ADDON_NO_AMOUNT", template, articles=(COACH_ARTICLE,))
    if a.claim.asks_for(Party.COACHES) and any(
        item.amount is None or item.ref is None for item, _ in counted(a, addon)
    ):
        template = gettext_noop(
            "没有运动员追加奖励的金额或决定文件（addon.items 的 amount_yuan、ref）：教练员与运动员同等标准，"
            "先要有给运动员追加奖励的决定。"
        )
        return refuse("ADDON_NO_AMOUNT", template, articles=(COACH_ARTICLE,))
    return None


def addon_lines(a: Assessment) -> Lines:
    """The coach's line for each item that counts; no split by time and no assistant's share."""
    addon = a.claim.addon
    if addon is None or addon.coach is None or not a.claim.asks_for(Party.COACHES):
        return
    gone = barred(a, addon.coach, PayeeKind.CURRENT_COACH)
    if gone is not None:
        yield gone
        return
    for item, dropped in counted(a, addon):
        worth = _worth(a, addon, item, dropped=dropped)
        yield payment(addon.coach.id, PayeeKind.CURRENT_COACH, worth, games=a.claim.games or "")


def counted(a: Assessment, addon: Addon) -> Iterator[tuple[AddonItem, bool]]:
    """The highest item of each event, and whether others of the event gave way to it; events in their first order."""
    events: dict[str, list[AddonItem]] = {}
    for item in addon.items:
        events.setdefault("".join((item.event or "").split()), []).append(item)
    for items in events.values():
        highest = max(items, key=lambda item: (rank_of(a.act, item.level, day=addon.day), item.amount or 0))
        yield highest, len(items) > 1


def rank_of(act: Act, level: str | None, *, day: dt.date) -> int:
    """How high a record or grade is; 0 for one that the act does not know."""
    row = number_of(act.value("addon_rank", level, day=reading_day(act, day)))
    return 0 if row is None else int(row.value)


def _worth(a: Assessment, addon: Addon, item: AddonItem, *, dropped: bool) -> Derived:
    """第二十五条 is cited where a lower record gave way; for grades the text has no such article."""
    if item.amount is None:
        raise TypeError(f"an add-on without an amount passed the refusals: {item}")
    only_highest = dropped and addon.kind is AddonKind.RECORD
    template = gettext_noop("{athlete} {event}（{level}）追加奖励，教练员同等标准（依据：{ref}）")
    if dropped:
        template = gettext_noop("{athlete} {event}（{level}，同一项目取最高）追加奖励，教练员同等标准（依据：{ref}）")
    values = {
        "athlete": addon.athlete or "",
        "event": item.event or "",
        "level": item.level or "",
        "ref": item.ref or "",
    }
    articles = (COACH_ARTICLE, HIGHEST_ARTICLE) if only_highest else (COACH_ARTICLE,)
    return supplied(item.amount, a.narrator.say(template, **values), articles=articles)
