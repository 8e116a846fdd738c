"""Where something stands in a source text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``begin`` up to, not including, ``end`` of the decoded source."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """The quote itself.

        >>> Span(1, 3).of("办好实事")
        '好实'
        """
        return text[self.begin : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.begin <= other.begin and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end
