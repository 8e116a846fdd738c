"""第十一条: a coach who sent an athlete to a 自治区专业队 is paid once the athlete is made regular (转正)."""

from duixian.policy.acts.sports_awards.assessment import Assessment, reading_day
from duixian.policy.acts.sports_awards.lines import Lines, PayeeKind, payment
from duixian.policy.engine.act import number_of
from duixian.policy.engine.amounts import stated
from duixian.policy.engine.answers import DatedWord
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import gettext_noop


def destination_not_covered(a: Assessment) -> Refusal | None:
    """Not a 自治区专业队."""
    transfer = a.claim.transfer
    if transfer is None:
        return None
    day = reading_day(a.act, transfer.day or a.claim.day)
    if isinstance(a.act.word("destination", transfer.destination, day=day), DatedWord):
        return None
    template = gettext_noop("输送去向是“{destination}”，本办法只奖励输送到自治区专业队。")
    articles = ("第十一条",)
    return refuse("TRANSFER_DESTINATION_NOT_COVERED", template, articles=articles, destination=transfer.destination)


def not_regularised(a: Assessment) -> Refusal | None:
    """The athletes are not regular yet."""
    if a.claim.transfer is None or a.claim.transfer.regularised:
        return None
    return refuse("NOT_REGULARISED", gettext_noop("运动员还没有转正。转正以后再申请。"), articles=("第十一条",))


def transfer_lines(a: Assessment) -> Lines:
    """One amount for each athlete, to the one coach who is left after 第二条 and the check for several."""
    transfer = a.claim.transfer
    if transfer is None or transfer.day is None:
        return
    row = number_of(a.act.value("transfer", day=transfer.day))
    if row is None:
        return
    for athlete in transfer.athletes:
        worth = stated(row, a.narrator.say(gettext_noop("输送 {athlete} 到自治区专业队并转正"), athlete=athlete))
        yield payment(transfer.coaches[0].id, PayeeKind.SENDING_COACH, worth)
