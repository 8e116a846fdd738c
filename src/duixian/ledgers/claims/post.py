"""The only writer of the award ledger: a row and the claim's state, in one transaction."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import transaction

from duixian.ledgers.claims.models import Attachment, AwardPlan, Claim, ClaimState, Payee, Step, Transfer
from duixian.ledgers.claims.order import WAYS, Move, Stage
from duixian.registers.models import Account, Body
from duixian.units import Refused, gettext_noop


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

    Errors: Refused for a line that went this way already.
    """
    claim = step.claim
    with transaction.atomic():
        state = locked_state(claim)
        done = set(claim.transfers.filter(back=back).values_list("line", flat=True))
        wanted = list(lines)
        if done & set(wanted):
            raise Refused("transferred-already", gettext_noop("这一笔已经登记过，不能重复登记。请刷新页面。"))
        rows = [
            Transfer(step=step, claim=claim, line=line, amount=amount_of(claim, line), back=back) for line in wanted
        ]
        Transfer.objects.bulk_create(rows)
        if done | set(wanted) == due_lines(claim, back=back):
            state.stage = Stage.RECOVERED if back else Stage.PAID
            state.save(update_fields=["stage"])
        return rows


def due_lines(claim: Claim, *, back: bool) -> set[int]:
    """The lines that are to be paid; or, where money is to come ``back``, those that were."""
    if back:
        return set(claim.transfers.filter(back=False).values_list("line", flat=True))
    return set(range(len(claim.decision["payments"])))


def amount_of(claim: Claim, line: int) -> Decimal:
    """Units: yuan."""
    return Decimal(claim.decision["payments"][line]["amount_yuan"])


def locked_state(claim: Claim) -> ClaimState:
    """The state, its row locked: of two writers at once the second sees what the first wrote."""
    return ClaimState.objects.select_for_update().get(claim=claim)


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
