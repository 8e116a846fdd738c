"""Whose duty a target is: which body answers for it, and for which place."""

from duixian.registers.models import Account, Assignment, Part, Place, Role, Target


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
