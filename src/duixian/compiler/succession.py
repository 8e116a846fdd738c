"""Reads what a document says of a seat whose holder goes: filled by the post itself, or by another notice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from duixian.compiler.lexicon.seats import SEATS
from duixian.compiler.script import fold
from duixian.units import Span


class Rule(StrEnum):
    """How a vacant seat is filled."""

    BY_POST = "by-post"
    BY_NOTICE = "by-notice"


@dataclass(frozen=True, slots=True)
class Succession:
    """What the clause says. ``notice_roles`` are the seats, as written, whose change needs a notice all the same.

    Shape: ``text[span]`` runs from the first part of a sentence that says something of it to the last.
    """

    rule: Rule
    span: Span
    notice_roles: tuple[str, ...] = ()


# A line that ends in words and not in a name's bracket goes on in the next: a wrapped line of a PDF.
_SENTENCE = re.compile(r"[^。！？!?\n]+(?:(?<=[一-鿿，、]{12})\n(?=[一-鿿])[^。！？!?\n]+)*[。！？!?]?")
_PART = re.compile(r"[^；;。]+[；;。]?")
_ROLE = re.compile(f"(?:{'|'.join(sorted(SEATS, key=len, reverse=True))})(?!会)")
# Who sits there: without one of these a sentence is about money, equipment, candidates or meetings.
_SEATED = re.compile(
    rf"{_ROLE.pattern}|组成人员|有关人员|成员单位.{{0,6}}人员|人员(?:如)?(?:有|因|发生)|人事变动|(?:领导|负责)同志|责任人"
)
_CHANGE = re.compile("变动|变化|变更|更替|调整|调离|调动|离任|离岗|出现空缺|空缺|人事变动|不再担任")
_FILLED = re.compile(
    "(?:自动|自然|自行|依次|相应)(?:递补|替补|接替|接任|更替|补位|承接|履职|履行)|(?:递补|替补|接替|接任|继任)(?:其|为|担任)"
    "|由(?:其)?(?:所在|原)?单位?[^，。；]{0,20}(?:接任|继任|接替)(?:者|人员|[^，。；]{0,6}同志)"
    "|由接任[^，。；]{0,10}(?:担任|替补|接替|递补|承担|履行)|谁接任谁"
)
# Applicants who come up from a list behind those who withdrew are no members of anything.
_APPLICANTS = re.compile(
    "候选|候补|考生|名次|成绩|排名|面试|体检|录用|拟聘|中标|投标|摇号|轮候|资金|物资|设备|名额|岗位招聘|指标"
)
_NOTICE = re.compile(
    "(?:另行|再行|重新)(?:发文|行文|印发|下发|发布|公布|发通知|通知)|(?:发文|行文)(?:调整|明确|通知|公布)"
)
_NO_NOTICE = re.compile(
    "(?:不|无需|不需|毋须|不必)(?:再)?(?:另行|再行|重新|单独|专门)?(?:发文|行文|印发|下发|发布|发通知|通知|公布)"
)
_UNCHANGED = re.compile("(?:未|没有|无|不)(?:发生|作|有|涉及)?(?:变化|变动|调整|变更|更替)")


def read_succession(text: str, *, within: Span | None = None) -> Succession | None:
    """The rule that ``text`` states, or None where it says nothing of it.

    Where one part of a rule says 自动递补 and another asks for a notice, the rule is by post, and the seats of the
    other part are ``notice_roles``: 主任未发生变化的不再发文 asks for a notice where the 主任 does change.

    >>> text = "组长调整的，另行发文；其他成员变动的，由接任同志自动递补。"
    >>> read_succession(text).rule.value, read_succession(text).notice_roles
    ('by-post', ('组长',))
    """
    plain = fold(text)
    found = [part for part in _parts(plain, within or Span(0, len(text))) if part.rule is not None]
    if not found:
        return None
    span = Span(found[0].span.begin, found[-1].span.end)
    by_post = any(part.rule is Rule.BY_POST for part in found)
    rule = Rule.BY_POST if by_post else Rule.BY_NOTICE
    roles = [role for part in found if by_post and part.rule is Rule.BY_NOTICE for role in part.roles]
    return Succession(rule, _trimmed(plain, span), tuple(dict.fromkeys(roles)))


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch between semicolons, what it says, and of which seats."""

    span: Span
    rule: Rule | None
    roles: tuple[str, ...]


def _parts(plain: str, within: Span) -> Iterator[_Part]:
    for sentence in _SENTENCE.finditer(plain, within.begin, within.end):
        for part in _PART.finditer(plain, sentence.start(), sentence.end()):
            words = "".join(part.group().split())
            yield _Part(Span(part.start(), part.end()), _rule_of(words), _roles_of(words))


def _rule_of(words: str) -> Rule | None:
    if not _SEATED.search(words) or not _CHANGE.search(words) or _APPLICANTS.search(words):
        return None
    if _FILLED.search(words):
        return Rule.BY_POST
    if _NO_NOTICE.search(words):
        # 主任未变化的，不再发文: nothing is said of how others are filled, only that a new 主任 needs a paper.
        return Rule.BY_NOTICE if _UNCHANGED.search(words) else Rule.BY_POST
    return Rule.BY_NOTICE if _NOTICE.search(words) else None


def _roles_of(words: str) -> tuple[str, ...]:
    """The seats named before the change, each once: 组长、副组长 of 组长、副组长变动的，另行发文."""
    change = _CHANGE.search(words)
    return tuple(dict.fromkeys(_ROLE.findall(words[: change.start()] if change else words)))


def _trimmed(plain: str, span: Span) -> Span:
    quote = span.of(plain)
    begin = span.begin + len(quote) - len(quote.lstrip())
    return Span(begin, begin + len(quote.strip()))
