import pytest

from .claims import (
    MINORITY,
    NATIONAL,
    PREFECTURE,
    PREFECTURE_MINORITY,
    PRIZES,
    REGION,
    WORLD,
    YOUTH,
    amounts,
    beyond,
    claim,
    code,
    crewed,
    lines,
    prize,
    rank,
    result,
)

REGION_AMOUNTS = {1: 20000, 2: 12000, 3: 6000, 4: 1000, 5: 800, 6: 700, 7: 600, 8: 500}
YOUTH_AMOUNTS = {1: 4000, 2: 2400, 3: 1200}
PRIZE_AMOUNTS = dict(zip(PRIZES, (15000, 8000, 5000), strict=True))


def prized(value):
    return result(placing=prize(value), regs_award_places=None)


@pytest.mark.parametrize(("place", "yuan"), REGION_AMOUNTS.items())
def test_a_rank_at_the_region_games_has_its_amount(place, yuan):
    assert lines(claim(result(placing=rank(place)))) == [("A1", "athlete", f"{yuan}.00", "第八条（一）1")]


@pytest.mark.parametrize(("place", "yuan"), PRIZE_AMOUNTS.items())
def test_a_prize_at_the_minority_games_has_its_amount(place, yuan):
    paid = lines(claim(prized(place), games=MINORITY))
    assert paid == [("A1", "athlete", f"{yuan}.00", "第八条（一）2")]


@pytest.mark.parametrize(("place", "yuan"), YOUTH_AMOUNTS.items())
def test_the_youth_championships_pay_a_fifth_of_the_region_games(place, yuan):
    paid = lines(claim(result(placing=rank(place)), games=YOUTH))
    assert paid == [("A1", "athlete", f"{yuan}.00", "第八条（一）3 第八条（一）1")]


@pytest.mark.parametrize(("place", "yuan"), REGION_AMOUNTS.items())
def test_the_prefecture_youth_games_pay_a_fifth_of_the_region_games_once(place, yuan):
    paid = lines(claim(result(placing=rank(place)), games=PREFECTURE))
    assert paid == [("A1", "athlete", f"{yuan // 5}.00", "第十条 第八条（一）1")]


@pytest.mark.parametrize(("place", "yuan"), PRIZE_AMOUNTS.items())
def test_the_prefecture_minority_games_pay_a_fifth_of_the_region_minority_games(place, yuan):
    paid = lines(claim(prized(place), games=PREFECTURE_MINORITY))
    assert paid == [("A1", "athlete", f"{yuan // 5}.00", "第十条 第八条（一）2")]


@pytest.mark.parametrize(
    ("games", "rate", "article"),
    [
        (NATIONAL, 20, "第八条（二）"),
        ("全国冬运会", 20, "第八条（二）"),
        ("全国青年运动会", 20, "第八条（二）"),
        ("全国残运会", 20, "第八条（二）"),
        ("全国少数民族传统体育运动会", 20, "第八条（二）"),
        ("奥运会", 30, "第八条（三）"),
        ("残奥会", 30, "第八条（三）"),
        ("冬奥会", 30, "第八条（三）"),
        ("冬残奥会", 30, "第八条（三）"),
        (WORLD, 30, "第八条（三）"),
        ("世界杯赛", 30, "第八条（三）"),
        ("青奥会", 30, "第八条（三）"),
        ("亚运会", 30, "第八条（三）"),
        ("亚冬会", 30, "第八条（三）"),
        ("亚洲锦标赛", 30, "第八条（三）"),
        ("亚洲杯赛", 30, "第八条（三）"),
        ("东亚青年运动会", 30, "第八条（三）"),
    ],
)
def test_beyond_the_region_a_share_of_the_documented_award_is_paid(games, rate, article):
    assert lines(claim(beyond(games), games=games)) == [("A1", "athlete", f"{2000 * rate}.00", article)]


@pytest.mark.parametrize(
    ("supplied", "paid"),
    [("12345.67", "2469.13"), ("12345.62", "2469.12"), ("12345.63", "2469.13"), ("0.03", "0.01"), ("0.05", "0.01")],
)
def test_a_share_is_rounded_half_up_to_the_fen(supplied, paid):
    assert amounts(claim(beyond(NATIONAL, supplied), games=NATIONAL)) == {"A1": paid}


@pytest.mark.parametrize(
    "standard",
    [
        None,
        {"amount_yuan": None, "ref": "x"},
        {"amount_yuan": "200000.00", "ref": None},
        {"amount_yuan": "1", "ref": ""},
    ],
)
def test_without_the_documented_award_nothing_is_guessed(standard):
    assert code(claim(beyond(NATIONAL, region_standard=standard), games=NATIONAL)) == "EXTERNAL_STANDARD_REQUIRED"


def test_a_documented_award_of_zero_is_not_a_missing_one():
    assert code(claim(beyond(NATIONAL, "0.00"), games=NATIONAL)) == "NOTHING_PAYABLE"


@pytest.mark.parametrize(
    ("games", "placing"),
    [
        (REGION, rank(9)),
        (YOUTH, rank(4)),
        (YOUTH, rank(8)),
        (PREFECTURE, rank(9)),
        (NATIONAL, rank(9)),
        (MINORITY, prize("优秀奖")),
        (PREFECTURE_MINORITY, prize("表演奖")),
        ("全国少数民族传统体育运动会", prize("优秀奖")),
    ],
)
def test_a_placing_outside_the_tables_is_not_awarded(games, placing):
    assert code(claim(crewed(placing=placing, regs_award_places=12), games=games)) == "RANK_NOT_AWARDED"


def test_a_tied_rank_is_paid_in_full_to_each():
    third = [result(placing=rank(3, tied=True), units=[{**result()["units"][0], "id": id_}]) for id_ in ("A1", "A2")]
    assert amounts(claim(*third)) == {"A1": "6000.00", "A2": "6000.00"}
