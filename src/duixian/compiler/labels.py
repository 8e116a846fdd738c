"""Labels of headings and points at the beginning of a line: 一、 （二） 3. ① 第四条 实事五."""

import re
from dataclasses import dataclass
from functools import lru_cache

from duixian.compiler.ordinals import CIRCLED, FORMAL, NUMERAL, read_ordinal

# Marks that editors and converters put before a label.
_ORNAMENT = r"[#*＊●■◆▲★☆►▶※◎○□\s]{0,8}"
_MEASURE = "[万亿千百倍元米吨亩户岁级版]|公里|公顷|公斤|平方|立方|个百分"
_LABEL = re.compile(
    _ORNAMENT
    + "(?P<label>"
    + "|".join(
        (
            rf"第\s?(?P<part>{NUMERAL}|\d{{1,3}})\s?(?P<rank>章|节|编|部分|条|款)(?![规所的至、和第之及中款项])[\s:：、]{{0,4}}",
            rf"第\s?(?P<nth>{NUMERAL}|\d{{1,2}})\s?(?P<nth_of>[件项])(?:民生)?(?:实事)?\s{{0,2}}(?:[:：、.]|\s)\s{{0,4}}",
            rf"(?P<thing>实事|项目|任务|工程|行动|举措|事项)\s?(?P<thing_n>{NUMERAL}|\d{{1,2}})\s{{0,2}}(?:[:：、.]|\s|$)\s{{0,4}}",
            rf"(?P<cn>{NUMERAL})\s{{0,2}}[、.](?P<level>(?={NUMERAL}[、级等类]))?\s{{0,4}}",
            rf"(?P<formal>{FORMAL})\s{{0,2}}[、.]\s{{0,4}}",
            rf"[（(]\s?(?P<cn_paren>{NUMERAL})\s?[）)]\s{{0,2}}、?\s{{0,4}}",
            r"[（(]\s?(?P<paren>\d{1,2})\s?[）)]\s{0,2}[.、]?\s{0,4}",
            # 1.1 总体要求, but not 3.5万人: that its parts follow on from the labels before, the nesting sees to.
            rf"(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[、.]?\s{{0,4}}(?!{_MEASURE})(?=[一-鿿《“【])",
            r"(?P<comma>\d{1,3})\s{0,2}、\s{0,4}",
            r"(?P<dot>\d{1,3})\s{0,2}\.(?:\s{1,4}|(?=20\d\d年)|(?P<loose>(?=\d))|(?!\d))\s{0,4}",
            r"(?P<half>\d{1,2})[）)]\s{0,4}",
            rf"(?P<circled>{CIRCLED})\s{{0,4}}[.、]?\s{{0,2}}",
            r"(?P<bare>\d{1,2})(?:$|\s{1,4}(?=[一-鿿《“]))",
        )
    )
    + ")"
)
_STYLES = ("decimal", "cn", "formal", "cn_paren", "paren", "comma", "dot", "half", "circled", "bare")
ANNEX = re.compile(
    rf"附\s{{0,4}}(?:[件表录]|(?=[:：]))\s{{0,4}}(?P<n>\d{{1,2}}|{NUMERAL})?(?P<colon>\s{{0,4}}[:：])?\s{{0,4}}(?P<rest>.*)",
    re.DOTALL,
)
_LONGEST_LABEL = 32


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its line: ``begin`` and ``end`` count from the line's beginning, ``end`` where its words begin.

    ``above`` are the ordinals that a decimal label repeats from its parents (1, 2 in 1.2.3).
    ``written`` is the label without blanks; ``loose`` where the characters may as well be a plain number (3.5万).
    """

    style: str
    ordinal: int
    written: str
    begin: int
    end: int
    loose: bool = False
    above: tuple[int, ...] = ()


def read_label(line: str) -> Label | None:
    """The label that ``line`` begins with, or None.

    >>> read_label("（二）开展培训").ordinal, read_label("一是加强领导"), read_label("3.5万人").loose
    (2, None, True)
    """
    return _label_of(line[:_LONGEST_LABEL])


# Several passes ask for the same lines.
@lru_cache(maxsize=4096)
def _label_of(head: str) -> Label | None:
    match = _LABEL.match(head)
    if not match:
        return None
    style, number = _style_of(match)
    if style == "decimal":
        return _decimal(match)
    ordinal = read_ordinal(number)
    if not ordinal:
        return None
    # 3.5万, 二、三级医院, a number alone: only the order of the labels around can tell.
    loose = style == "bare" or match["loose"] is not None or match["level"] is not None
    return Label(style, ordinal, _written(match), match.start("label"), match.end(), loose)


def _decimal(match: re.Match[str]) -> Label | None:
    *above, ordinal = map(int, match["decimal"].split("."))
    if not ordinal:
        return None
    style = f"decimal{len(above) + 1}"
    return Label(style, ordinal, match["decimal"], match.start("label"), match.end(), above=tuple(above))


def _style_of(match: re.Match[str]) -> tuple[str, str]:
    if match["part"]:
        return "第" + match["rank"], match["part"]
    if match["nth"]:
        return "第" + match["nth_of"], match["nth"]
    if match["thing"]:
        return match["thing"], match["thing_n"]
    style = next(style for style in _STYLES if match[style])
    return style, match[style]


def _written(match: re.Match[str]) -> str:
    return "".join(match["label"].split()).rstrip(":：") or match["label"].strip()


def is_annex_heading(line: str) -> bool:
    """Whether the line is an annex's own mark (附件, 附件2), not a list of annexes."""
    return bool(
        (match := ANNEX.match(line[:_LONGEST_LABEL])) and not match["rest"] and not (match["colon"] and not match["n"])
    )
