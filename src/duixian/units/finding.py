"""What a text or a claim says that a person should look at."""

from dataclasses import dataclass
from enum import StrEnum

from duixian.units.span import Span


class Severity(StrEnum):
    """``error``: the text contradicts itself; ``warning``: something is missing; ``note``: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation. ``code`` is stable and never reused; ``message`` is Chinese, for an official.

    Shape: ``span`` is None where the finding is about a whole file.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
