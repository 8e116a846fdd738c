"""Whose report it is: who fills it in, who passes it, who sees it and its papers."""

from django.db.models import Q, QuerySet

from duixian.ledgers.filings.models import Filing, FilingMove, FilingStage
from duixian.ledgers.filings.order import is_open_to
from duixian.ledgers.filings.owed import principal
from duixian.ledgers.filings.post import stage_of
from duixian.registers.models import Account, Body, Role
from duixian.units import Refused, gettext_noop
from duixian.workflow.moves import may

# The verb behind each move that others make with a report once it was submitted.
VERB_OF = {
    FilingMove.PASS: "pass_filing",
    FilingMove.ACCEPT: "accept_filing",
    FilingMove.RETURN: "return_filing",
    FilingMove.REOPEN: "reopen_filing",
}


def own_body(account: Account) -> Body | None:
    """The body that a reporter reports for; None for every other role."""
    return principal(account.body) if account.role == Role.REPORTER and account.body is not None else None


def check_own_body(account: Account) -> Body:
    """The reporter's body. Errors: Refused for an account without one."""
    body = own_body(account)
    if body is None:
        raise Refused("filing-without-body", gettext_noop("您的账号没有单位，没有可填报的事项。请联系系统管理员。"))
    return body


def reviews(account: Account, filing: Filing, move: FilingMove) -> bool:
    """Whether this account's place in the order of review is at ``move``.

    The leading body's reporters pass and return what was submitted to them; the rest is the supervision office's.
    """
    if move is FilingMove.PASS or (move is FilingMove.RETURN and stage_of(filing) == FilingStage.SUBMITTED):
        body = own_body(account)
        return body is not None and body.pk == filing.lead_id
    return account.role == Role.SUPERVISION


def check_reviews(account: Account, filing: Filing, move: FilingMove) -> None:
    """Errors: Refused where it is somebody else's to do."""
    if not reviews(account, filing, move):
        raise Refused(
            "not-your-filing",
            gettext_noop("{body}的填报现在由{who}办理，您不能办，没有写入。"),
            body=str(filing.body),
            who=str(filing.lead) if stage_of(filing) == FilingStage.SUBMITTED else "督查室",
        )


def may_see_filing(account: Account, filing: Filing) -> bool:
    """A reporter sees what their own body reports or leads; every other official sees all."""
    if account.role != Role.REPORTER:
        return True
    body = own_body(account)
    return body is not None and body.pk in (filing.body_id, filing.lead_id)


def seen_filings(account: Account, filings: QuerySet[Filing]) -> QuerySet[Filing]:
    """Those of the reports that ``may_see_filing`` lets the account see."""
    if account.role != Role.REPORTER:
        return filings
    body = own_body(account)
    return filings.none() if body is None else filings.filter(Q(body=body) | Q(lead=body))


def verbs_now(account: Account, filing: Filing) -> frozenset[str]:
    """What the account may do with the report as it stands; pages offer nothing else."""
    stage = stage_of(filing)
    return frozenset(
        verb
        for move, verb in VERB_OF.items()
        if is_open_to(move, stage) and may(account, verb) and reviews(account, filing, move)
    )
