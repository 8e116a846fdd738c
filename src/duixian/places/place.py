"""One administrative division, or one body without a division code, over the days it is in force."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Where a place stands. The first three are those of GB/T 2260; the others have no code there."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    CORPS = "corps"
    DIVISION = "division"
    ZONE = "zone"
    PORT = "port"
    SCENIC = "scenic"


@dataclass(frozen=True, slots=True)
class Place:
    """A place under one name, code and parent.

    Shape: ``code`` is six digits by GB/T 2260, or an identifier of the data file's own; the same code can come back
    with another name on other days (650107 was 南泉区 before it was 达坂城区).
    Time: both days inclusive. No ``valid_from``: not known since when. No ``valid_to``: still in force as far as the
    file knows.
    """

    code: str
    name: str
    short_names: tuple[str, ...]
    parent: str | None
    level: Level
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str

    def in_force(self, on: dt.date) -> bool:
        """Whether the place is in force on that day, as far as is known."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    def is_called(self, name: str) -> bool:
        """Whether ``name`` is its full name or one of its short ones."""
        return name == self.name or name in self.short_names
