"""第十一条 to 第十四条, 第十六条: every share has one owner, for the act always speaks of one coach."""

from collections.abc import Iterable, Iterator

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed, sending_coaches_of
from duixian.policy.acts.sports_awards.claim import Coach, PaidUnit
from duixian.policy.acts.sports_awards.coaches import SENDING, coach_share
from duixian.policy.acts.sports_awards.games import CoachRule
from duixian.policy.acts.sports_awards.lines import PAYEE_WORDS, PayeeKind
from duixian.policy.engine.answers import Known
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import Sentence, gettext_noop

_Owners = tuple[PayeeKind, str, list[str]]
_HEAD_COACH_ARTICLES = {CoachRule.BY_TRAINING_TIME: "第十三条", CoachRule.WHOLE: "第十四条"}


def multiple_coaches(a: Assessment) -> Refusal | None:
    """Some share that the games pay has several owners. Counted athlete by athlete."""
    for kind, article, coaches in _shares(a):
        if len(coaches) > 1:
            template = gettext_noop(
                "一份{role}奖金有 {count} 人申请（{coaches}），本办法只规定给一人，没有规定几个人怎样分。"
                "请确认应得的一人后再申请；其他各方可先申请。"
            )
            return refuse(
                "MULTIPLE_COACHES_NO_SPLIT",
                template,
                articles=(article,),
                role=Sentence(PAYEE_WORDS[kind]),
                count=len(coaches),
                coaches="、".join(coaches),
            )
    return None


def _shares(a: Assessment) -> Iterator[_Owners]:
    """Each share with the article that grants it, and the coaches who are named for it."""
    if a.claim.transfer:
        yield PayeeKind.SENDING_COACH, "第十一条", _ids(a.claim.transfer.coaches)
    if a.with_coaches:
        for placed in a.placed:
            yield from _head_shares(placed)
            for unit in placed.due:
                if (article := _sending_article(a, placed, unit)) is not None:
                    yield PayeeKind.SENDING_COACH, article, _ids(sending_coaches_of(placed.result, unit))


def _head_shares(placed: Placed) -> Iterator[_Owners]:
    article = _HEAD_COACH_ARTICLES.get(placed.games.coach_rule)
    if article is not None:
        yield PayeeKind.CURRENT_COACH, article, _ids(placed.result.current_coaches)
        qualified = [coach for coach in placed.result.assistant_coaches if coach.qualified]
        yield PayeeKind.ASSISTANT_COACH, "第十六条", _ids(qualified)


def _sending_article(a: Assessment, placed: Placed, unit: PaidUnit) -> str | None:
    """The article that pays a sending coach here; None where there is no share to be owned."""
    if placed.games.coach_rule is CoachRule.SENDING_ONLY:
        return "第十二条" if placed.result.represents_region else None
    if placed.games.coach_rule is not CoachRule.BY_TRAINING_TIME:
        return None
    share = coach_share(a, placed, unit, coach=SENDING)
    return share.row.article if isinstance(share, Known) else None


def _ids(coaches: Iterable[Coach]) -> list[str]:
    return [coach.id for coach in coaches]
