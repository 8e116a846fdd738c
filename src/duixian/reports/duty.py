"""One duty: what every kind of them has in common."""

import datetime as dt
from dataclasses import dataclass

from duixian.units import Sentence, gettext_noop


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to do.

    Time: ``day`` is the last day in time, None where none is set; ``basis`` says how it was computed.
    Shape: ``page`` and ``key`` are the address where it is done: a page's name, and what it is asked with.
    """

    day: dt.date | None
    basis: Sentence
    sentence: Sentence
    page: str
    key: int | str | None

    def is_late(self, as_of: dt.date) -> bool:
        """Whether its day is over."""
        return self.day is not None and self.day < as_of


NO_DAY = Sentence(gettext_noop("没有规定期限"))


def told(words: str) -> Sentence:
    """What a clock said when it was computed, as it was kept: in the words of the calendar."""
    return Sentence(gettext_noop("{told}"), {"told": words})
