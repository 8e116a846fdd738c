"""What a comparison is made of: immutable values; every number keeps the document and the span it was read from."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from duixian.compiler.reading import Quantity
from duixian.units import Span


class Axis(StrEnum):
    """What two documents differ in: the year, or the level of government."""

    YEARS = "years"
    LEVELS = "levels"


class Relation(StrEnum):
    """How two targets stand to each other. The first five are between years, the next four between levels."""

    CONTINUED = "continued"
    EXTENDED = "extended"
    REDUCED = "reduced"
    ADDED = "added"
    DROPPED = "dropped"
    TAKEN_OVER = "taken-over"
    TOPPED_UP = "topped-up"
    OF_ITS_OWN = "of-its-own"
    NOT_TAKEN_OVER = "not-taken-over"
    UNSURE = "unsure"


class Doubt(StrEnum):
    """Why a pair is listed as unsure, or why a row's confidence is less than full."""

    OBJECT = "object"
    UNIT = "unit"
    PLACE = "place"
    ACTION = "action"
    NUMBER = "number"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of one reading. ``reading`` and ``document`` count from 0 in what was given to ``compare``.

    Shape: ``rank`` is 1 province, 2 prefecture, 3 county, 4 township; ``place`` is its name, None where the document
    only says 自治州.
    """

    reading: int
    document: int
    source: str
    key: str
    title: str | None
    rank: int | None
    place: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Side:
    """One target as its document has it; ``at`` counts the document's quantities from 0."""

    at: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Part:
    """A number that the lower document's own sum lists, and where it stands there."""

    span: Span
    quote: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class TopUp:
    """A total made of what the levels above set and what the document's own level added: 585 + 500 = 1085.

    Shape: at least one part each. ``holds`` is the sum's own: whether total and parts agree.
    """

    taken: tuple[Part, ...]
    own: tuple[Part, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One target of either document, or a pair of them.

    Shape: ``first`` is that of the earlier year or the higher level; one of the two is None where there is no pair.
    Units: ``confidence`` is 0 to 1 with two digits: how sure it is that the pair is one promise, or that there is none.
    """

    relation: Relation
    confidence: Decimal
    first: Side | None
    second: Side | None
    top_up: TopUp | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents and their targets; ``rows`` in the order of the second document, then what only the first has."""

    axis: Axis
    first: Paper
    second: Paper
    rows: tuple[Row, ...]


class Reason(StrEnum):
    """Why a document was not compared with any other."""

    KIND = "kind"
    NO_LEVEL = "no-level"
    NO_YEAR = "no-year"
    NO_TARGETS = "no-targets"
    SAME_YEAR = "same-year"
    NO_COUNTERPART = "no-counterpart"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that no pair holds, and why."""

    paper: Paper
    reason: Reason


@dataclass(frozen=True, slots=True)
class Comparison:
    """All pairs that the documents form, and the documents that form none."""

    pairs: tuple[Pair, ...]
    left_out: tuple[LeftOut, ...]
