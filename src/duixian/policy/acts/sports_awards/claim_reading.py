"""A claim's JSON into a claim, or the faults that keep it from being one."""

from collections.abc import Mapping
from typing import Any

from duixian.policy.acts.sports_awards.claim import (
    Addon,
    AddonItem,
    AddonKind,
    Affiliation,
    Ball,
    Claim,
    ClaimType,
    Coach,
    Conduct,
    CountyUnit,
    EventKind,
    PaidUnit,
    Party,
    Placing,
    RecipientKind,
    RegionStandard,
    Result,
    Scale,
    SelectedAthlete,
    Selection,
    Sportsmanship,
    TeamPayout,
    Transfer,
    UnitKind,
    Workflow,
)
from duixian.policy.acts.sports_awards.claim_fields import Fields
from duixian.units import Sentence, gettext_noop

_ATHLETES = frozenset({Affiliation.PREFECTURE, Affiliation.EXCHANGE, Affiliation.ELSEWHERE})
_COACHES = frozenset({Affiliation.PREFECTURE, Affiliation.HIRED, Affiliation.ELSEWHERE})
_SECTIONS = {
    ClaimType.RESULT: "results",
    ClaimType.SELECTION: "selection",
    ClaimType.TRANSFER: "transfer",
    ClaimType.SPORTSMANSHIP: "sportsmanship",
    ClaimType.ADDON: "addon",
}


def read_claim(raw: Mapping[str, Any]) -> Claim | tuple[Sentence, ...]:
    """The claim that ``raw`` writes, or a sentence for each field that is missing or impossible.

    Shape: ``raw`` is the ``input`` of a case, as JSON gives it with decimals for fractions.
    """
    faults: list[Sentence] = []
    fields = Fields(raw, "", faults)
    claim_type = fields.needed("claim_type", fields.choice("claim_type", ClaimType))
    claim = Claim(
        claim_type=claim_type,
        games=fields.text("games"),
        day=fields.needed("claim_date", fields.day("claim_date")),
        claimants=fields.choices("claimants", Party),
        results=fields.parts("results", _result),
        selection=fields.part("selection", _selection),
        transfer=fields.part("transfer", _transfer),
        sportsmanship=fields.part("sportsmanship", _sportsmanship),
        addon=fields.part("addon", _addon),
        workflow=fields.part("workflow", _workflow),
    )
    if not faults:
        _compare_sections(fields, claim_type)
    return tuple(faults) if faults else claim


def _compare_sections(fields: Fields, claim_type: ClaimType) -> None:
    """A claim is about one thing: its own section is filled and no other."""
    own = _SECTIONS[claim_type]
    if not fields.raw.get(own):
        fields.fault(own, gettext_noop("缺少{field}，这一类申请必须填写。"))
    for other in _SECTIONS.values():
        if other != own and fields.raw.get(other):
            template = gettext_noop("申请类型是 {found}，却填了{field}。请另行申请，或更正申请类型。")
            fields.fault(other, template, claim_type.value)


def _result(fields: Fields) -> Result:
    result = Result(
        path=fields.path,
        day=fields.needed("result_date", fields.day("result_date")),
        event_kind=fields.needed("event_kind", fields.choice("event_kind", EventKind)),
        ball=fields.choice("ball", Ball),
        size=fields.count("size", least=1),
        placing=fields.needed("placing", fields.part("placing", _placing)),
        regs_award_places=fields.count("regs_award_places", least=0),
        represents_region=fields.flag("represents_region"),
        region_standard=fields.part("region_standard", _region_standard),
        team_payout=fields.choice("team_payout", TeamPayout),
        units=fields.parts("units", _unit),
        current_coaches=fields.parts("current_coaches", _current_coach),
        assistant_coaches=fields.parts("assistant_coaches", _assistant_coach),
        sending_coaches=fields.parts("sending_coaches", _coach),
    )
    for name in ("units", "current_coaches", "assistant_coaches", "sending_coaches"):
        fields.distinct(name, [one.id for one in getattr(result, name)])
    return result


def _placing(fields: Fields) -> Placing:
    scale = fields.needed("scale", fields.choice("scale", Scale))
    if scale is Scale.RANK:
        return Placing(scale, fields.needed("value", fields.count("value", least=1)))
    return Placing(scale, fields.needed("value", fields.text("value")))


def _region_standard(fields: Fields) -> RegionStandard:
    ref = fields.raw.get("ref")
    return RegionStandard(fields.yuan("amount_yuan"), None if ref == "" else fields.text("ref"))


def _unit(fields: Fields) -> PaidUnit:
    kind = fields.needed("kind", fields.choice("kind", UnitKind))
    among = _ATHLETES if kind is UnitKind.ATHLETE else _ATHLETES | {Affiliation.MIXED}
    unit = PaidUnit(
        id=_id(fields),
        kind=kind,
        affiliation=fields.needed("affiliation", fields.choice("affiliation", Affiliation, among=among)),
        conduct=fields.needed("conduct", fields.choice("conduct", Conduct)),
        entered=fields.day("entered_team_date"),
        sending_coaches=fields.texts("sending_coach_ids"),
        county_units=fields.parts("county_units", _county_unit),
    )
    fields.distinct("sending_coach_ids", unit.sending_coaches)
    fields.distinct("county_units", [one.id for one in unit.county_units])
    return unit


def _id(fields: Fields) -> str:
    return fields.needed("id", fields.text("id"))


def _county_unit(fields: Fields) -> CountyUnit:
    return CountyUnit(_id(fields), fields.text("county"))


def _affiliation(fields: Fields) -> Affiliation:
    return fields.needed("affiliation", fields.choice("affiliation", Affiliation, among=_COACHES))


def _coach(fields: Fields) -> Coach:
    conduct = fields.needed("conduct", fields.choice("conduct", Conduct))
    return Coach(_id(fields), _affiliation(fields), conduct)


def _current_coach(fields: Fields) -> Coach:
    conduct = fields.needed("conduct", fields.choice("conduct", Conduct))
    return Coach(_id(fields), _affiliation(fields), conduct, since=fields.day("in_charge_since"))


def _assistant_coach(fields: Fields) -> Coach:
    conduct = fields.needed("conduct", fields.choice("conduct", Conduct))
    return Coach(_id(fields), _affiliation(fields), conduct, qualified=fields.flag("qualified"))


def _coach_of_selection(fields: Fields) -> Coach:
    return Coach(_id(fields), _affiliation(fields), roles=fields.texts("roles"))


def _coach_of_transfer(fields: Fields) -> Coach:
    return Coach(_id(fields), _affiliation(fields))


def _selection(fields: Fields) -> Selection:
    return Selection(
        delegation=fields.needed("delegation", fields.text("delegation")),
        day=fields.needed("selected_date", fields.day("selected_date")),
        athlete=fields.needed("athlete", fields.part("athlete", _selected_athlete)),
        coaches=fields.parts("coaches", _coach_of_selection),
    )


def _selected_athlete(fields: Fields) -> SelectedAthlete:
    return SelectedAthlete(
        id=_id(fields),
        affiliation=fields.needed("affiliation", fields.choice("affiliation", Affiliation, among=_ATHLETES)),
        team_event=fields.flag("team_event"),
        main_squad=fields.flag("main_squad"),
    )


def _transfer(fields: Fields) -> Transfer:
    transfer = Transfer(
        destination=fields.needed("destination", fields.text("destination")),
        regularised=fields.flag("regularised"),
        day=fields.day("regularised_date"),
        athletes=fields.texts("athletes"),
        coaches=fields.parts("coaches", _coach_of_transfer),
    )
    fields.distinct("athletes", transfer.athletes)
    fields.distinct("coaches", [coach.id for coach in transfer.coaches])
    return transfer


def _sportsmanship(fields: Fields) -> Sportsmanship:
    return Sportsmanship(
        recipient_kind=fields.needed("recipient_kind", fields.choice("recipient_kind", RecipientKind)),
        recipient=fields.needed("recipient", fields.text("recipient")),
        day=fields.needed("award_date", fields.day("award_date")),
    )


def _addon(fields: Fields) -> Addon:
    return Addon(
        kind=fields.needed("kind", fields.choice("kind", AddonKind)),
        day=fields.needed("result_date", fields.day("result_date")),
        athlete=fields.text("athlete"),
        coach=fields.part("coach", _coach),
        items=fields.parts("items", _addon_item),
    )


def _addon_item(fields: Fields) -> AddonItem:
    return AddonItem(
        event=fields.text("event"),
        level=fields.text("level"),
        confirmed=fields.flag("confirmed"),
        amount=fields.yuan("amount_yuan"),
        ref=None if fields.raw.get("ref") == "" else fields.text("ref"),
    )


def _workflow(fields: Fields) -> Workflow:
    return Workflow(
        evidence=fields.texts("evidence"),
        bureau_review_passed=fields.flag("bureau_review_passed"),
        notice_days=fields.count("notice_days", least=0),
        objection_open=fields.flag("objection_open"),
        government_approved=fields.flag("government_approved"),
    )
