"""How well a figure is known."""

from enum import StrEnum


class Grade(StrEnum):
    """A read in the primary text, B two sources agree, C one source, U unverified."""

    A = "A"
    B = "B"
    C = "C"
    U = "U"

    @property
    def is_weak(self) -> bool:
        """Whether whoever relies on it should be told."""
        return self in (Grade.C, Grade.U)
