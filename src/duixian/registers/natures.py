"""What kind of quantity a unit alone makes a target: the first answer, which a person may change."""

from duixian.registers.models import LEVEL_UNITS, RATE_UNITS, Nature


def nature_of_unit(unit: str) -> Nature:
    """A rate or a level by its unit; everything else is taken to grow by what is done."""
    if unit in RATE_UNITS:
        return Nature.RATE
    return Nature.LEVEL if unit in LEVEL_UNITS else Nature.FLOW
