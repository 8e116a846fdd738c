"""The only writer of the award ledger: a row and the claim's state, in one transaction."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Sum

from duixian.ledgers.claims.balance import Yuan, due_yuan, owed_back, stage_after
from duixian.ledgers.claims.models import (
    Amendment,
    Attachment,
    AwardDocument,
    AwardPlan,
    Claim,
    ClaimState,
    Payee,
    Step,
    Transfer,
)
from duixian.ledgers.claims.order import WAYS, Move, Stage
from duixian.registers.models import Account, Body
from duixian.units import Refused, gettext_noop
from duixian.units.document_number import is_document_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A claim that was decided and may be stored. Shape: ``papers`` are (kind, name, sha256, size)."""

    receipt: str
    act: str
    act_sha256: str
    kind: str
    games: str
    event: str
    result_day: dt.date | None
    last_day: dt.date | None
    input: Mapping[str, Any]
    decision: Mapping[str, Any]
    notice_days: int
    identity_numbers: Mapping[str, str]
    papers: tuple[tuple[str, str, str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Whose step it is, and when. ``by`` is None only for a visitor's objection."""

    by: Account | None
    day: dt.date
    at: dt.datetime

    @property
    def body(self) -> Body | None:
        """The body the person acts for."""
        return self.by.body if self.by else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a step says."""

    note: str = ""
    plan: AwardPlan | None = None
    settles: Step | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who did what, the claim with it, and the decision since, its lines in the places of the claim's own."""

    person: str
    conduct: str
    input: Mapping[str, Any]
    decision: Mapping[str, Any]


def post_claim(filing: Filing, *, by: Account, body: Body, day: dt.date, at: dt.datetime) -> Claim:
    """The claim with its payees, papers and first step."""
    told = ("receipt", "act", "act_sha256", "kind", "games", "event", "result_day", "last_day", "notice_days")
    with transaction.atomic():
        claim = Claim.objects.create(
            **{name: getattr(filing, name) for name in told},
            input=dict(filing.input),
            decision=dict(filing.decision),
            body=body,
            filed_day=day,
            filed_by=by,
            filed_at=at,
        )
        Payee.objects.bulk_create(
            Payee(claim=claim, name=name, identity_number=number) for name, number in filing.identity_numbers.items()
        )
        Attachment.objects.bulk_create(
            Attachment(claim=claim, kind=kind, name=name, sha256=sha256, size=size)
            for kind, name, sha256, size in filing.papers
        )
        ClaimState.objects.create(claim=claim, stage=Stage.FILED, ordinal=1)
        Step.objects.create(claim=claim, ordinal=1, move=Move.FILING, day=day, body=body, by=by, at=at)
        return claim


def post_step(claim: Claim, move: Move, hand: Hand, words: Words | None = None) -> Step:
    """The new step, after which the state has followed.

    Errors: Refused where the claim's stage does not allow the move: no step is skipped, none comes twice.
    """
    said = words or Words()
    with transaction.atomic():
        state = locked_state(claim)
        check_order(state, move)
        step = Step.objects.create(
            claim=claim,
            ordinal=state.ordinal + 1,
            move=move,
            day=hand.day,
            note=said.note,
            body=hand.body,
            plan=said.plan,
            settles=said.settles,
            detail=dict(said.detail),
            by=hand.by,
            at=hand.at,
        )
        state.ordinal = step.ordinal
        state.stage = WAYS[move].to or state.stage
        _follow(state, step)
        state.save()
        return step


def post_transfers(step: Step, lines: Iterable[int], *, back: bool) -> list[Transfer]:
    """One row a line of the claim's decision; the last line of all moves the claim on.

    Errors: Refused for a line that is not owed this way: it was transferred already, or is not due.
    """
    claim = step.claim
    with transaction.atomic():
        state = locked_state(claim)
        owed, wanted = open_yuan(claim, state=state, back=back), list(lines)
        if not owed.keys() >= set(wanted):
            raise Refused("transferred-already", gettext_noop("这一笔已经登记过，不能重复登记。请刷新页面。"))
        rows = [Transfer(step=step, claim=claim, line=line, amount=owed[line], back=back) for line in wanted]
        Transfer.objects.bulk_create(rows)
        _move_on(state, Move(step.move))
        return rows


def post_amendment(claim: Claim, hand: Hand, change: Change, *, words: Words) -> Amendment:
    """One person's misconduct, and the decision that stands since; what was paid too much is owed back.

    Errors: Refused where the claim's stage does not allow it.
    """
    with transaction.atomic():
        step = post_step(claim, Move.MISCONDUCT, hand, words)
        amendment = Amendment.objects.create(
            step=step,
            claim=claim,
            person=change.person,
            conduct=change.conduct,
            input=dict(change.input),
            decision=dict(change.decision),
        )
        state = locked_state(claim)
        state.amendment = amendment
        state.save(update_fields=["amendment"])
        _move_on(state, Move.MISCONDUCT)
        return amendment


def post_document(
    number: str, about: AwardPlan | Claim, *, by: Account, day: dt.date, at: dt.datetime
) -> AwardDocument:
    """The row of an official document under its number.

    Errors: Refused for a number that is not written as one, or that another document has.
    """
    written = number.strip()
    if not is_document_number(written):
        raise Refused(
            "document-number",
            gettext_noop("发文字号写的是“{number}”，要写成“某体发〔2026〕9号”这样：年份用〔〕，序号前不加“第”和 0。"),
            number=written,
        )
    if AwardDocument.objects.filter(number=written).exists():
        raise Refused("document-number-taken", gettext_noop("{number}已经用过，请换一个文号。"), number=written)
    subject = {"plan": about} if isinstance(about, AwardPlan) else {"claim": about}
    return AwardDocument.objects.create(number=written, day=day, made_by=by, made_at=at, **subject)


def open_yuan(claim: Claim, *, state: ClaimState, back: bool) -> Yuan:
    """Yuan by line that are still to be paid; or, where money is to come ``back``, that were paid and are not due."""
    paid, returned = _transferred(claim, back=False), _transferred(claim, back=True)
    if back:
        fallen = state.stage == Stage.CANCELLED
        return owed_back(due={} if fallen else _due(state), paid=paid, back=returned)
    return {line: amount for line, amount in _due(state).items() if line not in paid}


def _due(state: ClaimState) -> Yuan:
    decision = state.amendment.decision if state.amendment else state.claim.decision
    return due_yuan(decision["payments"])


def _transferred(claim: Claim, *, back: bool) -> Yuan:
    totals = claim.transfers.filter(back=back).values("line").order_by("line").annotate(yuan=Sum("amount"))
    return {row["line"]: row["yuan"] for row in totals}


def _move_on(state: ClaimState, move: Move) -> None:
    """The stage follows the money that was just written."""
    paid, returned = _transferred(state.claim, back=False), _transferred(state.claim, back=True)
    state.stage = stage_after(move, Stage(state.stage), due=_due(state), paid=paid, back=returned)
    state.save(update_fields=["stage"])


def locked_state(claim: Claim) -> ClaimState:
    """The state, its row locked: of two writers at once the second sees what the first wrote."""
    return ClaimState.objects.select_for_update(of=("self",)).select_related("claim", "amendment").get(claim=claim)


def check_order(state: ClaimState, move: Move) -> None:
    """Errors: Refused where the stage does not allow the move."""
    if Stage(state.stage) not in WAYS[move].since:
        raise Refused(
            "out-of-order",
            gettext_noop("现在是“{stage}”，不能办“{move}”，没有写入。各步骤不能跳过，也不能颠倒；请刷新页面看下一步。"),
            stage=str(Stage(state.stage).label),
            move=str(move.label),
        )


def _follow(state: ClaimState, step: Step) -> None:
    if step.move == Move.NOTICE:
        state.notice_from = step.day
        state.notice_until = dt.date.fromisoformat(step.detail["until"])
    if step.move == Move.PLANNING:
        state.plan = step.plan
