"""第二十八条: the act holds for what happened from its first day on."""

import datetime as dt
from collections.abc import Iterator

from duixian.policy.acts.sports_awards.assessment import Assessment
from duixian.policy.acts.sports_awards.claim import Claim
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import gettext_noop


def event_days(claim: Claim) -> Iterator[tuple[str, str, dt.date]]:
    """What the claim rests on. Shape: the object's path, the field's name, the day; a transfer's only once 转正."""
    for result in claim.results:
        yield result.path, "result_date", result.day
    if claim.selection:
        yield "selection", "selected_date", claim.selection.day
    if claim.transfer and claim.transfer.regularised and claim.transfer.day:
        yield "transfer", "regularised_date", claim.transfer.day
    if claim.sportsmanship:
        yield "sportsmanship", "award_date", claim.sportsmanship.day
    if claim.addon:
        yield "addon", "result_date", claim.addon.day


def not_in_force(a: Assessment) -> Refusal | None:
    """The day of the result decides, not the day of the claim: no word of the act reaches back."""
    for _, _, day in event_days(a.claim):
        if day < a.act.from_day:
            template = gettext_noop("{day} 早于本办法施行日 {first}，本办法不适用于施行以前的成绩、入选、转正和评奖。")
            return refuse("BEFORE_EFFECTIVE_DATE", template, articles=("第二十八条",), day=day, first=a.act.from_day)
        if a.act.to_day is not None and day > a.act.to_day:
            template = gettext_noop("{day} 时本办法已经失效（有效至 {last}）。请按当时施行的办法申请。")
            return refuse("ACT_NO_LONGER_IN_FORCE", template, articles=("第二十八条",), day=day, last=a.act.to_day)
    return None
