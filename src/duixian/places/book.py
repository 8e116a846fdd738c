"""All places of a data file, asked by code, by name and by day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from duixian.places.place import Level, Place


@dataclass(frozen=True)
class PlaceBook:
    """The places in the order of their file.

    Time: every question takes ``on``, a day. Without it the answer is about places that have not ended; where there
    is none, about those that have, the last one first.
    """

    places: tuple[Place, ...]
    _by_code: Mapping[str, list[Place]] = field(init=False, repr=False, compare=False)
    _by_name: Mapping[str, list[Place]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_code, by_name = defaultdict(list), defaultdict(list)
        for place in self.places:
            by_code[place.code].append(place)
            for name in dict.fromkeys((place.name, *place.short_names)):
                by_name[name].append(place)
        # A frozen dataclass fills its own derived fields this way only.
        object.__setattr__(self, "_by_code", dict(by_code))
        object.__setattr__(self, "_by_name", dict(by_name))

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places)

    def by_code(self, code: str, *, on: dt.date | None = None) -> Place | None:
        """The place with that code, or None.

        >>> from duixian.places import load_places
        >>> load_places().by_code("654002").name
        '伊宁市'
        """
        return next(iter(_at(self._by_code.get(code, ()), on)), None)

    def find(self, name: str, *, on: dt.date | None = None, within: str | None = None) -> tuple[Place, ...]:
        """Every place that the name can mean; blanks around it do not count.

        Shape: none, one or several (伊宁 is a city and a county: which one is for the caller to ask). Where a full
        name fits, places that only have it as a short name are left out. ``within`` keeps the place of that code and
        all below it.
        """
        name = name.strip()
        found = [one for one in self._by_name.get(name, ()) if within is None or self._lies_within(one, within, on)]
        found = _at(found, on)
        return tuple([place for place in found if place.name == name] or found)

    def children(self, code: str, *, on: dt.date | None = None, level: Level | None = None) -> tuple[Place, ...]:
        """The places directly under that code, in the order of the file."""
        under = [place for place in self.places if place.parent == code and level in (None, place.level)]
        return tuple(place for place in under if (place.valid_to is None if on is None else place.in_force(on)))

    def parent(self, place: Place, *, on: dt.date | None = None) -> Place | None:
        """The place it lies under, or None at the top."""
        return None if place.parent is None else self.by_code(place.parent, on=on)

    def lineage(self, place: Place, *, on: dt.date | None = None) -> tuple[Place, ...]:
        """The place and all above it, the highest last."""
        line = [place]
        while (above := self.parent(line[-1], on=on)) is not None:
            line.append(above)
        return tuple(line)

    def as_of(self, day: dt.date) -> "PlaceBook":
        """The book with only what is in force on that day."""
        return PlaceBook(tuple(place for place in self.places if place.in_force(day)))

    def _lies_within(self, place: Place, code: str, on: dt.date | None) -> bool:
        return any(one.code == code for one in self.lineage(place, on=on))


def _at(places: Iterable[Place], on: dt.date | None) -> list[Place]:
    """Those in force on the day; without a day those that have not ended, else all, the last to end first."""
    if on is not None:
        return [place for place in places if place.in_force(on)]
    standing = [place for place in places if place.valid_to is None]
    return standing or sorted(places, key=lambda place: place.valid_to or dt.date.max, reverse=True)
