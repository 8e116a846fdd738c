"""The code of a light: the one place where it is decided."""

from duixian.pace.forecast import passes_the_deadline
from duixian.pace.looks import Code
from duixian.pace.standing import Standing


def code_of(at: Standing) -> Code:
    """How a plan stands: by its figures, then by its acceptance, and as its scheme shows it."""
    code = _code_of_count(at) if at.plan.is_counted_up else _code_of_level(at)
    if code is Code.DONE and at.accepted is not None:
        code = Code.ACCEPTED
    return at.looks.shown(code)


def _code_of_count(at: Standing) -> Code:
    if at.latest is None:
        return Code.NO_DATA if at.wants_a_figure_by(at.as_of) else Code.NOT_STARTED
    value = at.latest.value
    if at.plan.is_met_by(value):
        return Code.DONE
    if at.as_of > at.plan.due:
        return Code.OVERDUE
    if value == 0 and at.is_before_the_start:
        return Code.NOT_STARTED
    if value < at.wanted_by(at.judged_on):
        return Code.BEHIND
    return Code.AT_RISK if passes_the_deadline(at) else Code.ON_PACE


def _code_of_level(at: Standing) -> Code:
    due = at.plan.due
    if at.latest is None:
        return Code.NO_DATA if at.as_of >= due else Code.NOT_STARTED
    if at.plan.is_met_by(at.latest.value):
        if at.latest.day >= due:
            return Code.DONE
        return Code.NO_DATA if at.as_of > due else Code.ON_PACE
    if at.as_of > due:
        return Code.OVERDUE
    # A broken limit cannot be mended; any other level has until the due day.
    return Code.BEHIND if at.plan.cumulative or at.as_of == due else Code.ON_PACE
