"""Reads the award ledger."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from duixian.ledgers.claims.balance import due_yuan
from duixian.ledgers.claims.models import AwardPlan, Claim, Payee, Step
from duixian.ledgers.claims.order import ENDED, Move, Stage


def claims() -> QuerySet[Claim]:
    """Every claim with its state, newest first."""
    return Claim.objects.select_related("state", "state__plan", "state__amendment", "body")


def narrowed(
    claims: QuerySet[Claim], *, q: str = "", stage: str = "", kind: str = "", year: int | None = None
) -> QuerySet[Claim]:
    """Those whose receipt is ``q``, or whose games, event or athlete's name holds it.

    ``stage``, ``kind`` and the ``year`` of filing narrow them further where they are given.
    """
    if q:
        payees = Payee.objects.filter(claim=OuterRef("pk"), name__icontains=q)
        claims = claims.filter(Q(receipt=q.upper()) | Q(event__icontains=q) | Q(games__icontains=q) | Exists(payees))
    wanted = {"state__stage": stage, "kind": kind, "filed_day__year": year}
    return claims.filter(**{field: value for field, value in wanted.items() if value})


def live_claims() -> QuerySet[Claim]:
    """Those that were neither returned nor cancelled."""
    return claims().exclude(state__stage__in=ENDED)


def others_of_those_at_fault(claim: Claim) -> list[Claim]:
    """Live claims at games of the same name that still pay somebody whom an amendment of this claim is about.

    第二十三条 takes every award of those games away; whether these were the same games is for people to say.
    """
    persons = {amendment.person for amendment in claim.amendments.all()}
    if not persons:
        return []
    found = live_claims().filter(games=claim.games).exclude(pk=claim.pk)
    return [one for one in found if persons & {line["payee"] for line in _due_lines(one)}]


def _due_lines(claim: Claim) -> list[dict[str, str]]:
    payments = claim.outcome["payments"]
    return [payments[number] for number in due_yuan(payments)]


def on_notice(*, day: dt.date) -> QuerySet[Claim]:
    """What the public sees on ``day``: from the notice's first day to the end of its last, and no longer."""
    running = claims().filter(state__stage=Stage.ON_NOTICE)
    return running.filter(state__notice_from__lte=day, state__notice_until__gte=day).order_by("pk")


def open_objections(claim: Claim) -> QuerySet[Step]:
    """Objections that no later step settles."""
    return claim.steps.filter(move=Move.OBJECTION, settled_by__isnull=True)


def ready_for_plan(*, day: dt.date) -> list[Claim]:
    """Claims whose notice is complete by ``day`` (it is over), with no objection open."""
    open_ones = Step.objects.filter(claim=OuterRef("pk"), move=Move.OBJECTION, settled_by__isnull=True)
    over = claims().filter(state__stage=Stage.ON_NOTICE, state__notice_until__lt=day)
    return list(over.exclude(Exists(open_ones)).order_by("pk"))


def claims_of(plan: AwardPlan) -> QuerySet[Claim]:
    """The claims of a plan, those cancelled since then too."""
    return claims().filter(state__plan=plan).order_by("pk")


def steps_of(claim: Claim) -> QuerySet[Step]:
    """Every step in its order."""
    return claim.steps.select_related("by", "body", "plan", "settled_by")
