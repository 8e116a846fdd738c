"""Files an award claim: the act decides it first, and a claim that it returns is not stored."""

import datetime as dt
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from duixian.ledgers.claims.post import Filing, post_claim
from duixian.ledgers.claims.read import live_claims
from duixian.ledgers.models import Claim
from duixian.policy.acts.sports_awards import last_claim_day, missing_evidence, notice_days
from duixian.policy.engine.act import Act
from duixian.policy.engine.decision import Decision, Refusal
from duixian.registers import store
from duixian.registers.identity import is_identity_number
from duixian.registers.models import ActBody, ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_decision import ActVersion, act_in_force, as_json, decision_of
from duixian.workflow.award_scope import ACT

# Without the letters and digits that are mistaken for each other when they are read over the telephone.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_RECEIPT_CHARACTERS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper handed in."""

    kind: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClaim:
    """What the form gathered. Shape: ``input`` in the act's own schema, without its ``claim_date``."""

    input: Mapping[str, Any]
    event: str
    result_day: dt.date | None
    identity_numbers: Mapping[str, str]
    papers: tuple[Paper, ...]


class ReturnedClaim(Refused):
    """The act returns the claim; ``refusal`` has its code, sentences and articles."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        template = gettext_noop("{code}：{sentence}")
        super().__init__("claim-returned", template, code=refusal.code, sentence=refusal.sentence)


def file_award_claim(acting: Acting, new: NewClaim) -> Claim:
    """The stored claim. Errors: Refused, nothing stored; ReturnedClaim where the act grants nothing."""
    with performing("file_award_claim", acting) as log:
        body = acting.account.body
        if body is None:
            raise Refused("account-body", gettext_noop("填报人必须选单位：没有单位，就没有可填的指标。"))
        _check_papers(new)
        version = act_in_force()
        raw = {**new.input, "claim_date": acting.today.isoformat(), "workflow": None}
        decision = decision_of(raw, act=version.act)
        if decision.refusal is not None:
            raise ReturnedClaim(decision.refusal)
        _wait_for_others()
        _check_not_claimed_yet(new, decision)
        filing = _filing(new, raw, version=version, decision=decision, today=acting.today)
        claim = post_claim(filing, by=acting.account, body=body, day=acting.today, at=acting.now)
        log.record(claim, receipt=claim.receipt, total=claim.decision["total_yuan"])
        return claim


def _filing(
    new: NewClaim, raw: Mapping[str, Any], *, version: ActVersion, decision: Decision, today: dt.date
) -> Filing:
    return Filing(
        receipt="".join(secrets.choice(_ALPHABET) for _ in range(_RECEIPT_CHARACTERS)),
        act=version.act.number,
        act_sha256=store.keep(version.data),
        kind=raw["claim_type"],
        games=raw.get("games") or "",
        event=new.event,
        result_day=new.result_day,
        last_day=_last_day(new, version.act),
        input=raw,
        decision=as_json(decision),
        notice_days=notice_days(version.act, claim_day=today),
        identity_numbers=new.identity_numbers,
        papers=tuple((one.kind, one.name, store.keep(one.data), len(one.data)) for one in new.papers),
    )


def _last_day(new: NewClaim, act: Act) -> dt.date | None:
    """Results and add-ons alone have a limit in the text."""
    limited = new.input["claim_type"] in {"result", "addon"}
    return last_claim_day(act, result_day=new.result_day) if limited and new.result_day else None


def _check_papers(new: NewClaim) -> None:
    missing = missing_evidence(tuple(one.kind for one in new.papers))
    if missing:
        raise Refused("paper-missing", gettext_noop("申请材料不全，还缺：{missing}。"), missing="、".join(missing))
    for name, number in new.identity_numbers.items():
        if number and not is_identity_number(number):
            raise Refused(
                "identity-wrong",
                gettext_noop("{name}的身份证号码不对：末位与前 17 位对不上。请照证件核对后重填。"),
                name=name,
            )


def _wait_for_others() -> None:
    """Of two who file the same result at once, the second sees what the first filed."""
    list(ActBody.objects.select_for_update().filter(act=ACT, part=ActPart.ADMINISTERS))


def _check_not_claimed_yet(new: NewClaim, decision: Decision) -> None:
    """Nobody is paid twice for one thing: the same person for the same athletes, games, event, day and kind.

    A coach whose two athletes come first and third is paid for both.
    """
    games = new.input.get("games") or ""
    that_day = live_claims().filter(kind=new.input["claim_type"], games=games, result_day=new.result_day)
    event, athletes = _plain(new.event), _athletes(new.input)
    wanted = {(one.payee, one.payee_kind) for one in decision.payments}
    same = (claim for claim in that_day if _plain(claim.event) == event)
    for claim in (claim for claim in same if _athletes(claim.input) & athletes):
        paid = {(line["payee"], line["payee_kind"]) for line in claim.decision["payments"]}
        for payee, _ in sorted(wanted & paid):
            raise Refused(
                "claimed-already",
                gettext_noop("{payee}的这项成绩已经申请过（受理号 {receipt}），同一件事不重复发奖。没有写入。"),
                payee=payee,
                receipt=claim.receipt,
            )


def _plain(event: str) -> str:
    """An event as it is compared: two coaches write one event with and without blanks, in wide and narrow figures.

    >>> _plain("女子 １００米") == _plain("女子100米")
    True
    """
    return "".join(unicodedata.normalize("NFKC", event).split()).casefold()


def _athletes(raw: Mapping[str, Any]) -> set[str]:
    """Whose result or selection the claim is about: athletes, or teams paid as one."""
    units = {str(unit["id"]) for result in raw.get("results") or () for unit in result["units"]}
    selected, transfer, addon, prize = (raw.get(kind) for kind in ("selection", "transfer", "addon", "sportsmanship"))
    if selected:
        return {str(selected["athlete"]["id"])}
    if transfer:
        return set(map(str, transfer["athletes"]))
    return {str(addon["athlete"])} if addon else {str(prize["recipient"])} if prize else units
