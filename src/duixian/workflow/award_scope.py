"""Whose part in an act an account has: the body that administers it, those it consults, those that pay."""

from django.db.models import QuerySet

from duixian.ledgers.claims.order import WAYS, Move, Stage
from duixian.ledgers.claims.post import open_yuan
from duixian.ledgers.models import Claim
from duixian.registers.lookup import is_body, of_body
from duixian.registers.models import Account, ActBody, ActPart, Role
from duixian.units import Refused, gettext_noop
from duixian.workflow.moves import may

ACT = "伊州政办规〔2023〕1号"
PREFECTURE_FINANCE = "州财政"


def has_part(account: Account, part: ActPart) -> bool:
    """Whether the account's body has this part in the award act."""
    return account.body is not None and account.body.act_parts.filter(act=ACT, part=part).exists()


def check_part(account: Account, part: ActPart) -> None:
    """Errors: Refused where the account's body has not this part."""
    if has_part(account, part):
        return
    named = "、".join(str(row.body) for row in ActBody.objects.filter(act=ACT, part=part).select_related("body"))
    raise Refused(
        "not-your-act-part",
        gettext_noop("这一步由{part}的单位办理（{named}），{body}不能办，没有写入。"),
        part=str(part.label),
        named=named or "—",
        body=str(account.body or account),
    )


def paid_lines(account: Account, claim: Claim) -> list[int]:
    """The lines of the claim's decision that the account's body pays: 州财政's, or its own county's."""
    if account.body is None:
        return []
    rows = account.body.act_parts.filter(act=ACT, part=ActPart.PAYS).select_related("place")
    payers = {row.place.name if row.place else PREFECTURE_FINANCE for row in rows}
    return [number for number, line in enumerate(claim.decision["payments"]) if payer_of(line) in payers]


def lines_to_move(account: Account, claim: Claim, *, back: bool) -> list[int]:
    """Of the account's own lines those that are still to be paid, or that were paid and are owed ``back``."""
    owed = open_yuan(claim, state=claim.state, back=back)
    return [line for line in paid_lines(account, claim) if line in owed]


def payer_of(line: dict[str, str]) -> str:
    """Who pays a line of a stored decision: 州财政, or the county's name.

    >>> payer_of({"payer": "县市财政", "county": "新源县"}), payer_of({"payer": "州财政", "county": ""})
    ('新源县', '州财政')
    """
    return line["payer"] if line["payer"] == PREFECTURE_FINANCE else line["county"] or line["payer"]


def may_see(account: Account, claim: Claim) -> bool:
    """A reporter sees what its own body filed, and everything where the body has a part in the act."""
    if account.role != Role.REPORTER:
        return True
    if account.body is None:
        return False
    return is_body(account.body, claim.body) or account.body.act_parts.filter(act=ACT).exists()


# The stages in which a decision stands and its notice may go out.
DECIDED = frozenset({Stage.APPROVED, Stage.LISTED, Stage.PAID})

# For each verb on one claim: the step it takes, and the part that the body must have.
_CLAIM_VERBS = {
    "give_award_opinion": (Move.OPINION, ActPart.CONSULTED),
    "review_award_claim": (Move.REVIEW, ActPart.ADMINISTERS),
    "open_award_notice": (Move.NOTICE, ActPart.ADMINISTERS),
    "settle_award_objection": (Move.SETTLEMENT, ActPart.ADMINISTERS),
    "record_award_payment": (Move.PAYMENT, ActPart.PAYS),
    "cancel_award": (Move.CANCELLATION, ActPart.ADMINISTERS),
    "record_award_misconduct": (Move.MISCONDUCT, ActPart.ADMINISTERS),
    "recover_award": (Move.RECOVERY, ActPart.PAYS),
}


def verbs_now(account: Account, claim: Claim) -> set[str]:
    """What the account may do to the claim as it stands; pages offer nothing else."""
    parts = set(account.body.act_parts.filter(act=ACT).values_list("part", flat=True)) if account.body else set()
    stage = Stage(claim.state.stage)
    offered = {
        verb
        for verb, (move, part) in _CLAIM_VERBS.items()
        if may(account, verb) and part in parts and stage in WAYS[move].since
    }
    for verb, back in (("record_award_payment", False), ("recover_award", True)):
        if verb in offered and not lines_to_move(account, claim, back=back):
            offered.discard(verb)
    if stage in DECIDED and ActPart.ADMINISTERS in parts and may(account, "issue_award_decision"):
        offered.add("issue_award_decision")
    return offered


def seen_by(account: Account, claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Those of the claims that ``may_see`` lets the account see."""
    if account.role != Role.REPORTER or (account.body and account.body.act_parts.filter(act=ACT).exists()):
        return claims
    return claims.filter(of_body(account.body))
