"""第四条 to 第七条: selection for 中国体育代表团 pays the athlete and the coaches who formed and sent them."""

from duixian.policy.acts.sports_awards.assessment import Assessment, reading_day
from duixian.policy.acts.sports_awards.games import Games
from duixian.policy.acts.sports_awards.lines import Lines, PayeeKind, elsewhere, payment
from duixian.policy.engine.act import number_of
from duixian.policy.engine.amounts import Derived, stated
from duixian.policy.engine.answers import DatedValue, DatedWord
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import gettext_noop

_OTHER_GAMES = "其他"
_ARTICLES = ("第四条", "第五条", "第六条", "第七条")


def not_national_delegation(a: Assessment) -> Refusal | None:
    """Another delegation than China's."""
    selection = a.claim.selection
    if selection is None:
        return None
    if isinstance(a.act.word("delegation", selection.delegation, day=reading_day(a.act, selection.day)), DatedWord):
        return None
    template = gettext_noop("入选的是“{delegation}”，本办法只奖励正式入选中国体育代表团。")
    return refuse("NOT_NATIONAL_DELEGATION", template, articles=_ARTICLES, delegation=selection.delegation)


def not_main_squad(a: Assessment) -> Refusal | None:
    """第七条 alone says 包括集体项目主力队员: there a substitute, and the substitute's coaches, get nothing."""
    selection = a.claim.selection
    if selection is None or not is_under_other_games(a):
        return None
    if selection.athlete.team_event and not selection.athlete.main_squad:
        template = gettext_noop("{athlete} 在集体项目中不是主力队员；{games}的入选奖励在集体项目中只给主力队员。")
        return refuse(
            "NOT_MAIN_SQUAD", template, articles=("第七条",), athlete=selection.athlete.id, games=a.claim.games or ""
        )
    return None


def is_under_other_games(a: Assessment) -> bool:
    """Whether 第七条 holds: games that have no row of their own."""
    row = _row(a)
    return row is not None and row.key == (_OTHER_GAMES,)


def selection_lines(a: Assessment) -> Lines:
    """A line for each person once, whatever the number of roles."""
    selection, row = a.claim.selection, _row(a)
    if selection is None or row is None or a.claim.games is None:
        return
    worth = _worth(a, row)
    yield payment(selection.athlete.id, PayeeKind.ATHLETE, worth, games=a.claim.games)
    paid = {selection.athlete.id}
    for coach in selection.coaches:
        if coach.id in paid:
            continue
        paid.add(coach.id)
        yield elsewhere(coach, PayeeKind.ORIGIN_COACH) or payment(
            coach.id, PayeeKind.ORIGIN_COACH, worth, games=a.claim.games
        )


def _worth(a: Assessment, row: DatedValue) -> Derived:
    return stated(
        row, a.narrator.say(gettext_noop("正式入选中国体育代表团参加{games}，每人"), games=a.claim.games or "")
    )


def _row(a: Assessment) -> DatedValue | None:
    if a.claim.selection is None or not isinstance(a.games, Games):
        return None
    day = reading_day(a.act, a.claim.selection.day)
    own = number_of(a.act.value("selection", a.games.name, day=day))
    return own or number_of(a.act.value("selection", _OTHER_GAMES, day=day))
