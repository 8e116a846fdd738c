"""How a marked text is drawn: what kind each mark is, and where its words lead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """``kind`` names the style; ``href`` is where the marked words lead, empty for nowhere."""

    kind: str
    href: str = ""
