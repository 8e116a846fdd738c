"""What kind of quantity a target is, told by its unit and the words beside it: a first answer that a person may change.

Source: 实事 documents of four levels; docs/decisions/0014 says which words were chosen and which left out.
"""

import re
from dataclasses import dataclass

from duixian.registers.models import LEVEL_UNITS, RATE_UNITS, Counter, Counting, Nature, Proposal
from duixian.units import Refused, gettext_noop

# Cut at these: a word tells of the figure in its own phrase, not of the next one's.
_PHRASE = re.compile(r"[，,。；;：:\n]")
_NEAR = 40  # characters to each side of a figure in which its type is looked for
# Divisions whose members are counted one by one; a share of schools or of households is a plain rate.
_PLACES = (
    r"(?:县[（(]市[、,，]?区?[）)]|县市区?|县区|县级市|地[（(]州[、,，]?市?[）)]|地州市?|"
    r"乡镇[（(]街道[）)]|乡镇|街道|行政村|社区|县|村)"
)
_EACH = r"(?:至少|均|都|建成|建有|设有|拥有|有|达到|实现|开展|完成|通)"
_COVERED = re.compile(rf"(?:以上)?的?{_PLACES}(?:[^，。；]{{0,6}}{_EACH}|$)")
_EACH_AT_LEAST = re.compile(rf"(?:至少|不少于)[^，。；]{{1,30}}的{_PLACES}[^，。；]{{0,8}}(?:占|比例)[^，。；]{{0,4}}$")
_AMONG = re.compile(rf"{_PLACES}$")
_ALL_COVERED = re.compile(r"(?:以上)?(?:实现)?全?覆盖")
# Days of good or bad air rise and fall with the weather, not with work.
_LEVEL = re.compile(
    r"(?:PM\s?(?:2\.5|₂\.₅|10)|颗粒物|臭氧|二氧化[硫氮]|浓度|指数|评分|得分|满意度(?!率)|预期寿命)[^，。；]{0,10}$",
    re.IGNORECASE,
)
_DAYS_OF_AIR = re.compile(r"(?:重污染|重度及以上污染|优良|沙尘)(?:天气?)?(?:天数)?[^，。；]{0,10}$")
_STOCK = re.compile(
    r"(?:保有量|在册|存量|总[数量](?:达|为)|规模(?:达|为)|参保人数|(?:人数|人口|户数)(?:达|稳定在))[^，。；]{0,8}$"
)
_COUNTERS: tuple[tuple[Counter, re.Pattern[str]], ...] = (
    (Counter.IN_USE, re.compile(r"投入(?:使用|运营|运行)|投用|启用|建成使用|交付使用|开餐|开园|通车|投运")),
    (Counter.STRUCTURE, re.compile(r"主体(?:结构|工程)?(?:全部)?(?:完工|封顶|竣工|建成)|封顶")),
    (Counter.COMPLETED, re.compile(r"竣工|完工|(?:全面|全部|基本)建成")),
    (Counter.STARTED, re.compile(r"开工|动工|启动建设")),
)


@dataclass(frozen=True, slots=True)
class QuantityType:
    """What may be added up, how figures are reported, and which stage of a thing they count."""

    nature: Nature
    counting: Counting = Counting.CUMULATIVE
    counter: Counter = Counter.WHOLE


def nature_of_unit(unit: str) -> Nature:
    """A rate or a level by its unit; everything else is taken to grow by what is done."""
    if unit in RATE_UNITS:
        return Nature.RATE
    return Nature.LEVEL if unit in LEVEL_UNITS else Nature.FLOW


def type_of(unit: str, *, before: str, after: str) -> QuantityType:
    """The type of a figure with ``unit`` that stands between ``before`` and ``after`` in its text.

    Only words of the same phrase count. Increments are never guessed: a document does not say how figures are
    reported, so the first answer is always a running total.

    >>> type_of("%", before="实现", after="的县（市、区）至少建成一所托育机构").nature.name
    'COVERAGE'
    >>> type_of("所", before="9月底前开工学校", after="，年底前投用").counter.name
    'STARTED'
    """
    left, right = _PHRASE.split(before)[-1], _PHRASE.split(after)[0]
    nature = _nature(unit, left, right)
    counts = nature in (Nature.FLOW, Nature.STOCK)
    return QuantityType(nature, counter=_counter(left, right) if counts else Counter.WHOLE)


def type_proposed(proposal: Proposal) -> QuantityType:
    """The type a proposed target would be adopted with: what a person wrote, else what its text says.

    Needs the proposal's document and source.
    """
    text, values = proposal.document.source.text, proposal.values
    before = text[max(proposal.document.begin, proposal.begin - _NEAR) : proposal.begin]
    after = text[proposal.end : min(proposal.document.end, proposal.end + _NEAR)]
    # A unit that a person corrected is typed anew.
    first = type_of(str(values["unit"]), before=before, after=after)
    return QuantityType(
        nature=Nature(str(values.get("nature", first.nature))),
        counting=Counting(str(values.get("counting", first.counting))),
        counter=Counter(str(values.get("counter", first.counter))),
    )


def check_type(typed: QuantityType, *, unit: str) -> None:
    """Errors: Refused where nature, counting, counter and unit cannot go together."""
    rate = typed.nature in (Nature.RATE, Nature.COVERAGE)
    if unit in RATE_UNITS and typed.nature in (Nature.FLOW, Nature.STOCK):
        raise Refused(
            "type-against-unit",
            gettext_noop("单位是“{unit}”的指标不能相加，不能定为{nature}。请选比率、水平值或覆盖面。"),
            unit=unit,
            nature=str(typed.nature.label),
        )
    if rate and unit not in RATE_UNITS:
        raise Refused(
            "type-against-unit",
            gettext_noop("{nature}的单位是 % 一类，现为“{unit}”。请改单位或改类型。"),
            unit=unit,
            nature=str(typed.nature.label),
        )
    if typed.counting == Counting.INCREMENT and typed.nature != Nature.FLOW:
        raise Refused(
            "type-increment",
            gettext_noop("只有累计量能按“本期新增”填报，{nature}要填截至当日的数。"),
            nature=str(typed.nature.label),
        )
    if typed.counter and typed.nature not in (Nature.FLOW, Nature.STOCK):
        raise Refused(
            "type-counter",
            gettext_noop("{nature}没有开工、投用之分，请把“按哪一步计”选为完成数。"),
            nature=str(typed.nature.label),
        )


def _nature(unit: str, left: str, right: str) -> Nature:
    by_unit = nature_of_unit(unit)
    if unit == "%":
        return Nature.COVERAGE if _is_coverage(left, right) else by_unit
    if by_unit != Nature.FLOW:
        return by_unit
    if _LEVEL.search(left) or (unit in {"天", "日"} and _DAYS_OF_AIR.search(left)):
        return Nature.LEVEL
    return Nature.STOCK if _STOCK.search(left) else Nature.FLOW


def _is_coverage(left: str, right: str) -> bool:
    if _COVERED.match(right) or _EACH_AT_LEAST.search(left):
        return True
    return _AMONG.search(left) is not None and _ALL_COVERED.match(right) is not None


def _counter(left: str, right: str) -> Counter:
    """The stage whose word stands nearest to the figure, in its phrase; the whole where none does."""
    nearest = [
        (distance, counter) for counter, words in _COUNTERS if (distance := _distance(words, left, right)) is not None
    ]
    return min(nearest, key=lambda item: item[0], default=(0, Counter.WHOLE))[1]


def _distance(words: re.Pattern[str], left: str, right: str) -> int | None:
    """How many characters lie between the figure and the nearest of ``words``."""
    before = [len(left) - found.end() for found in words.finditer(left)]
    behind = [found.start() for found in words.finditer(right)]
    return min(before + behind, default=None)
