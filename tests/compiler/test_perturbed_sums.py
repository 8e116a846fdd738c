"""A thousand copies of sums that hold, one number changed: every broken copy is found, no whole one is accused."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from duixian.compiler.lexicon import words
from duixian.compiler.page import Page
from duixian.compiler.pipeline import PASSES
from duixian.compiler.reading import Document, Kind
from duixian.units import Span

COPIES = 1000
PLACES = ("东河县", "西山县", "南坪县", "北塘区", "安岭市", "清溪县", "石湾区", "林泉县")
THINGS = (("公厕", "座"), ("农村公路", "公里"), ("托位", "个"), ("危桥", "座"), ("助餐点", "个"), ("老旧小区", "个"))
ROOMS = words("quantities contexts sums checks")
FIGURE_PASSES = [one for one in PASSES if one.__module__.rpartition(".")[2] in ROOMS]
CODES = {"sum-does-not-hold", "product-does-not-hold", "ratio-does-not-hold"}


@dataclass(frozen=True)
class Claim:
    """One sentence that claims arithmetic, with the numbers it says; ``of`` writes it with any numbers."""

    numbers: tuple[int, ...]
    of: Callable[..., str]


def _in_brackets(rng: random.Random) -> Claim:
    (thing, unit), places = rng.choice(THINGS), rng.sample(PLACES, rng.randint(2, 6))
    parts = [rng.randint(2, 60) for _ in places]

    def of(total: int, *shares: int) -> str:
        listed = "、".join(f"{place}{share}{unit}" for place, share in zip(places, shares, strict=True))
        return f"新建{thing}{total}{unit}（{listed}），年底前完成。"

    return Claim((sum(parts), *parts), of)


def _among_them(rng: random.Random) -> Claim:
    (thing, unit), places = rng.choice(THINGS), rng.sample(PLACES, rng.randint(3, 6))
    parts = [rng.randint(20, 90) for _ in places]

    def of(total: int, *shares: int) -> str:
        listed = "、".join(f"{place}{share}{unit}" for place, share in zip(places, shares, strict=True))
        return f"改造提升{thing}{total}{unit}，其中{listed}。"

    return Claim((sum(parts), *parts), of)


def _at_the_end(rng: random.Random) -> Claim:
    places = rng.sample(PLACES, rng.randint(2, 5))
    parts = [rng.randint(20, 90) for _ in places]

    def of(total: int, *shares: int) -> str:
        listed = "，".join(f"{place}改造{share}户" for place, share in zip(places, shares, strict=True))
        return f"{listed}，合计{total}户。"

    return Claim((sum(parts), *parts), of)


def _by_purse(rng: random.Random) -> Claim:
    parts = [rng.randint(100, 900) for _ in range(3)]

    def of(total: int, *shares: int) -> str:
        first, second, third = shares
        return f"总投资{total}万元，其中中央资金{first}万元、省级补助{second}万元、县级配套{third}万元。"

    return Claim((sum(parts), *parts), of)


def _count_by_rate(rng: random.Random) -> Claim:
    places = rng.sample(PLACES, 4)
    shares = [rng.randint(3, 30) for _ in places]
    count, rate = sum(shares), rng.randint(2, 40)
    listed = "、".join(f"{place}{share}个" for place, share in zip(places, shares, strict=True))

    def of(total: int) -> str:
        return f"新建助餐点{count}个（{listed}），每个助餐点补助{rate}万元，共计补助{total}万元。"

    return Claim((count * rate,), of)


def _rate_of_completion(rng: random.Random) -> Claim:
    planned = rng.randint(40, 400) * 10
    percent = rng.randint(20, 99)
    done = planned * percent // 100

    def of(rate: int) -> str:
        return f"计划改造户厕{planned}户，已完成{done}户，完成率{rate}%。"

    return Claim((percent,) if done * 100 == planned * percent else (100 * done // planned,), of)


FORMS = (_in_brackets, _among_them, _at_the_end, _by_purse, _count_by_rate, _rate_of_completion)


def _broken(rng: random.Random, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """One number off by a tenth of the total at most, as a slip of the pen is, and by two at least.

    A list after 其中 that falls far short of its total may leave others out, so it is no claim.
    """
    at = rng.randrange(len(numbers))
    reach = max(3, numbers[0] // 10)
    offs = [off for off in range(-reach, reach + 1) if abs(off) > 1 and numbers[at] + off > 1]
    return (*numbers[:at], numbers[at] + rng.choice(offs), *numbers[at + 1 :])


def accused(text: str) -> set[str]:
    """The codes of arithmetic that the text, as the body of a report, is found to break."""
    document = Document(key="copy", kind=Kind.REPORT, span=Span(0, len(text)), year=2024)
    for one_pass in FIGURE_PASSES:
        document = one_pass(Page(name="copy", text=text), document)
    return {finding.code for finding in document.findings} & CODES


@pytest.mark.parametrize("form", FORMS)
def test_every_broken_copy_is_found_and_no_whole_one_is_accused(form):
    rng = random.Random(f"sums {form.__name__}")  # noqa: S311 - figures to try, no secrets
    claims = [form(rng) for _ in range(COPIES // len(FORMS) + 1)]
    whole = [claim.of(*claim.numbers) for claim in claims]
    broken = [claim.of(*_broken(rng, claim.numbers)) for claim in claims]
    assert [text for text in whole if accused(text)] == []
    assert [text for text in broken if not accused(text)] == []


def test_a_share_left_out_of_a_list_is_not_called_a_mistake():
    assert not accused("新增就业5万人，其中毕业生2万人、困难人员1万人。")
