"""Finds every number with a unit that says something about the work; reads the page and clauses, writes quantities."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from duixian.compiler.figures.numbers import CHINESE_DIGITS, NUMBER, NUMBER_BEGINS, read_number
from duixian.compiler.figures.phrases import any_of, any_word, beginning_with
from duixian.compiler.figures.sentences import ClauseFinder
from duixian.compiler.lexicon import comparators as words
from duixian.compiler.lexicon.idioms import CLASSES, DATES, MARKED, MARKS, NAMES, NUMERALS, SET_PHRASES
from duixian.compiler.lexicon.units import DIVISION_UNIT, MEASURES, PERSON_NOUNS, RATE_OF, THING_NOUNS
from duixian.compiler.page import Page
from duixian.compiler.reading import Comparator, Document, Quantity
from duixian.units import Span


def _measures() -> str:
    """All measure words, longest first, each refusing the characters that would make it another word."""
    ordered = sorted(MEASURES.items(), key=lambda item: -len(item[0]))
    return "|".join(re.escape(word) + (f"(?![{after}])" if after else "") for word, after in ordered)


_NOUNS = any_word([*PERSON_NOUNS, *THING_NOUNS])
_DURATION = (
    r"日(?=内|以内|之内)|(?<=半)(?:月|小时)|"
    r"(?<=[两二三四五六七八九十\d])年(?![级度初底末中代行规计来前间后月龄会义制份\d])"
)
# 700名师生 are persons, 名师 is a title; 6所以上 is a bound, 所以 a conjunction; 87家乡镇卫生院 is nobody's 家乡.
_CAUTIOUS = "名(?=师生)|所(?=以[上下内])|家(?=乡[镇村])"
_OTHERWISE = any_word([word for word in MEASURES if len(word) == 1])
_MEASURE = rf"(?:{_measures()}|{_CAUTIOUS}|{_DURATION})(?:[（(](?:{_OTHERWISE})[）)])?"
_NOUN = rf"(?!个)[\u4e00-\u9fff]{{0,6}}?(?:{_NOUNS})"
_TAIL = r"(?:[（(]含[^（）()]{0,4}[）)])?(?:及其?)?(?:以上|以下|以内|之内|左右|上下)|(?<=[月日天时钟年周])内"
_RANGE = r"\s{0,2}(?:[-—－–~～至到]|——)\s{0,2}"

# 5公里至8公里: the unit said twice is the same.
_UNITS_OF_RANGES = any_word("""
    % ‰ 元 岁 周岁 个 个月 人 名 人次 户 亩 万元 公里 千米 米 平方米 ㎡ 立方米 吨 天 日 次 场 所 座 处 条 家 台 套 年
    小时 分钟 个百分点
""")

_QUANTITY = re.compile(
    beginning_with(NUMBER_BEGINS)
    + rf"(?:百分之(?P<percent>{NUMBER})|千分之(?P<permille>{NUMBER})|"
    rf"(?<![\dA-Za-z.第])(?<!\d[,，])(?<![A-Za-z\d]-)(?<![{CHINESE_DIGITS}])(?P<low>{NUMBER})"
    rf"(?:(?P<lowunit>{_UNITS_OF_RANGES})?{_RANGE}(?P<high>{NUMBER})(?(lowunit)(?=[ \t]?(?P=lowunit)|万元)))?)"
    rf"[ \t]{{0,3}}(?P<about>[余多])?(?P<half>个半(?=月|小时))?"
    rf"(?P<unit>(?(low)(?:{_MEASURE}|{DIVISION_UNIT}|(?P<noun>{_NOUN}))|))"
    rf"(?P<rate>[/／](?:{any_word(RATE_OF)})(?:[/／·•](?:{any_word(RATE_OF)}))?)?"
    rf"(?P<after>{_TAIL})?"
)  # fmt: skip
_NUMERIC = beginning_with(NUMERALS, any_of((*NAMES, *DATES, *CLASSES, *SET_PHRASES)))
_BLANKED = re.compile(beginning_with(NUMERALS + MARKS, any_of((_NUMERIC, beginning_with(MARKS, any_of(MARKED))))))

_BEFORE = re.compile(
    rf"(?P<least>{any_word(words.AT_LEAST_BEFORE)})|"
    rf"(?P<most>{any_word(words.AT_MOST_BEFORE)})|(?P<about>{any_word(words.ABOUT_BEFORE)})"
)
_TOUCHING = re.compile(rf"(?:{_BEFORE.pattern})\s?$")
_LAST_SIGNS = frozenset(word[-1] for word in (*words.AT_LEAST_BEFORE, *words.AT_MOST_BEFORE, *words.ABOUT_BEFORE))
_APART = re.compile(
    rf"(?:(?P<least>{any_word(words.APART_AT_LEAST)})|"
    rf"(?P<most>{any_word(words.APART_AT_MOST)}))[^，。；：！？,;:\n]*$"
)
_DELIVERS_ONE = re.compile(
    r"(?:新建|建成|建设|改建|扩建|建好|建立|设立|设置|设|开设|举办|开展|组织|召开|进行|提供|创建|打造|"
    r"培育|完成|配备|配置|配|安装|落实|改造|推出|有|各|每[\u4e00-\u9fff]{1,6})$"
)
_DONE_ONCE = re.compile(
    r"(?:体检|检查|检测|筛查|抽检|巡查|排查|走访|随访|家访|演练|培训|评估|调度|通报|会商|回访|清洗|义诊)$"
)
# 新建幼儿园一所，: the verb stands before the thing, the number ends the phrase.
_BUILDS_ONE = re.compile(
    r"(?:(?:新建|改建|扩建|改扩建|续建|修建|建|建成|建设|改造|购置|新增|增设|配备|安装|设立|打造)[^，。；：、,;:\n]{2,16}"
    r"|[所座栋幢处条台辆套间家]、[\u4e00-\u9fff]{2,10}|(?:机构|中心|学校|[医学]院|公园|广场|[馆站园厂]))$"
)
_OF_BUILDINGS = frozenset("所座栋幢处条台辆套间家")
_ENDS_PHRASE = re.compile(r"\s*(?:[，。；、,;（(\n]|$|已(?:投入|建成|完工|竣工|开工|启用|开业))")
_LISTED = re.compile(r"[^，。；：！？,;:\n]*、")
_DIGIT = re.compile(r"\d")
_SPAN_OF_YEARS = re.compile(r"(?:期|为期|期限|连续|时间|年限|满)(?:为|是)?$")
_VAGUE_WHOLE = re.compile(r"[百千万亿]+")
# 数十家, 几百户 say no number; 参保人数十万 does.
_VAGUE_BEFORE = re.compile("(?:(?<![人户次件总个])数|几)$")
_STEPS = frozenset("十百千万亿")
_WINDOW = 40
_BEFORE_ONE = 20
# 300学位 is a count; in 300 followed by a longer run of nouns the number belongs to something else.
_LONGEST_BARE_NOUN = 4


def read_quantities(page: Page, document: Document) -> Document:
    """The document with every quantity in it, in the order of the text; spans touch only where they continue."""
    find = ClauseFinder(document.clauses)
    plain = page.unwrapped
    text = blank_names(plain[document.span.begin : document.span.end])
    found = tuple(_quantities(text, document.span.begin, page, find))
    return replace(document, quantities=_carry_apart(plain, found))


def blank_names(text: str) -> str:
    """``text`` with dates, names and set phrases replaced by □, one for one, so that no number is found in them."""
    return _BLANKED.sub(lambda match: "□" * (match.end() - match.start()), text)


def _quantities(text: str, offset: int, page: Page, find: ClauseFinder) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        read = _read_match(match, text)
        if read is None:
            continue
        (begin, end), low, high, unit, comparator = read
        span = Span(begin + offset, end + offset)
        yield Quantity(
            clause=find.path_at(span.begin),
            span=span,
            quote=span.of(page.text),
            value=low,
            value_high=high,
            unit=unit,
            comparator=comparator,
        )


_Read = tuple[tuple[int, int], Decimal, Decimal | None, str, Comparator]


def _read_match(match: re.Match[str], text: str) -> _Read | None:
    if match["percent"] or match["permille"]:
        value = read_number(match["percent"] or match["permille"])
        unit = "%" if match["percent"] else "‰"
        return None if value is None else _with_comparison(match, text, low=value, high=None, unit=unit)
    if _is_no_count(match, text):
        return None
    low, high = _values(match)
    if low is None or (match["high"] and (high is None or high <= low)):
        return None
    if match["half"]:
        low += Decimal("0.5")
    return _with_comparison(match, text, low=low, high=high, unit=_unit(match))


def _unit(match: re.Match[str]) -> str:
    return f"个{match['unit']}" if match["half"] else match["unit"].replace(" ", "")


def _values(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a range; the 万 that stands once at its end counts for both: 3-5万元."""
    if not match["high"]:
        return read_number(match["low"]), None
    low, high = match["low"], match["high"]
    multiplier = high.lstrip("0123456789.,，")
    first, second = read_number(low), read_number(high)
    if multiplier and low[-1] not in CHINESE_DIGITS and second is not None and first is not None:
        scaled = read_number(low + multiplier)
        return (scaled if scaled is not None and scaled < second else first), second
    return first, second


def _is_no_count(match: re.Match[str], text: str) -> bool:
    """Whether the numeral is part of a word, a bare 百 or 万 that counts nothing, or a 一 that means no number."""
    low, before = match["low"], text[max(0, match.start() - 8) : match.start()]
    if match["unit"] == "层" and not match["after"]:
        return True
    if match["unit"] == "年":
        return not (match["after"] or _touching(before) or _SPAN_OF_YEARS.search(before))
    if match["noun"] and low[-1] not in "万亿" and not match["about"]:
        return low[0] in CHINESE_DIGITS or len(match["noun"]) > _LONGEST_BARE_NOUN
    if low[0] not in CHINESE_DIGITS:
        return False
    compared = bool(_touching(before) or match["after"] or match["about"])
    if low == "一":
        delivers = _DELIVERS_ONE.search(before) or (match["unit"] == "次" and _DONE_ONCE.search(before))
        return match["unit"] == "批" or not (
            compared or delivers or _apart(text, match.start()) or _is_built(match, text)
        )
    if low[0] in _STEPS and _VAGUE_BEFORE.search(before):
        return True
    if _VAGUE_WHOLE.fullmatch(low):
        return not compared
    return low[0] in "〇零"


def _is_built(match: re.Match[str], text: str) -> bool:
    """Whether 一 closes a phrase that delivers a thing: 改造学生食堂一座，."""
    return (
        match["unit"] in _OF_BUILDINGS
        and bool(_ENDS_PHRASE.match(text, match.end()))
        and bool(_BUILDS_ONE.search(text[max(0, match.start() - _BEFORE_ONE) : match.start()]))
    )


def _with_comparison(match: re.Match[str], text: str, *, low: Decimal, high: Decimal | None, unit: str) -> _Read:
    begin, end = match.span()
    before = _touching(text[max(0, begin - 8) : begin])
    comparator = Comparator.EQUAL
    if before is not None:
        begin -= len(before.group())
        comparator = _kind(before)
    after = _comparison_after(match)
    comparator = after if after is not None else comparator
    if comparator is Comparator.EQUAL:
        comparator = _apart(text, begin) or comparator
    return (begin, end), low, high, unit, comparator


def _touching(before: str) -> re.Match[str] | None:
    """The comparison word that ends ``before``, unless it is the end of another word (节约, 附近)."""
    last = before[-1:]
    found = _TOUCHING.search(before) if last in _LAST_SIGNS or last.isspace() else None
    if found is None:
        return None
    forbidden = words.NOT_AFTER.get(found.group().strip(), "")
    return None if found.start() and before[found.start() - 1] in forbidden else found


def _kind(found: re.Match[str]) -> Comparator:
    if found["least"]:
        return Comparator.AT_LEAST
    return Comparator.AT_MOST if found["most"] else Comparator.ABOUT


def _comparison_after(match: re.Match[str]) -> Comparator | None:
    after = match["after"] or ""
    if after.endswith("上"):
        return Comparator.AT_LEAST
    if after.endswith(("左右", "上下")):
        return Comparator.ABOUT
    if after.endswith(("下", "内")):
        return Comparator.AT_MOST
    vague = match["about"] or (match["low"] and ("余" in match["low"] or "多" in match["low"]))
    return Comparator.ABOUT if vague else None


def _apart(text: str, begin: int) -> Comparator | None:
    """The comparison word that stands earlier in the same phrase, with no other number between."""
    phrase = text[max(0, begin - _WINDOW) : begin]
    if "至少" not in phrase and "最" not in phrase and "不" not in phrase and "控制在" not in phrase:
        return None
    found = _APART.search(phrase)
    if found is None or _DIGIT.search(phrase, found.start()):
        return None
    return Comparator.AT_LEAST if found["least"] else Comparator.AT_MOST


def _carry_apart(plain: str, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """至少1次职业指导、3次岗位推介: the word said once holds for the list that 、 continues."""
    out = list(found[:1])
    for before, this in pairwise(found):
        last = out[-1]
        between = plain[before.span.end : this.span.begin]
        listed = len(between) < _WINDOW and _LISTED.fullmatch(between)
        carried = listed and last.comparator is Comparator.AT_LEAST and this.comparator is Comparator.EQUAL
        if carried and last.unit == this.unit and "至少" in plain[max(0, last.span.begin - 8) : last.span.end]:
            this = replace(this, comparator=Comparator.AT_LEAST)  # noqa: PLW2901 - the carried one replaces it
        out.append(this)
    return tuple(out)
