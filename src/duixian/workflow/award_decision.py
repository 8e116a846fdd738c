"""A claim decided by the act, as it is stored: payments with their traces, in a form that can be worked out again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from typing import Any

from duixian.ledgers.models import Claim
from duixian.policy.acts import sports_awards
from duixian.policy.acts.sports_awards import PAYEE_WORDS, decide_raw, second_act
from duixian.policy.engine.act import Act
from duixian.policy.engine.decision import Decision, NotDue, Payment, Refusal
from duixian.policy.engine.telling import tell_step
from duixian.registers import store

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
    return ActVersion(second_act(data.decode(), file=_FILE), data)


def act_of(claim: Claim) -> Act:
    """The act file that the claim was decided by, from the store.

    Errors: FileNotFoundError, ValueError where the store no longer has those bytes.
    """
    return second_act(store.fetch(claim.act_sha256).decode(), file=_FILE)


def decision_of(raw: Mapping[str, Any], *, act: Act) -> Decision:
    """The outcome, with numbers as JSON's own reader of claims gives them."""
    # Through text and back: what is stored is what was decided on, to the digit.
    return decide_raw(json.loads(json.dumps(raw), parse_float=Decimal), act=act)


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


def wrong_decisions() -> list[str]:
    """A line for each claim whose stored decision is not what its act gives; empty where all is well."""
    wrong = []
    acts: dict[str, Act] = {}  # each file is read once, however many claims it decided
    for claim in Claim.objects.order_by("pk").iterator():
        try:
            act = acts.get(claim.act_sha256) or acts.setdefault(claim.act_sha256, act_of(claim))
        except (FileNotFoundError, ValueError):
            wrong.append(f"申请 {claim.receipt}：所依据的办法文本找不到，或与存入时不一致，无法重算")
            continue
        if worked_out_again(claim, act=act) != claim.decision:
            wrong.append(f"申请 {claim.receipt}：按所依据的办法重算，结果与所存的不同")
    return wrong


def _payment(one: Payment) -> dict[str, Any]:
    steps = one.worth.step.walk() if one.worth.step else ()
    return {
        "payee": one.payee,
        "payee_kind": str(one.payee_kind),
        "payee_words": PAYEE_WORDS.get(one.payee_kind, one.payee_kind),
        "payer": one.payer,
        "county": one.labels.get("county", ""),
        "games": one.labels.get("games", ""),
        "amount_yuan": f"{one.amount:.2f}",
        "basis": list(one.basis),
        "trace": [tell_step(step, with_articles=True) for step in steps],
    }


def _not_due(one: NotDue) -> dict[str, Any]:
    words = PAYEE_WORDS.get(one.payee_kind, one.payee_kind)
    return {"payee": one.payee, "payee_words": words, "code": one.code, "sentence": str(one.sentence)}


def _refusal(one: Refusal) -> dict[str, Any]:
    sentences = [str(sentence) for sentence in (one.sentence, *one.more)]
    return {"code": one.code, "sentences": sentences, "articles": list(one.articles)}
