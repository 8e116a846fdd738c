"""What a claim about a selection, a transfer or an add-on needs."""

from duixian.policy.acts.sports_awards.assessment import Assessment
from duixian.policy.acts.sports_awards.claim import Addon, AddonKind, Party
from duixian.policy.acts.sports_awards.claim_fields import field_at
from duixian.policy.acts.sports_awards.faults import Faults, missing
from duixian.policy.acts.sports_awards.selection import is_under_other_games
from duixian.units import Sentence, gettext_noop
from duixian.units.sentence import Value

# The words that a record or a grade may be; how high each is stands in the act file.
LEVELS = {
    AddonKind.RECORD: ("世界纪录", "亚洲纪录", "全国纪录"),
    AddonKind.GRADE: ("国际级运动健将", "运动健将", "一级运动员", "二级运动员", "三级运动员"),
}


def selection_faults(a: Assessment) -> Faults:
    """A selection under 第七条 needs to say whether a team's athlete is of the main squad."""
    selection = a.claim.selection
    if selection is None:
        return
    why = gettext_noop("第七条的集体项目只奖励主力队员。")
    if is_under_other_games(a):
        if selection.athlete.team_event is None:
            yield missing("selection.athlete", "team_event", why)
        elif selection.athlete.team_event and selection.athlete.main_squad is None:
            yield missing("selection.athlete", "main_squad", why)
    for number, coach in enumerate(selection.coaches):
        if not coach.roles:
            path = f"selection.coaches[{number}]"
            yield missing(path, "roles", gettext_noop("只奖励原培养、输送教练员，请写明是哪一种。"))


def transfer_faults(a: Assessment) -> Faults:
    """A transfer names its athletes, its coach, and whether and when they became regular."""
    transfer = a.claim.transfer
    if transfer is None:
        return
    if transfer.regularised is None:
        yield missing("transfer", "regularised", gettext_noop("转正后才有奖励。"))
    elif transfer.regularised and transfer.day is None:
        yield missing("transfer", "regularised_date", gettext_noop("转正日期决定本办法是否适用。"))
    if not transfer.athletes:
        yield missing("transfer", "athletes", gettext_noop("按输送并转正的运动员人数计奖。"))
    if not transfer.coaches:
        yield missing("transfer", "coaches", gettext_noop("奖励给输送的教练员。"))


def addon_faults(a: Assessment) -> Faults:
    """An add-on names its coach and its items; what they lack otherwise has codes of its own."""
    addon = a.claim.addon
    if addon is None or addon.kind is AddonKind.BONUS_GOLD:
        return
    if a.claim.asks_for(Party.COACHES) and addon.coach is None:
        yield missing("addon", "coach", gettext_noop("教练员申请的，请写明是谁。"))
    if addon.athlete is None:
        yield missing("addon", "athlete", gettext_noop("请写明是谁的纪录或等级。"))
    if not addon.items:
        yield missing("addon", "items", gettext_noop("请列出纪录或等级。"))
    yield from _item_faults(addon)


def _item_faults(addon: Addon) -> Faults:
    levels = LEVELS[addon.kind]
    for number, item in enumerate(addon.items):
        path = f"addon.items[{number}]"
        if item.event is None and len(addon.items) > 1:
            yield missing(path, "event", gettext_noop("同一项目只计最高一项。"))
        if item.level is not None and item.level not in levels:
            template = gettext_noop("{field}写的是“{found}”，可以写：{words}。")
            values: dict[str, Value] = {
                "field": field_at(path, "level"),
                "found": item.level,
                "words": "、".join(levels),
            }
            yield Sentence(template, values)
