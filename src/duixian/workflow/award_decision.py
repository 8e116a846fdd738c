"""A claim decided by the act, as it is stored: payments with their traces, in a form that can be worked out again."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any

from duixian.ledgers.models import Amendment, Claim
from duixian.policy.acts import sports_awards
from duixian.policy.acts.sports_awards import (
    PAYEE_WORDS,
    Conduct,
    Person,
    decide_raw,
    persons_of,
    read_claim,
    second_act,
    standing_lines,
)
from duixian.policy.acts.sports_awards import Claim as PolicyClaim
from duixian.policy.acts.sports_awards.misconduct import RECORDED
from duixian.policy.engine.act import Act
from duixian.policy.engine.decision import Decision, NotDue, Payment, Refusal
from duixian.policy.engine.money import exact_sum
from duixian.policy.engine.telling import step_sentence
from duixian.registers import store
from duixian.units import Sentence

_FILE = "sports_awards/act.yaml"


@dataclass(frozen=True, slots=True)
class ActVersion:
    """An act with the bytes it was read from; their hash is its version."""

    act: Act
    data: bytes

    @property
    def sha256(self) -> str:
        """The version that a claim names."""
        return hashlib.sha256(self.data).hexdigest()


def act_in_force() -> ActVersion:
    """The act file that comes with Duixian."""
    data = resources.files(sports_awards).joinpath("act.yaml").read_bytes()
    return ActVersion(_act_from(data.decode()), data)


def act_of(claim: Claim) -> Act:
    """The act file that the claim was decided by, from the store.

    Errors: FileNotFoundError, ValueError where the store no longer has those bytes.
    """
    return _act_from(store.fetch(claim.act_sha256).decode())


@lru_cache(maxsize=8)
def _act_from(text: str) -> Act:
    """An act never changes, and reading one takes longer than deciding a thousand claims."""
    return second_act(text, file=_FILE)


def decision_of(raw: Mapping[str, Any], *, act: Act) -> Decision:
    """The outcome, with numbers as JSON's own reader of claims gives them."""
    return decide_raw(_exact(raw), act=act)


def as_json(decision: Decision) -> dict[str, Any]:
    """What is stored with the claim. Units: yuan, as text with two decimals."""
    return {
        "payments": [_payment(one) for one in decision.payments],
        "not_due": [_not_due(one) for one in decision.not_due],
        "refusal": _refusal(decision.refusal) if decision.refusal else None,
        "total_yuan": f"{decision.total:.2f}",
    }


def worked_out_again(claim: Claim, *, act: Act | None = None) -> dict[str, Any]:
    """The stored claim decided anew by the very act file it was decided by; ``act`` where that was read already."""
    return as_json(decision_of(claim.input, act=act or act_of(claim)))


def amended_decision(claim: Claim, raw: Mapping[str, Any], *, fallen: Collection[str], act: Act) -> dict[str, Any]:
    """The claim's decision with what was found against persons since; its lines keep their places.

    ``raw`` is the claim with their conduct, ``fallen`` those who lost their awards. A line that fell away has nothing
    in it and no trace. Errors: ValueError where the lines are not those that the claim was decided with.
    """
    before, after = (read_claim(_exact(one)) for one in (claim.input, raw))
    if not isinstance(before, PolicyClaim) or not isinstance(after, PolicyClaim):
        raise ValueError(f"{claim.receipt}: not a claim that can be read")  # noqa: TRY004 -- the text is wrong, no type
    stands = standing_lines(before, after, fallen=fallen, act=act)
    held = claim.decision["payments"]
    payments = [
        _payment(line) if line else {**old, "amount_yuan": "0.00", "trace": []}
        for line, old in zip(stands.lines, held, strict=True)
    ]
    return {
        "payments": payments,
        "not_due": [_not_due(one) for one in stands.not_due],
        "refusal": None,
        "total_yuan": f"{exact_sum(Decimal(line['amount_yuan']) for line in payments):.2f}",
    }


def outcome_said(claim: Claim, *, say: Callable[[Sentence], str]) -> dict[str, Any]:
    """The decision that stands, its reasons said anew in another language than it was stored in.

    It is worked out again by the act file of the claim; where that is gone, the stored words stay.
    """
    outcome = claim.outcome
    try:
        payments, not_due = _standing(claim, act_of(claim))
    except (FileNotFoundError, ValueError):
        return outcome
    lines = [
        {**line, "trace": [say(one) for one in _trace(payment)] if payment else []}
        for line, payment in zip(outcome["payments"], payments, strict=True)
    ]
    reasons = [{**_not_due(one), "sentence": say(one.sentence)} for one in not_due]
    return {**outcome, "payments": lines, "not_due": reasons}


def _standing(claim: Claim, act: Act) -> tuple[Sequence[Payment | None], Sequence[NotDue]]:
    amendments = list(claim.amendments.all())
    if not amendments:
        decision = decision_of(claim.input, act=act)
        return decision.payments, decision.not_due
    before, after = (read_claim(_exact(one)) for one in (claim.input, amendments[-1].input))
    if not isinstance(before, PolicyClaim) or not isinstance(after, PolicyClaim):
        raise ValueError(claim.receipt)  # noqa: TRY004 -- the text is wrong, no type
    stands = standing_lines(before, after, fallen=fallen_persons(amendments), act=act)
    return stands.lines, stands.not_due


def _trace(payment: Payment) -> list[Sentence]:
    step = payment.worth.step
    return [step_sentence(one, with_articles=True) for one in step.walk()] if step else []


def wrong_decisions() -> list[str]:
    """A line for each claim whose stored decision is not what its act gives; empty where all is well."""
    wrong = []
    acts: dict[str, Act] = {}  # each file is read once, however many claims it decided
    for claim in Claim.objects.prefetch_related("amendments").order_by("pk").iterator(chunk_size=500):
        try:
            act = acts.get(claim.act_sha256) or acts.setdefault(claim.act_sha256, act_of(claim))
        except (FileNotFoundError, ValueError):
            wrong.append(f"申请 {claim.receipt}：所依据的办法文本找不到，或与存入时不一致，无法重算")
            continue
        if worked_out_again(claim, act=act) != claim.decision or not _amended_rightly(claim, act=act):
            wrong.append(f"申请 {claim.receipt}：按所依据的办法重算，结果与所存的不同")
    return wrong


def persons_on(claim: Claim) -> tuple[Person, ...]:
    """Everybody on the claim, with what can be found against each."""
    found = read_claim(_exact(claim.input))
    return persons_of(found) if isinstance(found, PolicyClaim) else ()


def fallen_persons(amendments: Iterable[Amendment]) -> frozenset[str]:
    """Those who lost their awards by what was found against them."""
    return frozenset(one.person for one in amendments if Conduct(one.conduct) not in RECORDED)


def _amended_rightly(claim: Claim, *, act: Act) -> bool:
    held = list(claim.amendments.all())
    for count, one in enumerate(held, 1):
        fallen = fallen_persons(held[:count])
        if amended_decision(claim, one.input, fallen=fallen, act=act) != one.decision:
            return False
    return True


def _exact(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Through text and back: what is stored is what was decided on, to the digit."""
    found: dict[str, Any] = json.loads(json.dumps(raw), parse_float=Decimal)
    return found


def _payment(one: Payment) -> dict[str, Any]:
    return {
        "payee": one.payee,
        "payee_kind": str(one.payee_kind),
        "payee_words": PAYEE_WORDS.get(one.payee_kind, one.payee_kind),
        "payer": one.payer,
        "county": one.labels.get("county", ""),
        "games": one.labels.get("games", ""),
        "amount_yuan": f"{one.amount:.2f}",
        "basis": list(one.basis),
        "trace": [str(step) for step in _trace(one)],
    }


def _not_due(one: NotDue) -> dict[str, Any]:
    words = PAYEE_WORDS.get(one.payee_kind, one.payee_kind)
    return {"payee": one.payee, "payee_words": words, "code": one.code, "sentence": str(one.sentence)}


def _refusal(one: Refusal) -> dict[str, Any]:
    sentences = [str(sentence) for sentence in (one.sentence, *one.more)]
    return {"code": one.code, "sentences": sentences, "articles": list(one.articles)}
