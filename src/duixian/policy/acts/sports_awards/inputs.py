"""The fields that a line needs: missing, or dates and fields that contradict each other (INPUT_INCOMPLETE)."""

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed, names_a_coach
from duixian.policy.acts.sports_awards.claim import (
    ClaimType,
    Conduct,
    EventKind,
    PaidUnit,
    Party,
    Result,
    Scale,
    UnitKind,
)
from duixian.policy.acts.sports_awards.claim_fields import field_at
from duixian.policy.acts.sports_awards.effect import event_days
from duixian.policy.acts.sports_awards.faults import Faults, missing, returned
from duixian.policy.acts.sports_awards.games import CoachRule
from duixian.policy.acts.sports_awards.item_inputs import addon_faults, selection_faults, transfer_faults
from duixian.policy.acts.sports_awards.scope import COACHES_IN_SCOPE
from duixian.policy.acts.sports_awards.training_time import has_clock
from duixian.policy.engine.decision import Refusal
from duixian.units import Sentence, gettext_noop
from duixian.units.sentence import Value

_REFUSED_ANYWAY = frozenset({Conduct.FRAUD, Conduct.DOPING})


def incomplete(a: Assessment) -> Refusal | None:
    """Every field that is missing or contradicts another, in one refusal."""
    return returned(tuple(_faults(a)))


def _faults(a: Assessment) -> Faults:
    yield from _claim_faults(a)
    for result in a.claim.results:
        yield from _result_faults(result)
    for placed in a.placed:
        yield from _placed_faults(a, placed)
    yield from selection_faults(a)
    yield from transfer_faults(a)
    yield from addon_faults(a)


def _claim_faults(a: Assessment) -> Faults:
    claim = a.claim
    if claim.claim_type in {ClaimType.RESULT, ClaimType.ADDON} and not claim.claimants:
        yield missing("", "claimants", gettext_noop("请写明谁申请：athletes、coaches、county。"))
    if claim.games is None and claim.claim_type is not ClaimType.TRANSFER:
        yield missing("", "games", gettext_noop("奖励标准按运动会定。"))
    for path, name, day in event_days(claim):
        if claim.day < day:
            template = gettext_noop("{claimed} {day_of_claim} 早于{field} {day}，日期互相矛盾。请核对。")
            values = {"claimed": field_at("", "claim_date"), "field": field_at(path, name)}
            yield Sentence(template, {**values, "day_of_claim": claim.day, "day": day})


def _result_faults(result: Result) -> Faults:
    """What contradicts itself whatever the games are."""
    if not result.units:
        yield missing(result.path, "units", gettext_noop("请列出获奖的运动员或运动队。"))
    for number, unit in enumerate(result.units):
        if unit.entered is not None and unit.entered > result.day:
            template = gettext_noop("{field} {entered} 晚于取得成绩的 {day}，日期互相矛盾。请核对。")
            field = field_at(f"{result.path}.units[{number}]", "entered_team_date")
            yield Sentence(template, {"field": field, "entered": unit.entered, "day": result.day})
    if result.event_kind is EventKind.INDIVIDUAL:
        yield from _individual_faults(result)
    elif result.size == 1:
        template = gettext_noop("{field}是 1，却填作集体项目，互相矛盾。请核对。")
        yield Sentence(template, {"field": field_at(result.path, "size")})


def _individual_faults(result: Result) -> Faults:
    template = gettext_noop(
        "个人项目的{field}不应这样填：个人项目没有球类、人数为 1、只列运动员。请核对是个人还是集体项目。"
    )
    if result.ball is not None:
        yield Sentence(template, {"field": field_at(result.path, "ball")})
    if result.size not in {None, 1}:
        yield Sentence(template, {"field": field_at(result.path, "size")})
    if any(unit.kind is UnitKind.TEAM for unit in result.units):
        yield Sentence(template, {"field": field_at(result.path, "units")})


def _placed_faults(a: Assessment, placed: Placed) -> Faults:
    result = placed.result
    team = result.event_kind is EventKind.TEAM
    if not (team and placed.games.beyond_region):
        if team and result.size is None:
            yield missing(result.path, "size", gettext_noop("集体项目四人及以下按人、五人及以上按队计奖。"))
        ranks = placed.games.scale is Scale.RANK and result.placing.scale is Scale.RANK
        if ranks and result.regs_award_places is None:
            yield missing(result.path, "regs_award_places", gettext_noop("获奖名次以竞赛规程规定的奖励名次为准。"))
    if placed.paid_as_team and sum(unit.kind is UnitKind.TEAM for unit in result.units) > 1:
        template = gettext_noop("{field}里有不止一个运动队。一项成绩写一个队，并列的另写一项。")
        yield Sentence(template, {"field": field_at(result.path, "units")})
    if a.with_coaches:
        yield from _coach_faults(placed)
    if has_clock(a, placed):
        yield from _clock_faults(a, placed)
    if a.claim.asks_for(Party.COUNTY):
        yield from _county_faults(placed)


def _coach_faults(placed: Placed) -> Faults:
    result = placed.result
    listed = {coach.id for coach in result.sending_coaches}
    for number, unit in enumerate(result.units):
        for coach in unit.sending_coaches:
            if unit in placed.due and coach not in listed:
                template = gettext_noop("{field}里的 {coach} 没有列入{list}，不知其所属。请补列。")
                field = field_at(f"{result.path}.units[{number}]", "sending_coach_ids")
                yield Sentence(
                    template, {"field": field, "coach": coach, "list": field_at(result.path, "sending_coaches")}
                )
    sent = any(unit.sending_coaches for unit in placed.due)
    if placed.games.beyond_region and sent and result.represents_region is None:
        yield missing(
            result.path, "represents_region", gettext_noop("输送教练员的奖金以运动员代表自治区代表队为条件。")
        )
    if placed.games.coach_rule in {CoachRule.BY_TRAINING_TIME, CoachRule.WHOLE}:
        for number, assistant in enumerate(result.assistant_coaches):
            if assistant.qualified is None:
                path = f"{result.path}.assistant_coaches[{number}]"
                yield missing(path, "qualified", gettext_noop("符合《教练员管理办法》的助理教练员才有奖金。"))


def _clock_faults(a: Assessment, placed: Placed) -> Faults:
    """Entry dates of athletes, and since when a coach is in charge; a team's missing entry has a code of its own."""
    result = placed.result
    why = gettext_noop("教练员奖金按培训时间分配。")
    for number, unit in enumerate(result.units):
        if unit.entered is None and _is_timed(placed, unit):
            yield missing(f"{result.path}.units[{number}]", "entered_team_date", why)
    for number, coach in enumerate(result.current_coaches):
        if coach.since is None and coach.id not in a.barred and coach.affiliation in COACHES_IN_SCOPE:
            yield missing(f"{result.path}.current_coaches[{number}]", "in_charge_since", why)


def _is_timed(placed: Placed, unit: PaidUnit) -> bool:
    """Whether a line could come of the unit's training time."""
    possible = unit in placed.due and unit.conduct not in _REFUSED_ANYWAY
    return possible and not placed.paid_as_team and names_a_coach(placed.result, unit)


def _county_faults(placed: Placed) -> Faults:
    """One county unit belongs to one county."""
    counties: dict[str, str | None] = {}
    for unit in placed.result.units:
        for county_unit in unit.county_units:
            known = counties.setdefault(county_unit.id, county_unit.county)
            if known != county_unit.county:
                template = gettext_noop("{field}里 {unit} 写了两个县市（{one}、{other}）。请核对。")
                values: dict[str, Value] = {
                    "field": field_at(placed.result.path, "county_units"),
                    "unit": county_unit.id,
                }
                yield Sentence(template, {**values, "one": known or "", "other": county_unit.county or ""})
