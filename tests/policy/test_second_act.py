import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from duixian.policy.engine.telling import tell_decision
from duixian.policy.engine.trace import worked_out_again

from .wages import Site, act, decide, warning

SITE = Site("房建", Decimal("1000000.33"), dt.date(2025, 6, 1), dt.date(2025, 6, 20))


@pytest.mark.parametrize(
    ("since", "day", "level"),
    [
        ("2025-06-06", "2025-06-20", None),
        ("2025-06-05", "2025-06-20", "黄"),
        ("2025-06-15", "2025-06-30", "黄"),
        ("2025-06-16", "2025-06-30", None),
        ("2025-06-21", "2025-07-01", "黄"),
        ("2025-06-22", "2025-07-01", None),
        ("2025-06-01", "2025-06-30", "黄"),
        ("2025-06-01", "2025-07-01", "红"),
    ],
)
def test_a_warning_follows_the_threshold_of_its_day(since, day, level):
    site = replace(SITE, unpaid_since=dt.date.fromisoformat(since), day=dt.date.fromisoformat(day))
    assert warning(act(), site) == level


def test_an_amount_is_traced_and_cited_whatever_the_act_is_about():
    payment = decide(SITE).payments[0]
    assert (payment.amount, payment.basis) == (Decimal("30000.01"), ("第三条",))
    assert worked_out_again(payment.worth.step) == payment.amount


def test_the_trace_is_told_with_what_rounding_dropped():
    told = "\n".join(tell_decision(decide(SITE), kinds={"account": "工资专户"}, with_articles=True))
    assert "应缴保证金：1000000.33 元 × 3% = 30000.0099，四舍五入到分为 30000.01 元（第三条）" in told
    assert "保证金比例：3%（第三条，2025-01-01起施行）" in told


@pytest.mark.parametrize(
    ("trade", "day", "code"),
    [
        (None, "2025-06-20", "TRADE_MISSING"),
        ("采矿", "2025-06-20", "TRADE_UNKNOWN"),
        ("水利", "2025-02-28", "NOT_YET"),
        ("水利", "2025-03-01", None),
        ("水利", "2025-12-31", None),
        ("水利", "2026-01-01", "NOT_YET"),
        ("绿化", "2025-06-20", None),
    ],
)
def test_missing_unknown_not_in_force_and_zero_are_four_answers(trade, day, code):
    decision = decide(replace(SITE, trade=trade, day=dt.date.fromisoformat(day)))
    assert (decision.refusal.code if decision.refusal else None) == code
    assert bool(decision.payments) == (code is None and trade != "绿化")
