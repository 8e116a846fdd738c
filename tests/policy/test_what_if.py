from decimal import Decimal

import pytest

from duixian.policy.acts.sports_awards import TOTALS_BY, read_claim, shipped_act, what_if
from duixian.policy.engine.comparison import changed_rows, totals

from .claims import (
    EVERYBODY,
    NATIONAL,
    REGION,
    beyond,
    changed_act,
    claim,
    crewed,
    decided,
    rank,
    result,
    sportsmanship,
)

FIRST = ("placing: 1, value: 20000, from", "placing: 1, value: 25000, from")
CLAIMS = [
    claim(crewed(), claimants=EVERYBODY),
    claim(beyond(NATIONAL), games=NATIONAL, claimants=EVERYBODY),
    claim(result(placing=rank(9))),
    sportsmanship(),
]


def compared(*changes):
    return what_if([read_claim(raw) for raw in CLAIMS], before=shipped_act(), after=changed_act(*changes))


def changes_by(name, *changes):
    found = compared(*changes).differences(by=TOTALS_BY[name])
    return {one.key: (str(one.before), str(one.after), str(one.change)) for one in found}


def test_the_difference_is_told_article_by_article():
    assert changes_by("article", FIRST) == {
        "第八条（一）1": ("20000.00", "25000.00", "5000.00"),
        "第十三条（二）": ("20000.00", "25000.00", "5000.00"),
        "第十六条": ("7200.00", "9000.00", "1800.00"),
        "第十七条": ("4000.00", "5000.00", "1000.00"),
        "第八条（二）": ("40000.00", "40000.00", "0.00"),
        "第十二条": ("4000.00", "4000.00", "0.00"),
        "第十八条": ("2000.00", "2000.00", "0.00"),
    }


def test_a_changed_share_moves_its_own_article_only():
    moved = changes_by("article", ("{value: 60, from", "{value: 50, from"))
    assert {key: change for key, (_, _, change) in moved.items() if Decimal(change)} == {"第十六条": "-1200.00"}


@pytest.mark.parametrize("name", TOTALS_BY)
def test_every_way_of_counting_counts_every_yuan_once(name):
    decisions = [decided(raw) for raw in CLAIMS]
    assert sum(totals(decisions, by=TOTALS_BY[name]).values()) == sum(one.total for one in decisions)


def test_totals_are_told_by_games_county_payer_and_kind():
    decisions = [decided(raw) for raw in CLAIMS]
    assert totals(decisions, by=TOTALS_BY["games"])[REGION] == Decimal("51200.00")
    assert totals(decisions, by=TOTALS_BY["county"])["新源县"] == Decimal("4000.00")
    assert totals(decisions, by=TOTALS_BY["payer"])["县市财政"] == Decimal("4000.00")
    assert totals(decisions, by=TOTALS_BY["payee_kind"])["collective"] == Decimal("2000.00")


def test_claims_that_come_out_otherwise_are_told():
    eighth = "      - {games: 自治区运动会, placing: 8, value: 500, from: 2023-02-10, article: 第八条（一）1}"
    found = compared((eighth, f"{eighth}\n{eighth.replace('placing: 8', 'placing: 9')}"))
    turned = [(old.refusal.code, new.refusal.code) for _, old, new in found.turned()]
    assert turned == [("RANK_NOT_AWARDED", "RANK_NOT_IN_COMPETITION_REGS")]


def test_the_rows_that_differ_are_named():
    rows = changed_rows(shipped_act(), changed_act(FIRST))
    assert [(one.before.key, one.before.value, one.after.value) for one in rows] == [((REGION, 1), 20000, 25000)]
    assert changed_rows(shipped_act(), changed_act()) == ()
