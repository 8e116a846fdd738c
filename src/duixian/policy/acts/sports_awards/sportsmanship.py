"""第十八条: a collective named for 体育道德风尚奖 at the three games of the region."""

from duixian.policy.acts.sports_awards.assessment import Assessment, reading_day
from duixian.policy.acts.sports_awards.claim import RecipientKind
from duixian.policy.acts.sports_awards.games import Games
from duixian.policy.acts.sports_awards.lines import Lines, PayeeKind, payment
from duixian.policy.engine.act import number_of
from duixian.policy.engine.amounts import stated
from duixian.policy.engine.answers import DatedValue
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import gettext_noop


def games_not_covered(a: Assessment) -> Refusal | None:
    """Games that the act names, but not in 第十八条."""
    if a.claim.sportsmanship is None or _row(a) is not None:
        return None
    template = gettext_noop("{games}的体育道德风尚奖本办法没有奖励，只奖励自治区三项运动会的先进集体。")
    return refuse("SPORTSMANSHIP_GAMES_NOT_COVERED", template, articles=("第十八条",), games=a.claim.games or "")


def individual_without_amount(a: Assessment) -> Refusal | None:
    """Only collectives have an amount."""
    if a.claim.sportsmanship is None or a.claim.sportsmanship.recipient_kind is RecipientKind.COLLECTIVE:
        return None
    template = gettext_noop("{person} 是个人；体育道德风尚奖本办法只奖励先进集体，没有个人的奖金。")
    person = a.claim.sportsmanship.recipient
    return refuse("SPORTSMANSHIP_INDIVIDUAL_NO_AMOUNT", template, articles=("第十八条",), person=person)


def sportsmanship_lines(a: Assessment) -> Lines:
    """The collective's one line."""
    row = _row(a)
    if a.claim.sportsmanship is None or row is None:
        return
    worth = stated(row, a.narrator.say(gettext_noop("{games}体育道德风尚奖先进集体"), games=a.claim.games or ""))
    yield payment(a.claim.sportsmanship.recipient, PayeeKind.COLLECTIVE, worth, games=a.claim.games or "")


def _row(a: Assessment) -> DatedValue | None:
    if a.claim.sportsmanship is None or not isinstance(a.games, Games):
        return None
    day = reading_day(a.act, a.claim.sportsmanship.day)
    return number_of(a.act.value("collective", a.games.name, day=day))
