"""Numerals written in Chinese are read back as the number they were written from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.compiler.figures.numbers import last_digit, read_chinese, read_number

DIGITS = "零一二三四五六七八九"
STEPS = ("", "十", "百", "千")
GROUPS = ("", "万", "亿", "万亿")


def write_group(number: int) -> str:
    """A number under 万 as it is said, 零 standing for zeros inside: 1005 is 一千零五."""
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit == 0:
            gap = bool(said)
            continue
        said += ("零" if gap else "") + DIGITS[digit] + STEPS[place]
        gap = False
    return said


def write_chinese(number: int) -> str:
    """The numeral of a whole number under 万亿."""
    if number == 0:
        return "零"
    said = ""
    for index in (2, 1, 0):
        group = number // 10_000**index % 10_000
        if group == 0:
            continue
        short = said and group < 1000  # as in 一万零五百
        said += ("零" if short else "") + write_group(group) + GROUPS[index]
    return said


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_a_number_written_in_chinese_is_read_back(number):
    assert read_chinese(write_chinese(number)) == number


@given(st.integers(min_value=10, max_value=19))
def test_ten_to_nineteen_need_no_one(number):
    assert read_chinese(write_chinese(number).removeprefix("一")) == number


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]))
def test_digits_with_wan_and_yi_are_multiplied_out_exactly(value, step):
    assert read_number(f"{value}{step[0]}") == value * step[1]


@given(st.integers(min_value=1000, max_value=10**12))
def test_separators_change_nothing(number):
    assert read_number(f"{number:,}") == number == read_number(f"{number:,}".replace(",", "，"))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("两", "2"),
        ("三万五", "35000"),
        ("二百五", "250"),
        ("一百零五", "105"),
        ("二〇二三", "2023"),
        ("十二点五万", "125000"),
        ("百余", "100"),
        ("十余万", "100000"),
        ("10多万", "100000"),
        ("3千", "3000"),
        ("1.5亿", "150000000"),
        ("一亿零三万", "100030000"),
        ("一万亿", "1000000000000"),
        ("l50", "150"),
        ("8OOO", "8000"),
    ],
)
def test_a_numeral_is_read(written, value):
    assert read_number(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "点五", "一二三点", "几", "三三十", "abc", "1.2.3", "一一百", "。"])
def test_what_is_no_numeral_is_none_and_never_zero(written):
    assert read_number(written) is None


@given(st.text(alphabet="零一二两三四五六七八九十百千万亿点0123456789.,，lIOo余多", max_size=24))
def test_any_mixture_of_numeral_signs_is_a_finite_number_or_none(written):
    value = read_number(written)
    assert value is None or value.is_finite()


@pytest.mark.parametrize(
    ("quote", "step"),
    [
        ("1.14亿元", "1000000"),
        ("380万元", "10000"),
        ("12.5%", "0.1"),
        ("1,200户", "1"),
        ("三所", "1"),
        ("2亿多元", "100000000"),
    ],
)
def test_the_last_written_digit_says_how_exact_a_number_is(quote, step):
    assert last_digit(quote) == Decimal(step)
