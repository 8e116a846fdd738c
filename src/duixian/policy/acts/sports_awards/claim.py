"""A claim as it was filed: what the coach wrote down, typed and not yet judged.

A field that the act may or may not need is None where it was left empty.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ClaimType(StrEnum):
    RESULT = "result"
    SELECTION = "selection"
    TRANSFER = "transfer"
    SPORTSMANSHIP = "sportsmanship"
    ADDON = "addon"


class Party(StrEnum):
    """Who asks to be paid. Athletes include teams."""

    ATHLETES = "athletes"
    COACHES = "coaches"
    COUNTY = "county"


class Affiliation(StrEnum):
    """Where somebody belongs. MIXED: a team paid as one that has members from elsewhere."""

    PREFECTURE = "州直"
    EXCHANGE = "交流"
    HIRED = "聘请"
    ELSEWHERE = "外地"
    MIXED = "mixed"


class Conduct(StrEnum):
    CLEAN = "clean"
    FRAUD = "fraud"
    DOPING = "doping"
    LAW_DISCIPLINE = "law_discipline"
    SPORTSMANSHIP_BREACH = "sportsmanship_breach"
    PUBLIC_MORALITY = "public_morality"
    DERELICTION = "dereliction"


class EventKind(StrEnum):
    INDIVIDUAL = "individual"
    TEAM = "team"


class Ball(StrEnum):
    """A ball game. VARIANT: three-a-side, beach and other games beside the standard one."""

    FOOTBALL = "足球"
    BASKETBALL = "篮球"
    VOLLEYBALL = "排球"
    VARIANT = "variant"


class Scale(StrEnum):
    RANK = "rank"
    PRIZE = "prize"


class UnitKind(StrEnum):
    ATHLETE = "athlete"
    TEAM = "team"


class TeamPayout(StrEnum):
    TEAM = "team"
    PER_MEMBER = "per_member"


class AddonKind(StrEnum):
    RECORD = "record"
    GRADE = "grade"
    BONUS_GOLD = "bonus_gold"


class RecipientKind(StrEnum):
    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"


@dataclass(frozen=True, slots=True)
class Placing:
    """Shape: ``value`` is a whole number from 1 for a rank, the prize's name for a prize."""

    scale: Scale
    value: int | str


@dataclass(frozen=True, slots=True)
class RegionStandard:
    """What the region's own rules award for the placing, and the document that says so."""

    amount: Decimal | None
    ref: str | None


@dataclass(frozen=True, slots=True)
class CountyUnit:
    id: str
    county: str | None


@dataclass(frozen=True, slots=True)
class PaidUnit:
    """Who receives a placing's award: an athlete, or a team paid as one."""

    id: str
    kind: UnitKind
    affiliation: Affiliation
    conduct: Conduct
    entered: dt.date | None
    sending_coaches: tuple[str, ...]
    county_units: tuple[CountyUnit, ...]


@dataclass(frozen=True, slots=True)
class Coach:
    """A coach in any role. ``since`` and ``qualified`` are asked of current and of assistant coaches."""

    id: str
    affiliation: Affiliation
    conduct: Conduct = Conduct.CLEAN
    since: dt.date | None = None
    qualified: bool | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One placing. Shape: ``path`` is where it stands on the claim, for messages."""

    path: str
    day: dt.date
    event_kind: EventKind
    ball: Ball | None
    size: int | None
    placing: Placing
    regs_award_places: int | None
    represents_region: bool | None
    region_standard: RegionStandard | None
    team_payout: TeamPayout | None
    units: tuple[PaidUnit, ...]
    current_coaches: tuple[Coach, ...]
    assistant_coaches: tuple[Coach, ...]
    sending_coaches: tuple[Coach, ...]


@dataclass(frozen=True, slots=True)
class SelectedAthlete:
    id: str
    affiliation: Affiliation
    team_event: bool | None
    main_squad: bool | None


@dataclass(frozen=True, slots=True)
class Selection:
    delegation: str
    day: dt.date
    athlete: SelectedAthlete
    coaches: tuple[Coach, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    destination: str
    regularised: bool | None
    day: dt.date | None
    athletes: tuple[str, ...]
    coaches: tuple[Coach, ...]


@dataclass(frozen=True, slots=True)
class Sportsmanship:
    recipient_kind: RecipientKind
    recipient: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class AddonItem:
    """A record or grade. ``amount`` is what a decision (``ref``) granted the athlete."""

    event: str | None
    level: str | None
    confirmed: bool | None
    amount: Decimal | None
    ref: str | None


@dataclass(frozen=True, slots=True)
class Addon:
    kind: AddonKind
    day: dt.date
    athlete: str | None
    coach: Coach | None
    items: tuple[AddonItem, ...]


@dataclass(frozen=True, slots=True)
class Workflow:
    """How far the procedure has come. A step whose field is empty is not done."""

    evidence: tuple[str, ...]
    bureau_review_passed: bool | None
    notice_days: int | None
    objection_open: bool | None
    government_approved: bool | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. Shape: of ``results`` to ``addon`` only what belongs to the type is filled."""

    claim_type: ClaimType
    games: str | None
    day: dt.date
    claimants: frozenset[Party]
    results: tuple[Result, ...] = ()
    selection: Selection | None = None
    transfer: Transfer | None = None
    sportsmanship: Sportsmanship | None = None
    addon: Addon | None = None
    workflow: Workflow | None = None

    def asks_for(self, party: Party) -> bool:
        """Whether the party is among the claimants."""
        return party in self.claimants
