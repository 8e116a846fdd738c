"""A claim into a decision: the refusals in their order, else the lines, each with its articles."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
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

_Numbered = tuple[int, Line]  # with the number of its result
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
    lines = tuple(_lines(assessment))
    payments, not_due = tuple(chain.from_iterable(_payments(assessment, lines).values())), _not_due(lines)
    if not payments:
        return Decision(refusal=nothing_left(assessment, not_due), not_due=not_due)
    refusal = released_too_early(assessment)
    if refusal is not None:
        return Decision(refusal=refusal, not_due=not_due)
    return Decision(payments, None, not_due)


def payments_of(a: Assessment) -> Mapping[int, tuple[Payment, ...]]:
    """The lines to be paid by the number of their result, whatever the refusals; a claim without results is its 0."""
    return _payments(a, tuple(_lines(a)))


def not_due_of(a: Assessment) -> tuple[NotDue, ...]:
    """Who is named and gets nothing, each reason once, in the order of the parties."""
    return _not_due(tuple(_lines(a)))


def _payments(a: Assessment, lines: Sequence[_Numbered]) -> dict[int, tuple[Payment, ...]]:
    """Added up within each result, the results in their order."""
    words = a.narrator.say(gettext_noop("合计"))
    paid: dict[int, list[Payment]] = {}
    for number, line in lines:
        if isinstance(line, Payment) and line.amount:
            paid.setdefault(number, []).append(line)
    return {number: merged(paid[number], words=words) for number in sorted(paid)}


def _not_due(lines: Sequence[_Numbered]) -> tuple[NotDue, ...]:
    unpaid: dict[tuple[str, str, str], NotDue] = {}
    for _, line in lines:
        if isinstance(line, NotDue) or not line.amount:
            one = line if isinstance(line, NotDue) else _worth_nothing(line)
            unpaid.setdefault((one.payee, one.payee_kind, one.code), one)
    return tuple(unpaid.values())


def _worth_nothing(line: Payment) -> NotDue:
    """Nothing is transferred where a share comes to no fen at all."""
    sentence = Sentence(gettext_noop("应得为零。"))
    return not_due(line.payee, PayeeKind(line.payee_kind), "NOTHING_PAYABLE", sentence, *line.basis)


def _lines(a: Assessment) -> Iterator[_Numbered]:
    """Each line with the number of its result; parties first, for that is how reasons are looked for."""
    if a.claim.claim_type is not ClaimType.RESULT:
        yield from ((0, line) for line in _ITEMS[a.claim.claim_type](a))
        return
    for party, rule in _PARTIES:
        if a.claim.asks_for(party):
            for number, placed in enumerate(a.placed):
                yield from ((number, line) for line in rule(a, placed))
