"""第十九条: a result or an add-on is claimed within six months."""

import datetime as dt

from duixian.calendars import add_months
from duixian.policy.acts.sports_awards.assessment import Assessment, reading_day
from duixian.policy.acts.sports_awards.claim import ClaimType
from duixian.policy.acts.sports_awards.effect import event_days
from duixian.policy.engine.act import Act, number_of
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import gettext_noop

_LIMITED = frozenset({ClaimType.RESULT, ClaimType.ADDON})


def last_claim_day(act: Act, *, result_day: dt.date) -> dt.date | None:
    """The last day on which a result of ``result_day`` can be claimed, that day included; None where no limit holds.

    The first day is not counted; holidays do not extend it. Source: 第十九条, 民法典 第二百零一、二百零二条.
    """
    months = number_of(act.value("claim_months", day=reading_day(act, result_day)))
    return None if months is None else add_months(result_day, months=int(months.value))


def window_expired(a: Assessment) -> Refusal | None:
    """The claim reached the bureau after the last day. Selection, transfer and 道德风尚奖 have no limit in the text."""
    if a.claim.claim_type not in _LIMITED:
        return None
    for _, _, day in event_days(a.claim):
        last = last_claim_day(a.act, result_day=day)
        if last is not None and a.claim.day > last:
            template = gettext_noop("{day} 取得的成绩最迟 {last} 申请，申请日期是 {claimed}，已超过六个月期限。")
            return refuse(
                "CLAIM_WINDOW_EXPIRED", template, articles=("第十九条",), day=day, last=last, claimed=a.claim.day
            )
    return None
