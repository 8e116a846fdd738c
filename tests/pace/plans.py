"""Plans that the tests of this room start from."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from duixian.pace import Figure, Plan, Stage

NEW_YEAR, YEAR_END = dt.date(2026, 1, 1), dt.date(2026, 12, 31)


def day(written: str) -> dt.date:
    """A day of 2026, written 3-31."""
    month, number = written.split("-")
    return dt.date(2026, int(month), int(number))


def plan(**changed: Any) -> Plan:
    asked = {"target": Decimal(365), "unit": "户", "begins": NEW_YEAR, "due": YEAR_END}
    return Plan(**(asked | changed))


def tendered() -> Plan:
    """招标 by 31 March, works from April, all done on 30 September, accepted by the year's end."""
    return plan(
        target=Decimal(183),
        unit="处",
        stages=(
            Stage(text="3月底前完成招标", start=None, end=day("3-31"), kind="prepare"),
            Stage(text="4月开工", start=day("4-1"), end=day("4-30"), kind="work"),
            Stage(text="9月30日完成", start=None, end=day("9-30"), kind="finish"),
        ),
    )


def figures(**by_day: Any) -> tuple[Figure, ...]:
    """figures(d6_30=12) is twelve by 30 June."""
    return tuple(Figure(day(name[1:].replace("_", "-")), Decimal(str(value))) for name, value in by_day.items())


days = st.dates(min_value=dt.date(2024, 1, 1), max_value=dt.date(2028, 12, 31))
amounts = st.decimals(min_value=0, max_value=10**12, places=3) | st.integers(0, 10**6).map(Decimal)
stages = st.builds(
    Stage,
    text=st.just("阶段"),
    start=st.none() | days,
    end=days,
    kind=st.sampled_from(["prepare", "work", "finish"]),
)
plans = st.builds(
    Plan,
    target=amounts,
    unit=st.sampled_from(["户", "%", "公里"]),
    begins=days,
    due=days,
    comparator=st.sampled_from(["=", ">=", "<=", "~"]),
    stages=st.lists(stages, max_size=5).map(tuple),
    cumulative=st.booleans(),
)
