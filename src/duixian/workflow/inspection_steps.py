"""What must be there before a step of an inspection may come."""

from duixian.ledgers.inspections.models import Inspection
from duixian.ledgers.inspections.standing import Standing, standing
from duixian.units import Refused, gettext_noop


def check_running(inspection: Inspection) -> Standing:
    """Where it stands. Errors: Refused before its plan is approved, and once it is closed."""
    found = standing(inspection)
    if found.closing:
        raise Refused("inspection-closed", gettext_noop("这次督查已办结，没有写入。"))
    if not found.approval:
        raise Refused("inspection-not-approved", gettext_noop("督查方案还没有批准（第十五条），没有写入。"))
    return found
