"""Whose duty a target is: which body answers for it, and for which place."""

from collections.abc import Iterable, Mapping

from duixian.ledgers.models import Posting
from duixian.registers.models import Account, Assignment, AssignmentBody, Commitment, Part, Place, Role, Target


def owning_assignments(target: Target) -> list[Assignment]:
    """The assignments of the target's own measure, else those of its whole commitment."""
    own = list(target.measure.assignments.all()) if target.measure else []
    return own or list(target.commitment.assignments.filter(measure=None))


def answers_for(account: Account, target: Target, *, place: Place | None) -> bool:
    """Whether this account may report the target (for ``place``, where it is shared out).

    The supervision office may for all. A reporter may where the body leads, or where the body is that place's own.
    """
    if account.role == Role.SUPERVISION:
        return True
    if account.body is None:
        return False
    if place is not None and account.body.place_id == place.pk:
        return True
    assignments = [assignment.pk for assignment in owning_assignments(target)]
    return account.body.seats.filter(assignment__in=assignments, part=Part.LEAD).exists()


def answered_targets(account: Account, commitment: Commitment) -> dict[int, int | None]:
    """Target id → the id of the one place this account may report it for, None for all of it: two queries in all.

    The same answer as ``answers_for``, for a page that shows all of a commitment's targets at once.
    """
    targets = commitment.targets.all()
    if account.role == Role.SUPERVISION:
        return {target.pk: None for target in targets}
    if account.body is None:
        return {}
    assigned = set(commitment.assignments.values_list("measure", flat=True))
    seats = AssignmentBody.objects.filter(assignment__commitment=commitment, body=account.body, part=Part.LEAD)
    led = set(seats.values_list("assignment__measure", flat=True))
    own = account.body.place_id
    answered: dict[int, int | None] = {
        target.pk: own
        for target in targets
        if any(own is not None and share.place_id == own for share in target.allocations.all())
    }
    whole = (target.pk for target in targets if (target.measure_id if target.measure_id in assigned else None) in led)
    return answered | dict.fromkeys(whole)


def correctable(answered: Mapping[int, int | None], postings: Iterable[Posting]) -> set[int]:
    """The ids of those postings that whoever has ``answered_targets`` may correct, as far as the place goes."""
    return {
        posting.pk
        for posting in postings
        if posting.target_id in answered and answered[posting.target_id] in (None, posting.place_id)
    }
