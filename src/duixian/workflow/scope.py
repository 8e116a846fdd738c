"""Whose duty a target is: which body answers for it, as a whole or for a share of it."""

from collections.abc import Iterable, Mapping

from duixian.ledgers.models import Posting
from duixian.ledgers.progress.series import WHOLE, Series
from duixian.registers.models import (
    Account,
    Assignment,
    AssignmentBody,
    Body,
    Commitment,
    Part,
    Role,
    Target,
)


def owning_assignments(target: Target) -> list[Assignment]:
    """The assignments of the target's own measure, else those of its whole commitment."""
    own = list(target.measure.assignments.all()) if target.measure else []
    return own or list(target.commitment.assignments.filter(measure=None))


def answers_for(account: Account, target: Target, *, series: Series = WHOLE) -> bool:
    """Whether this account may report the target, or the share that ``series`` is of.

    The supervision office may for all. A reporter may where the body leads, where the share is the body's, or where
    it is that of the body's own place.
    """
    if account.role == Role.SUPERVISION:
        return True
    if account.body is None:
        return False
    if series.share in _own_shares(account.body):
        return True
    assignments = [assignment.pk for assignment in owning_assignments(target)]
    return account.body.seats.filter(assignment__in=assignments, part=Part.LEAD).exists()


def answered_targets(account: Account, commitment: Commitment) -> dict[int, frozenset[Series]]:
    """Target id → the shares this account may report it for, ``WHOLE`` among them for all of it: two queries in all.

    The same answer as ``answers_for``, for a page that shows all of a commitment's targets at once.
    """
    targets = commitment.targets.all()
    if account.role == Role.SUPERVISION:
        return {target.pk: frozenset({WHOLE}) for target in targets}
    if account.body is None:
        return {}
    assigned = set(commitment.assignments.values_list("measure", flat=True))
    seats = AssignmentBody.objects.filter(assignment__commitment=commitment, body=account.body, part=Part.LEAD)
    led = set(seats.values_list("assignment__measure", flat=True))
    own = _own_shares(account.body)
    answered = {target.pk: frozenset(map(Series.for_share, target.allocations.all())) & own for target in targets}
    for target in targets:
        if (target.measure_id if target.measure_id in assigned else None) in led:
            answered[target.pk] |= {WHOLE}
    return {target: shares for target, shares in answered.items() if shares}


def _own_shares(body: Body) -> frozenset[Series]:
    """The shares that are the body's to report: what was given to itself, and what was given to its place."""
    by_place = {Series(place=body.place_id)} if body.place_id is not None else set()
    return frozenset({Series(body=body.pk), *by_place})


def correctable(answered: Mapping[int, frozenset[Series]], postings: Iterable[Posting]) -> set[int]:
    """The ids of those postings that whoever has ``answered_targets`` may correct, as far as the share goes."""
    return {
        posting.pk
        for posting in postings
        if answered.get(posting.target_id, frozenset()) & {WHOLE, posting.series.share}
    }
