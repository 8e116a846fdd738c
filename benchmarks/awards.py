"""Award decisions a second, with and without traces, and whether a hundred times as many take as long each."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from itertools import cycle, islice
from time import perf_counter
from typing import Any

from benchmarks.timing import Row, timed
from duixian.policy.acts.sports_awards import Claim, decide, read_claim, shipped_act
from duixian.policy.engine.money import exact_share, round_half_up_to_fen

TITLE = "individual award decisions a second, each refused or paid by all the checks and rules"
SMALL, LARGE = 10_000, 1_000_000
_DIFFERENT = 1_400
PRIZES = ("一等奖", "二等奖", "三等奖")
# The whole individual table, 第八条（一）: games, placing.
TABLE: tuple[tuple[str, int | str], ...] = (
    *(("自治区运动会", rank) for rank in range(1, 9)),
    *(("自治区少数民族传统体育运动会", prize) for prize in PRIZES),
    *(("自治区青少年年度锦标赛", rank) for rank in range(1, 4)),
)


def measure(*, repeat: int) -> list[Row]:
    """The small number ``repeat`` times, in turns; the large one once each, for a round takes half a minute."""
    claims = individual_claims()
    calls = {
        "traces off": partial(decide_many, claims, SMALL, tracing=False),
        "traces on": partial(decide_many, claims, SMALL, tracing=True),
        "from JSON's objects, traces off": partial(_decide_raw, SMALL),
    }
    times = timed(calls, repeat=repeat)
    rows = [
        Row(f"{name}, {SMALL:,}", f"{SMALL / one.median:,.0f} /s", f"{one.median * 1000:,.0f} ms")
        for name, one in times.items()
    ]
    for name, tracing in (("traces off", False), ("traces on", True)):
        seconds = _seconds(claims, LARGE, tracing=tracing)
        linear = seconds / LARGE / (times[name].median / SMALL)
        remark = f"{seconds:,.1f} s, once; {linear:.2f} × the time per decision of {SMALL:,}"
        rows.append(Row(f"{name}, {LARGE:,}", f"{LARGE / seconds:,.0f} /s", remark))
    return [*rows, *_decimals(times["traces off"].median / SMALL, repeat=repeat)]


def raw_claim(games: str, placing: int | str, number: int) -> dict[str, Any]:
    """One athlete's placing as JSON gives it."""
    unit = {
        "id": f"A{number}",
        "kind": "athlete",
        "affiliation": "州直",
        "conduct": "clean",
        "entered_team_date": "2022-03-01",
    }
    result = {
        "result_date": "2024-09-10",
        "event_kind": "individual",
        "size": 1,
        "placing": {"scale": "rank" if isinstance(placing, int) else "prize", "value": placing},
        "regs_award_places": 8 if isinstance(placing, int) else None,
        "units": [unit],
    }
    return {
        "claim_type": "result",
        "games": games,
        "claim_date": "2024-10-15",
        "claimants": ["athletes"],
        "results": [result],
    }


def individual_claims() -> list[Claim]:
    """Claims of different athletes that go through the table row by row."""
    read = (read_claim(raw) for raw in _raw_claims())
    return [claim for claim in read if isinstance(claim, Claim)]


def decide_many(claims: Sequence[Claim], count: int, *, tracing: bool) -> Decimal:
    """What ``count`` decisions pay, the claims taken in turns: a million claims at once would measure the memory."""
    act = shipped_act()
    total = Decimal(0)
    for claim in islice(cycle(claims), count):
        total += decide(claim, act=act, tracing=tracing).total
    return total


def _raw_claims() -> list[dict[str, Any]]:
    return [
        raw_claim(games, placing, number) for number, (games, placing) in enumerate(islice(cycle(TABLE), _DIFFERENT))
    ]


def _decide_raw(count: int) -> None:
    act = shipped_act()
    for raw in islice(cycle(_raw_claims()), count):
        claim = read_claim(raw)
        assert isinstance(claim, Claim), claim
        decide(claim, act=act, tracing=False)


def _seconds(claims: Sequence[Claim], count: int, *, tracing: bool) -> float:
    begun = perf_counter()
    decide_many(claims, count, tracing=tracing)
    return perf_counter() - begun


def _decimals(decision_seconds: float, *, repeat: int) -> list[Row]:
    """One share and its rounding, in exact decimals and in floats, beside what a whole decision takes."""
    base, rate = Decimal("12345.67"), Decimal(20)
    base_float, rate_float = float(base), float(rate)

    def exactly() -> None:
        for _ in range(SMALL):
            round_half_up_to_fen(exact_share(base, percentages=(rate,)))

    def in_floats() -> None:
        for _ in range(SMALL):
            round(base_float * rate_float / 100.0, 2)

    times = timed({"exact": exactly, "floats": in_floats}, repeat=repeat)
    each = times["exact"].median / SMALL
    ratio = times["exact"].times(times["floats"])
    part = 100 * each / decision_seconds
    remark = f"{ratio:.1f} × a float's; {part:.0f} % of a decision without a trace"
    return [Row("a share in exact decimals", f"{each * 1e6:.2f} µs", remark)]
