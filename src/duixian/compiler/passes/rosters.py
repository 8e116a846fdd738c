"""Reads who sits in a coordination body; reads lines and clauses, writes the bodies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from duixian.compiler.labels import read_label
from duixian.compiler.lexicon.posts import POST_ENDS
from duixian.compiler.lexicon.seats import SEATED_BODIES, SEATS
from duixian.compiler.page import Line, Page
from duixian.compiler.reading import Document, Kind, Member, Roster
from duixian.units import Span

_SEAT = "|".join(r"\s{0,6}".join(seat) for seat in sorted(SEATS, key=len, reverse=True))
_HAN = "[一-鿿]"
_DOTTED = rf"{_HAN}{{1,12}}(?:\s{{0,2}}[·•・‧∙]\s{{0,2}}{_HAN}{{1,12}}){{1,3}}"
_NAME = rf"(?:{_DOTTED}|{_HAN}\s{{0,6}}{_HAN}(?:\s{{0,2}}{_HAN}){{0,2}})"
_ENDS = "|".join(sorted(POST_ENDS, key=len, reverse=True))
_POST = r"[^（()）]{2,120}(?:[（(][^（()）]{1,30}[)）][^（()）]{0,60})?"
# 张三（某局局长）, or 张三  某局局长 alone on its line.
_MEMBER = re.compile(
    rf"(?<![^\n、，；;）)])[ \t]{{0,40}}(?:(?P<seat>{_SEAT})\s{{0,6}}[:：]\s{{0,20}})?"
    rf"(?P<name>{_NAME})(?:同志)?"
    rf"(?:\s{{0,8}}[（(](?P<post>{_POST})[)）]"
    rf"|[ \t]{{1,20}}(?P<plain>[^\n（()）：:。、，]{{1,30}}[^\n。：:]{{0,60}}?(?:{_ENDS}))(?=[ \t]*(?:\n|$)))"
)
_FIRST_SEAT = re.compile(rf"(?:{_SEAT})\s{{0,6}}[:：]")
_HEADING = re.compile(
    r"(?P<name>.{2,80}?)(?:的)?(?:组成人员名单|组成人员|成员名单|人员名单|成员组成|组成名单|成员|名单)$"
)
_IN_TITLE = re.compile(rf"(?:调整|成立|设立|充实|组建)(?P<name>[^，。《》]{{2,60}}?(?:{'|'.join(SEATED_BODIES)}))")
_BODY = re.compile(rf"[^，。；：、\s]{{0,40}}(?:{'|'.join(SEATED_BODIES)})")
_FEWEST = 2
_LONGEST_HEADING = 90


@dataclass(frozen=True, slots=True)
class _Region:
    """Where one body's members are listed, and what the heading calls it."""

    name: str
    span: Span


def read_rosters(page: Page, document: Document) -> Document:
    """``document`` with its coordination bodies and their members, names and posts without blanks."""
    if document.kind is Kind.NEWS:
        return document
    found = [_roster(page, document, region) for region in _regions(page, document)]
    return replace(document, bodies=tuple(roster for roster in found if roster))


def _regions(page: Page, document: Document) -> Iterator[_Region]:
    """The stretches between headings that name a body's members; the whole document where none does."""
    heads = [(line.span.begin, name) for line in page.lines_in(document.span) if (name := _heading(document, line))]
    begins = [(document.span.begin, ""), *heads]
    ends = [begin for begin, _ in begins[1:]] + [document.span.end]
    for (begin, name), end in zip(begins, ends, strict=True):
        yield _Region(name, Span(begin, end))


def _heading(document: Document, line: Line) -> str:
    if len(line.text) > _LONGEST_HEADING:
        return ""
    label = read_label(line.text)
    match = _HEADING.match(line.text[label.end :] if label else line.text)
    if (
        not match
        or "：" in line.text
        or (document.title and line.span.begin < document.span.begin + len(document.title))
    ):
        return ""
    return match["name"].strip()


def _roster(page: Page, document: Document, region: _Region) -> Roster | None:
    members = tuple(_members(page.plain, region.span))
    if len(members) < _FEWEST:
        return None
    name = region.name or _named_in_title(document) or _named_above(page, document, members[0].span.begin)
    return Roster("".join(name.split()), members, Span(members[0].span.begin, members[-1].span.end))


def _members(text: str, span: Span) -> Iterator[Member]:
    """The members behind the first seat: a list of names without seats seats nobody."""
    if not _FIRST_SEAT.search(text, span.begin, span.end):
        return
    seat = ""
    for match in _MEMBER.finditer(text, span.begin, span.end):
        seat = "".join(match["seat"].split()) if match["seat"] else seat
        if seat:
            written = match["post"] or match["plain"]
            begin = match.start("seat") if match["seat"] else match.start("name")
            yield Member(seat, "".join(match["name"].split()), "".join(written.split()), Span(begin, match.end()))


def _named_in_title(document: Document) -> str:
    match = _IN_TITLE.search(document.title or "")
    return match["name"] if match else ""


def _named_above(page: Page, document: Document, begin: int) -> str:
    """The body named by the clause that the members stand in, or in the lines just above them."""
    clause = next((one for one in document.clauses if one.path == document.clause_at(begin)), None)
    above = [clause.title] if clause else []
    above += [line.text for line in reversed(page.lines_before(begin, count=3))]
    return next((match.group() for text in above if (match := _BODY.search(text[-_LONGEST_HEADING:]))), "领导小组")
