"""Labels of headings and points at the beginning of a line: 一、 （二） 3. ① ㈠ 第四条 实事五 【实事六】."""

import re
from dataclasses import dataclass
from functools import lru_cache

from duixian.compiler.ordinals import FORMAL, NUMERAL, NUMERALS, ROMAN, SIGNS, read_ordinal, style_of_sign

# Marks that editors and converters put before a label.
_ORNAMENT = r"[#*＊●■◆▲★☆►▶※◎○□\s]{0,8}"
_MEASURE = "[万亿千百倍元米吨亩户岁级版]|公里|公顷|公斤|平方|立方|个百分"
# What a deed is called, alone (实事一) or with more words (重点民生实事项目一, 惠民工程2).
_THING = "实事|项目|任务|工程|行动|举措|事项|好事|专项"
_THING_WORDS = r"(?:重点|主要|民生|为民|惠民|便民|利民|富民|年度|办|之){0,3}"
# 一 件, 三 农, 十 年: a numeral apart from the word that it counts; wider blanks are a label's.
_NO_HEADING = (
    rf"(?:[件批是种些定般次届月天级座元{NUMERALS}]|个(?![人体])|项(?!目)|类(?!别)|大(?!力)|方(?![便式])|年(?!度)|日(?![间常])|季(?!度)"
    "|周(?!边)|户(?!外)|人(?![居才民社口大])|名(?![校师])|所(?!有)|家(?![庭政])|条(?!件)|处(?![置理]))"
)
_NTH = (
    rf"第\s?(?P<nth>{NUMERAL}|\d{{1,2}})\s?(?P<nth_of>件|项|大?类|方面|板块)(?:民生|惠民|为民)?(?:(?:实|好|大)事)?(?:项目|工程)?"
    r"\s{0,2}(?:[:：、.，,]|\s|$)\s{0,4}"
)
# 一件：, 二件实事：: deeds counted without 第.
_DEED = rf"(?P<deed>{NUMERAL})\s?件(?:实事|好事)?\s{{0,2}}[:：、]\s{{0,4}}"
_BOXED = (
    rf"(?P<box>[【\[〔])\s?(?:{_THING_WORDS}(?P<boxed_thing>{_THING})\s?(?:之\s?)?)?第?(?P<boxed>{NUMERAL}|\d{{1,2}})"
    r"[】\]〕][:：、]?\s{0,4}"
)
_NAMED = (
    rf"{_THING_WORDS}(?P<thing>{_THING})(?:项目|工程)?(?:之\s?)?\s?[（(]?(?P<thing_n>{NUMERAL}|\d{{1,2}}|[{SIGNS}])[）)]?"
    r"\s{0,2}(?:[:：、.]|\s|$)\s{0,4}"
)
_LABEL = re.compile(
    _ORNAMENT
    + "(?P<label>"
    + "|".join(
        (
            rf"第\s?(?P<part>{NUMERAL}|\d{{1,3}})\s?(?P<rank>章|节|编|部分|条|款)(?![规所的至、和第之及中款项])[\s:：、]{{0,4}}",
            _NTH,
            _DEED,
            _BOXED,
            _NAMED,
            r"(?:NO|No|no|№)\s?\.?\s?(?P<no>\d{1,2})(?!\d)[.、:：]?\s{0,4}",
            rf"(?P<cn>{NUMERAL})\s{{0,2}}[、.](?P<level>(?={NUMERAL}[、级等类]))?\s{{0,4}}",
            rf"(?P<formal>{FORMAL})\s{{0,2}}[、.]\s{{0,4}}",
            rf"[（(]\s?(?P<cn_paren>{NUMERAL})\s?[）)]\s{{0,2}}、?\s{{0,4}}",
            r"[（(]\s?(?P<paren>\d{1,2})\s?[）)]\s{0,2}[.、]?\s{0,4}",
            # 1.1 总体要求, but not 3.5万人: that its parts follow on from the labels before, the nesting sees to.
            rf"(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[、.]?\s{{0,4}}(?!{_MEASURE})(?=[一-鿿《“【])",
            r"(?P<comma>\d{1,3})\s{0,2}、\s{0,4}",
            r"(?P<dot>\d{1,3})\s{0,2}\.(?:\s{1,4}|(?=20\d\d年)|(?P<loose>(?=\d))|(?!\d))\s{0,4}",
            rf"(?P<half>\d{{1,2}}|{NUMERAL})[）)]\s{{0,4}}",
            rf"(?P<sign>[{SIGNS}])\s{{0,4}}[.、]?\s{{0,2}}",
            rf"(?P<roman>[{ROMAN}])\s{{0,2}}[.、:：]?\s{{0,4}}(?=[一-鿿《“])",
            r"(?P<bare>\d{1,2})(?:$|\s{1,4}(?=[一-鿿《“]))",
            rf"(?P<cn_weak>{NUMERAL})(?:\s{{0,2}}[,，:：](?!是|{NUMERAL})\s{{0,4}}|(?:\s(?!{_NO_HEADING})|\s{{2,4}})(?=[一-鿿《“]|20\d\d年))",
            r"(?P<comma_weak>\d{1,2})\s{0,2}[,，:：](?!\s?\d)\s{0,4}(?=[一-鿿《“])",
            rf"第\s?(?P<nth_weak>{NUMERAL})\s{{0,2}}[,，、:：]\s{{0,4}}",
        )
    )
    + ")"
)
_STYLES = ("decimal", "cn", "formal", "cn_paren", "paren", "comma", "dot", "half", "sign", "roman", "no", "bare")
# Written with another mark than labels have (一， 1：第一，) or with none: the labels around tell.
_WEAK_STYLES = {"cn_weak": "cn", "comma_weak": "comma", "nth_weak": "第"}
ANNEX = re.compile(
    rf"附\s{{0,4}}(?:[件表录]|(?=[:：]))\s{{0,4}}(?P<n>\d{{1,2}}|{NUMERAL})?(?P<colon>\s{{0,4}}[:：])?\s{{0,4}}(?P<rest>.*)",
    re.DOTALL,
)
_LONGEST_LABEL = 32


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its line: ``begin`` and ``end`` count from the line's beginning, ``end`` where its words begin.

    ``above`` are the ordinals that a decimal label repeats from its parents (1, 2 in 1.2.3).
    ``written`` is the label without blanks; ``loose`` where the characters may as well be a plain number (3.5万),
    ``weak`` where only the mark behind it is in doubt (一，).
    """

    style: str
    ordinal: int
    written: str
    begin: int
    end: int
    loose: bool = False
    above: tuple[int, ...] = ()
    weak: bool = False


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
    weak = any(match[name] for name in _WEAK_STYLES)
    loose = weak or style == "bare" or match["loose"] is not None or match["level"] is not None
    return Label(style, ordinal, _written(match), match.start("label"), match.end(), loose, weak=weak)


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
    if match["deed"]:
        return "第件", match["deed"]
    if match["thing"]:
        return match["thing"], match["thing_n"]
    if match["boxed"]:
        return match["boxed_thing"] or match["box"], match["boxed"]
    if match["sign"]:
        return style_of_sign(match["sign"]), match["sign"]
    if weak := next((name for name in _WEAK_STYLES if match[name]), None):
        return _WEAK_STYLES[weak], match[weak]
    style = next(style for style in _STYLES if match[style])
    return style, match[style]


def _written(match: re.Match[str]) -> str:
    return "".join(match["label"].split()).rstrip(":：") or match["label"].strip()


def is_annex_heading(line: str) -> bool:
    """Whether the line is an annex's own mark (附件, 附件2), not a list of annexes."""
    return bool(
        (match := ANNEX.match(line[:_LONGEST_LABEL])) and not match["rest"] and not (match["colon"] and not match["n"])
    )
