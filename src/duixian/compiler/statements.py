"""Sentences that give a task: 某局负责, 某局牵头，某局、某局配合, 由某局牵头, （某局）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duixian.compiler.bodies import has_level, is_body, read_bodies
from duixian.compiler.fields import Duty
from duixian.compiler.officials import read_officials
from duixian.units import Span

_LEAD_VERB = (
    "牵头(?:负责|组织实施|组织|实施|落实|推进|办理|抓总|承办|完成|抓)*|主办|主抓|主责|负总责"
    "|(?:作?为|是)(?:总?牵头|主办|主责)(?:单位|部门)"
)
_DO_VERB = (
    "(?:按照?职责分工|按职责|分别|分工|具体|共同|组织|统一|全面)*(?:负责|承办|抓好?落实|落实|组织实施|实施|承担)"
    "(?:落实|实施|组织实施|推进|牵头|具体实施|抓落实|办理|完成)*|(?:作?为|是)(?:责任|承办|实施)(?:单位|部门)"
)
_HELP_VERB = (
    "(?:按照?职责(?:分工)?|积极|协同|共同|密切|做好)*(?:配合|协助|协办|参与|参加|协同)(?:落实|实施|做好|推进|工作)*"
    "|(?:作?为|是)(?:配合|协办|参与|协同)(?:单位|部门)"
)
_STATEMENT = re.compile(
    rf"(?P<names>[^。：:]{{2,400}}?)(?:(?P<lead>{_LEAD_VERB})|(?P<do>{_DO_VERB})|(?P<help>{_HELP_VERB}))(?=[，,；;。、）)\s]|$)"
)
_BRACKET = re.compile(r"[（(【](?P<inside>(?:[^（()）【】]|[（(][^（()）]{0,80}[)）]){2,900})[)）】]")
_CUE = re.compile("负责|牵头|配合|主办|协办|承办|落实")
_BY = re.compile(
    rf"(?:由|(?P<asked>请))(?P<names>[^，。；：,;:（()）\n由请]{{2,80}}?)(?:(?P<lead>{_LEAD_VERB})"
    r"|(?P<do>(?:具体|全面|统一)?负责(?:落实|组织实施|实施)?|具体(?:实施|落实|承办)|组织实施|抓好落实))"
)
# 此项工作由, 请: words before the first name.
_LEADING = re.compile(
    r"^[，,；;、\s（(]*(?:[^，,；;、。（(]{0,16}(?:前|底|末|月|日)(?:完成|建成|办结)?[，,；;]\s?)?(?:[^，,；;、。由（(]{0,16}由|请)?\s*"
)
_TOGETHER = re.compile("会同")
_ANY_BODY = re.compile(
    "^(?:牵头|责任|主管|有关|相关|配合|项目|实施|成员|行业|承办|各|上述|其他|其它|首位|首个)+(?:单位|部门)$|的"
)
# （县教育局，10月底前完成）: bodies and their time limit without a verb.
_WITH_LIMIT = re.compile(
    r"(?P<names>.+?)[，,；;]\s?[^，,；;、]{0,16}(?:\d|[一二三四五六七八九十]|[全年])[^，,；;、]{0,12}(?:前|底|末|内|月|日|完成|年|推进|实施)(?:全部)?(?:完成)?$"
)
_UNTIL = re.compile(
    r"[，,；;\s]{0,4}(?:确保|力争|务必|于|须|应|要|在|并)*[^，。；]{0,24}(?:前|底|末)[^，。；]{0,10}。?\s*$|.{0,12}$",
    re.DOTALL,
)
_LONGEST_LINE = 240


@dataclass(frozen=True, slots=True)
class Statement:
    """Bodies given a duty by a verb; ``names`` is where they are written, ``span`` the sentence or bracket."""

    duty: Duty
    names: Span
    span: Span


def read_brackets(text: str, span: Span) -> Iterator[Statement]:
    """What the brackets within ``span`` say (…负责), and brackets at a paragraph's end that hold bodies only."""
    for match in _BRACKET.finditer(text, span.begin, span.end):
        inside = Span(match.start("inside"), match.end("inside"))
        whole = Span(match.start(), match.end())
        if _CUE.search(match["inside"]):
            yield from _verbs(text, inside, whole)
        elif _ends_paragraph(text, match.end()):
            limited = _WITH_LIMIT.fullmatch(match["inside"])
            names = Span(inside.begin, inside.begin + limited.end("names")) if limited else inside
            if _names_only(names.of(text)):
                yield Statement(Duty.RESPONSIBLE, names, whole)


def read_line(text: str, span: Span) -> Iterator[Statement]:
    """What a line says that does nothing but give a task (某局牵头，某局配合，10月底前完成。)."""
    if span.end - span.begin <= _LONGEST_LINE and _CUE.search(text, span.begin, span.end):
        found = list(_chain(text, span))
        if found and found[0].duty in (Duty.LEAD, Duty.RESPONSIBLE):
            asked = text.startswith("请", span.begin)
            found = found if _is_named(found[0].names.of(text), asked=asked) else []
        if found and _UNTIL.match(text, found[-1].end, span.end) and not re.search("。.", span.of(text)):
            yield from (Statement(link.duty, link.names, span) for link in found)


def read_value(text: str, span: Span) -> Iterator[Statement]:
    """What a field's value says by verbs (责任单位：某局牵头，某局配合); nothing where it is a plain list."""
    if re.search("牵头|主办", text[span.begin : span.end]):
        yield from _verbs(text, span, span)


def read_by(text: str, span: Span) -> Iterator[Statement]:
    """由某局牵头，某局配合 within running text; only where what stands there are bodies or persons with their posts.

    Shape: ``span`` of each reaches to the end of the last duty that the sentence gives.
    """
    read = span.begin
    for match in _BY.finditer(text, span.begin, span.end):
        # A sentence that names one after the other is read once, from its first.
        if match.start() < read or not _is_named(match["names"], asked=bool(match["asked"])):
            continue
        duty = Duty.LEAD if match["lead"] else Duty.RESPONSIBLE
        links = _links(text, Span(*match.span("names")), duty, match.end())
        if not links:
            continue
        links += _chain(text, Span(match.end(), min(span.end, match.end() + _LONGEST_LINE)))
        read = links[-1].end
        whole = Span(match.start(), read)
        yield from (Statement(link.duty, link.names, whole) for link in links)


@dataclass(frozen=True, slots=True)
class _Link:
    """One of a sentence's duties; ``end`` is where its verb ends."""

    duty: Duty
    names: Span
    end: int


def _verbs(text: str, inside: Span, whole: Span) -> Iterator[Statement]:
    for link in _chain(text, inside):
        yield Statement(link.duty, link.names, whole)


def _chain(text: str, inside: Span) -> list[_Link]:
    """The duties that follow one another from the beginning of ``inside``, up to the first that names nobody."""
    found: list[_Link] = []
    at = inside.begin
    while match := _STATEMENT.match(text, at, inside.end):
        leading = _LEADING.match(match["names"])
        begin = match.start("names") + (leading.end() if leading else 0)
        duty = Duty.LEAD if match["lead"] else Duty.SUPPORT if match["help"] else Duty.RESPONSIBLE
        links = _links(text, Span(begin, match.end("names")), duty, match.end())
        if not links:
            break
        found += links
        at = match.end()
    return found


def _links(text: str, names: Span, duty: Duty, end: int) -> list[_Link]:
    """Who is named: bodies, of which those behind 会同 support the first, or persons with their posts; else []."""
    written = names.of(text)
    if together := _TOGETHER.search(written):
        first, rest = Span(names.begin, names.begin + together.start()), Span(names.begin + together.end(), names.end)
        named = _bodies(first.of(text)) and _bodies(rest.of(text))
        return [_Link(Duty.LEAD, first, end), _Link(Duty.SUPPORT, rest, end)] if named else []
    if _bodies(written):
        return [_Link(duty, names, end)]
    if duty is not Duty.SUPPORT and _is_persons(written):
        return [_Link(Duty.LEAD_OFFICIAL if duty is Duty.LEAD else Duty.RESPONSIBLE_OFFICIAL, names, end)]
    return []


def _is_persons(text: str) -> bool:
    """Whether ``text`` is nothing but persons with their posts (副县长张三)."""
    persons = read_officials(text)
    if not persons or not all(one.post for one in persons):
        return False
    said = sum(len((one.org or "") + one.post + one.name) for one in persons)
    return said >= len("".join(text.split())) - 2 * len(persons)


def _is_named(text: str, *, asked: bool) -> bool:
    """Whether somebody is named: not 牵头部门 of whatever task, nor in a request everybody that reads it (请各单位)."""
    names = read_bodies(text).names
    if any(_ANY_BODY.search(name) for name in names):
        return False
    return bool(names) and not (asked and any(name.startswith(("各", "有关", "相关", "全")) for name in names))


def _bodies(text: str) -> bool:
    names = read_bodies(text).names
    return bool(names) and all(is_body(name) for name in names)


def _names_only(text: str) -> bool:
    """A bracket that holds bodies and nothing else: the first must say whose it is (县教育局, not 教室)."""
    names = read_bodies(text).names
    return bool(names) and has_level(names[0]) and _bodies(text) and _is_department(names[0])


def _is_department(name: str) -> bool:
    """A place alone in a bracket is where the work is done, not who does it."""
    return not re.search(
        "(?:[县市区州旗镇乡村街道]|社区|学校|小学|中学|医院|站|园|中心|场)$", name
    ) and not name.startswith("各")


def _ends_paragraph(text: str, end: int) -> bool:
    following = text[end : end + 4].lstrip("。；; \t")
    return not following or following[0] == "\n"
