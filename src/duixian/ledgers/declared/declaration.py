"""What a ledger's file declares: fields, key, stages, what it proves, checks, warnings, and how long rows are kept."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class FieldType(StrEnum):
    """What a field holds, and how a cell of a sheet is read into it."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes-no"
    CODE = "code"
    IDENTITY = "identity"
    PHONE = "phone"
    PLACE = "place"


class Privacy(StrEnum):
    """How a field is protected. Everything but ``open`` is masked unless opened with a reason that is logged.

    Source: 个人信息保护法 第二十八条 (sensitive: health, finance, any child under 14), 第六、十九条 (minimum, short).
    """

    OPEN = "open"
    NAME = "name"
    ADDRESS = "address"
    PHONE = "phone"
    IDENTITY = "identity"
    FINANCE = "finance"
    HEALTH = "health"
    CHILD = "child"


SENSITIVE = frozenset({Privacy.PHONE, Privacy.IDENTITY, Privacy.FINANCE, Privacy.HEALTH, Privacy.CHILD})


class KeptBy(StrEnum):
    """Whose rows a ledger holds: each body hands in the rows of its own place, or its own rows."""

    COUNTY = "county"
    BODY = "body"


class Measured(StrEnum):
    """What figure is counted from the rows."""

    COUNT = "count"  # how many keys
    SUM = "sum"  # a field added up
    DISTINCT = "distinct"  # how many different values of a field
    SHARE = "share"  # of all keys in force, how many percent have reached the stage
    MEAN = "mean"  # a field's mean over the rows of a period, for what cannot be added up
    COVERED = "covered"  # how many places have at least ``least`` keys there


class Grade(StrEnum):
    """How urgent a warning is; colour is never the only sign of it."""

    RED = "red"
    YELLOW = "yellow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column.

    Shape: ``label`` is the column's heading, ``also`` what offices call it besides; ``codes`` are all values of a code
    field. Units: ``unit`` of a number, with ``least`` and ``most`` inclusive. ``name`` is for other parts of the file.
    """

    name: str
    label: str
    type: FieldType
    also: tuple[str, ...] = ()
    required: bool = False
    codes: tuple[str, ...] = ()
    unit: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    privacy: Privacy = Privacy.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step that a row goes through, in the file's order. It is reached on the day that ``day`` holds.

    A row has reached a stage when that day and all that ``needs`` names are filled in, and every stage before it too.
    """

    name: str
    label: str
    day: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Serves:
    """What a figure of the ledger proves.

    Shape: ``words`` must stand in a target's object and ``unit`` be its unit for the pair to be proposed; a person
    confirms it. ``stage`` is the one from which a row counts, ``where`` the codes of a field that alone count.
    """

    name: str
    measured: Measured
    unit: str
    stage: str
    words: tuple[str, ...]
    field: str = ""
    counter: str = ""
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something that must hold within one row, beyond each field's own: ``left`` stands so to ``right``.

    Shape: ``how`` is one of not-after, at-most, equals; ``right`` is a field's name, or ``value`` a number.
    """

    left: str
    how: str
    right: str = ""
    value: Decimal | None = None
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Warn:
    """A graded warning about a row that waits too long: ``stage`` was not reached within so many days of ``since``.

    Units: ``working_days`` of the site's calendar, or ``days`` of any. ``rule`` instead names a rule of policy/acts.
    """

    name: str
    grade: Grade
    told: str
    stage: str = ""
    since: str = ""
    working_days: int | None = None
    days: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long a row's fields are kept after its last stage (or its last change): then they go, and its counts stay."""

    months: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A ledger as its file declares it. Time: ``begins`` to ``ends`` inclusive, None where it goes on.

    Shape: ``key`` are the fields that together make a row unique among all bodies; ``place`` the field that tells the
    county, empty where the body that hands in tells it; ``see`` maps a privacy class to the roles that may open it.
    """

    ledger: str
    name: str
    row_is: str
    begins: dt.date
    ends: dt.date | None
    kept_by: KeptBy
    basis: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    place: str
    stages: tuple[Stage, ...]
    serves: tuple[Serves, ...]
    retention: Retention
    checks: tuple[Check, ...] = ()
    warnings: tuple[Warn, ...] = ()
    see: dict[Privacy, frozenset[str]] = field(default_factory=dict)

    def field_named(self, name: str) -> Field:
        """The field. Errors: KeyError, which the reader of the file has ruled out for names within it."""
        found = next((one for one in self.fields if one.name == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def stage_number(self, name: str) -> int:
        """The stage's place in the order, from 1; 0 is a row that has reached none."""
        return [stage.name for stage in self.stages].index(name) + 1
