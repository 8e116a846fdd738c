"""What holds for every claim: money in is money out, nobody is paid twice, pools hold, company takes from nobody."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.calendars import add_months
from duixian.policy.acts.sports_awards import decide_raw, last_claim_day, read_claim, shipped_act
from duixian.policy.engine.money import round_half_up_to_fen
from duixian.policy.engine.periods import full_years
from duixian.policy.engine.trace import How, worked_out_again

from .claims import (
    MINORITY,
    NATIONAL,
    PREFECTURE,
    PREFECTURE_MINORITY,
    PRIZES,
    REGION,
    WORLD,
    YOUTH,
    assistant,
    athlete,
    claim,
    coach,
    county_unit,
    decided,
    prize,
    rank,
    result,
    sender,
    team,
)


def days(first, last):
    """Any day of the two and between: one draw, where a date takes three."""
    return st.integers(first.toordinal(), last.toordinal()).map(dt.date.fromordinal)


DAYS = days(dt.date(2023, 3, 1), dt.date(2025, 12, 31))
CONDUCT = ["clean"] * 8 + ["law_discipline", "dereliction", "public_morality"]
WHERE = ["州直"] * 6 + ["外地"]
PARTIES = ("athletes", "coaches", "county")
COACH_KINDS = {"current_coach", "sending_coach"}
# Each way to be, drawn at once: a draw for each of its sides costs more than deciding the whole claim.
UNITS = st.sampled_from(list(product((False, True), (False, True), CONDUCT, WHERE)))
COACHES = st.sampled_from([None] * 30 + list(product(CONDUCT, WHERE)))
ASSISTANTS = st.sampled_from([[], [assistant()], [assistant(qualified=False)]])
YUAN = st.integers(0, 10**8).map(lambda fen: str(Decimal(fen).scaleb(-2)))


@st.composite
def units(draw, *, size, day):
    def unit(make, id_):
        from_county, was_sent, conduct, affiliation = draw(UNITS)
        return make(
            id_,
            entered_team_date=str(draw(days(dt.date(2019, 1, 1), day))),
            conduct=conduct,
            affiliation=affiliation,
            sending_coach_ids=[f"S{id_}"] if was_sent else [],
            county_units=[county_unit(f"K{id_}")] if from_county else [],
        )

    return [unit(athlete, f"A{n}") for n in range(1, size + 1)] if size <= 4 else [unit(team, "T1")]


@st.composite
def results(draw, games):
    day, size = draw(DAYS), draw(st.integers(1, 6))
    paid, head = draw(units(size=size, day=day)), draw(COACHES)
    minority = "少数民族" in games
    return result(
        result_date=str(day),
        event_kind="individual" if size == 1 else "team",
        size=size,
        placing=prize(draw(st.sampled_from(PRIZES))) if minority else rank(draw(st.integers(1, 8))),
        regs_award_places=None if minority else 8,
        represents_region=draw(st.booleans()),
        region_standard={"amount_yuan": draw(YUAN), "ref": "示例"},
        units=paid,
        current_coaches=[coach(conduct=head[0], affiliation=head[1])] if head else [],
        assistant_coaches=draw(ASSISTANTS),
        sending_coaches=[sender(id_) for unit in paid for id_ in unit["sending_coach_ids"]],
    )


@st.composite
def claims(draw, among=(REGION, MINORITY, YOUTH, PREFECTURE, PREFECTURE_MINORITY, NATIONAL, WORLD)):
    games = draw(st.sampled_from(among))
    won = draw(st.lists(results(games), min_size=1, max_size=3))
    last = max(one["result_date"] for one in won)
    claimants = draw(st.lists(st.sampled_from(PARTIES), min_size=1, unique=True))
    return claim(*won, games=games, claimants=claimants, claim_date=last)


def by_payee(decision):
    yuan = Counter()
    for one in decision.payments:
        yuan[one.payee, one.payee_kind, one.basis] += one.amount
    return yuan


@given(claims())
def test_every_amount_can_be_worked_out_again_from_its_trace(raw):
    decision = decided(raw)
    for payment in decision.payments:
        assert worked_out_again(payment.worth.step) == payment.amount
        assert payment.amount > 0
    assert decision.total == sum((one.amount for one in decision.payments), Decimal(0))
    assert not (decision.refusal and decision.payments)


@given(claims())
def test_a_trace_names_every_article_of_the_line_and_no_other(raw):
    for payment in decided(raw).payments:
        named = {
            article for step in payment.worth.step.walk() if step.how is not How.FOUND for article in step.articles
        }
        assert named == set(payment.basis)


@given(claims())
def test_traces_change_nothing(raw):
    with_traces, without = (decide_raw(raw, act=shipped_act(), tracing=tracing) for tracing in (True, False))
    assert [(one.payee, one.amount, one.basis) for one in with_traces.payments] == [
        (one.payee, one.amount, one.basis) for one in without.payments
    ]
    assert all(one.worth.step is None for one in without.payments)


@given(claims())
def test_nobody_is_paid_twice_for_one_thing(raw):
    for number, one in enumerate(raw["results"]):
        alone = decided({**raw, "results": [one]})
        lines = Counter((line.payee, line.payee_kind, line.payer, line.basis) for line in alone.payments)
        assert set(lines.values()) <= {1}, number


@given(claims())
def test_the_order_of_results_and_of_members_does_not_matter(raw):
    turned = [{**one, "units": one["units"][::-1]} for one in reversed(raw["results"])]
    first, second = decided(raw), decided({**raw, "results": turned})
    assert sorted((x.payee, x.payee_kind, x.amount, x.basis) for x in first.payments) == sorted(
        (x.payee, x.payee_kind, x.amount, x.basis) for x in second.payments
    )
    assert (first.refusal is None) == (second.refusal is None)


@given(claims(among=(REGION, YOUTH)))
def test_shares_of_the_pool_never_exceed_it(raw):
    for one in raw["results"]:
        alone = decided({**raw, "results": [one], "claimants": list(PARTIES)})
        pool = sum((x.amount for x in alone.payments if x.payee_kind in {"athlete", "team"}), Decimal(0))
        coaches = sum((x.amount for x in alone.payments if x.payee_kind in COACH_KINDS), Decimal(0))
        helpers = sum((x.amount for x in alone.payments if x.payee_kind == "assistant_coach"), Decimal(0))
        county = sum((x.amount for x in alone.payments if x.payee_kind == "county_unit"), Decimal(0))
        assert coaches <= pool
        assert helpers <= pool * Decimal("0.6")
        assert county <= pool * Decimal("0.2")
        assert alone.total <= pool * Decimal("2.8")


@given(claims(), st.sampled_from(PARTIES))
def test_a_further_claimant_never_lowers_what_another_gets(raw, party):
    before = decided(raw)
    after = decided({**raw, "claimants": sorted({*raw["claimants"], party})})
    if before.refusal is None and after.refusal is None:
        assert by_payee(before) <= by_payee(after)
    if before.refusal is None and after.refusal is not None:
        # A share that the text splits among nobody returns the claim whole; that is the only way to lose by company.
        assert party != "athletes"


@given(claims(), st.sampled_from(["assistant_coaches", "county_units"]))
def test_somebody_more_behind_an_athlete_never_lowers_what_another_gets(raw, where):
    asked = {**raw, "claimants": list(PARTIES)}
    more = [_with_more(one, where) for one in raw["results"]]
    before, after = decided(asked), decided({**asked, "results": more})
    if before.refusal is None and after.refusal is None:
        assert by_payee(before) <= by_payee(after)


def _with_more(one, where):
    """The result with an assistant, or with a county unit for each athlete who has none."""
    if where == "assistant_coaches":
        return one if one[where] else {**one, where: [assistant("AC9")]}
    return {**one, "units": [unit if unit[where] else {**unit, where: [county_unit("K9")]} for unit in one["units"]]}


@given(claims())
def test_a_member_more_never_lowers_a_colleagues_award(raw):
    for one in raw["results"]:
        alone = decided({**raw, "results": [one], "claimants": ["athletes"]})
        assert len({x.amount for x in alone.payments}) <= 1


@given(DAYS)
def test_the_window_holds_the_day_before_on_and_after_its_last(day):
    last = last_claim_day(shipped_act(), result_day=day)
    given_result = result(result_date=str(day), units=[athlete(entered_team_date=None)])
    for offset, late in ((-1, False), (0, False), (1, True)):
        claimed = str(last + dt.timedelta(days=offset))
        refusal = decided(claim(given_result, claim_date=claimed)).refusal
        assert (refusal is not None) == late


@given(days(dt.date(2000, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 9))
def test_a_full_year_begins_on_its_anniversary(since, years):
    anniversary = add_months(since, months=12 * years)
    assert full_years(since, until=anniversary) == years
    if years:
        assert full_years(since, until=anniversary - dt.timedelta(days=1)) == years - 1


@given(st.decimals(0, 10**9, places=6))
def test_rounding_moves_an_amount_by_half_a_fen_at_most_and_up_from_the_middle(amount):
    rounded = round_half_up_to_fen(amount)
    assert -Decimal("0.005") < amount - rounded < Decimal("0.005") or rounded - amount == Decimal("0.005")


# Letters of every kind, named one by one: to draw from all of Unicode, hypothesis builds its tables first, for seconds.
WORDS = st.text("A1 自区第〔（“\"'{}[]%\\\n\0\u202e\ufeff\ud800𠮷é", max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS | st.sampled_from(["2024-09-10", "自治区运动会", "A1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@st.composite
def damaged(draw):
    """A claim in which something somewhere was replaced by anything at all."""
    raw = draw(claims())
    place = raw
    while True:
        key = draw(st.sampled_from(sorted(place))) if isinstance(place, dict) else draw(st.integers(0, len(place) - 1))
        if not (isinstance(place[key], (dict, list)) and place[key] and draw(st.booleans())):
            place[key] = draw(JSON)
            return raw
        place = place[key]


@settings(max_examples=300)
@given(damaged())
def test_any_claim_at_all_is_decided_or_returned_with_reasons(raw):
    decision = decided(raw)
    assert decision.payments or decision.refusal
    if decision.refusal:
        assert str(decision.refusal.sentence)


@given(st.dictionaries(st.sampled_from(sorted(claim())), JSON))
def test_anything_is_read_without_an_exception(raw):
    read_claim(raw)
