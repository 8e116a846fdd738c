"""A claim into a decision: the refusals in their order, else the lines, each with its articles."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from duixian.policy.acts.sports_awards import addon, selection, sportsmanship, transfer
from duixian.policy.acts.sports_awards.assess import assess
from duixian.policy.acts.sports_awards.assessment import Assessment, Placed
from duixian.policy.acts.sports_awards.assistant import assistant_lines
from duixian.policy.acts.sports_awards.athletes import athlete_lines
from duixian.policy.acts.sports_awards.claim import Claim, ClaimType, Party
from duixian.policy.acts.sports_awards.claim_reading import read_claim
from duixian.policy.acts.sports_awards.coaches import current_coach_lines, sending_coach_lines
from duixian.policy.acts.sports_awards.county import county_lines
from duixian.policy.acts.sports_awards.faults import returned
from duixian.policy.acts.sports_awards.lines import Line, Lines, PayeeKind, not_due
from duixian.policy.acts.sports_awards.nothing_left import nothing_left
from duixian.policy.acts.sports_awards.order import CHECKS
from duixian.policy.acts.sports_awards.release import released_too_early
from duixian.policy.engine.act import Act
from duixian.policy.engine.decision import Decision, NotDue, Payment, first_refusal, merged
from duixian.policy.engine.narrator import Narrator
from duixian.units import Sentence, gettext_noop

# In the order in which reasons for an empty decision are looked for.
_PARTIES: tuple[tuple[Party, Callable[[Assessment, Placed], Lines]], ...] = (
    (Party.ATHLETES, athlete_lines),
    (Party.COACHES, current_coach_lines),
    (Party.COACHES, sending_coach_lines),
    (Party.COACHES, assistant_lines),
    (Party.COUNTY, county_lines),
)
_ITEMS: Mapping[ClaimType, Callable[[Assessment], Lines]] = {
    ClaimType.SELECTION: selection.selection_lines,
    ClaimType.TRANSFER: transfer.transfer_lines,
    ClaimType.SPORTSMANSHIP: sportsmanship.sportsmanship_lines,
    ClaimType.ADDON: addon.addon_lines,
}


def decide_raw(raw: Mapping[str, Any], *, act: Act, tracing: bool = True) -> Decision:
    """The decision on a claim as JSON gives it. A claim that cannot be read is refused as incomplete."""
    claim = read_claim(raw)
    if isinstance(claim, Claim):
        return decide(claim, act=act, tracing=tracing)
    return Decision(refusal=returned(claim))


def decide(claim: Claim, *, act: Act, tracing: bool = True) -> Decision:
    """The decision on a claim.

    Shape: payments result by result, in each the athletes, the current, sending and assistant coaches, the county.
    Units: yuan, gross. Time: as of the day of each result. Source: 伊州政办规〔2023〕1号.
    """
    assessment = assess(claim, act=act, narrator=Narrator(tracing))
    refusal = first_refusal(assessment, checks=CHECKS)
    if refusal is not None:
        return Decision(refusal=refusal)
    payments, not_due = _sorted_out(assessment)
    if not payments:
        return Decision(refusal=nothing_left(assessment, not_due), not_due=not_due)
    refusal = released_too_early(assessment)
    if refusal is not None:
        return Decision(refusal=refusal, not_due=not_due)
    return Decision(payments, None, not_due)


def _sorted_out(a: Assessment) -> tuple[tuple[Payment, ...], tuple[NotDue, ...]]:
    """The lines to be paid, added up within each result, and those who get nothing, in the order of the parties."""
    paid: dict[int, list[Payment]] = {}
    unpaid: dict[tuple[str, str, str], NotDue] = {}
    for number, line in _lines(a):
        if isinstance(line, Payment) and not line.amount:
            line = _worth_nothing(line)  # noqa: PLW2901 -- from here on it is somebody who gets nothing
        if isinstance(line, NotDue):
            unpaid.setdefault((line.payee, line.payee_kind, line.code), line)
        else:
            paid.setdefault(number, []).append(line)
    words = a.narrator.say(gettext_noop("合计"))
    return tuple(line for number in sorted(paid) for line in merged(paid[number], words=words)), tuple(unpaid.values())


def _worth_nothing(line: Payment) -> NotDue:
    """Nothing is transferred where a share comes to no fen at all."""
    sentence = Sentence(gettext_noop("应得为零。"))
    return not_due(line.payee, PayeeKind(line.payee_kind), "NOTHING_PAYABLE", sentence, *line.basis)


def _lines(a: Assessment) -> Iterator[tuple[int, Line]]:
    """Each line with the number of its result; parties first, for that is how reasons are looked for."""
    if a.claim.claim_type is not ClaimType.RESULT:
        yield from ((0, line) for line in _ITEMS[a.claim.claim_type](a))
        return
    for party, rule in _PARTIES:
        if a.claim.asks_for(party):
            for number, placed in enumerate(a.placed):
                yield from ((number, line) for line in rule(a, placed))
