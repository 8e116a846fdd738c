"""Sentences that give a task: 某局负责, 某局牵头，某局、某局配合, 由某局牵头, （某局）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duixian.compiler.bodies import has_level, is_body, read_bodies
from duixian.compiler.fields import Duty
from duixian.units import Span

_LEAD_VERB = "牵头(?:负责|组织实施|组织|实施|落实|推进|办理|抓总|承办|完成)*|主办|主抓|主责"
_DO_VERB = (
    "(?:按照?职责分工|按职责|分别|分工|具体|共同|组织)*(?:负责|承办|落实|组织实施|实施|承担)"
    "(?:落实|实施|组织实施|推进|牵头|具体实施|抓落实)*"
)
_HELP_VERB = "(?:按照?职责(?:分工)?|积极|协同|共同)*(?:配合|协助|协办|参与|参加|协同)(?:落实|实施|做好|推进|工作)*"
_STATEMENT = re.compile(
    rf"(?P<names>[^。：:]{{2,400}}?)(?:(?P<lead>{_LEAD_VERB})|(?P<do>{_DO_VERB})|(?P<help>{_HELP_VERB}))(?=[，,；;。、）)\s]|$)"
)
_BRACKET = re.compile(r"[（(【](?P<inside>(?:[^（()）【】]|[（(][^（()）]{0,80}[)）]){2,900})[)）】]")
_CUE = re.compile("负责|牵头|配合|主办|协办|承办|落实")
_BY = re.compile(
    rf"由(?P<names>[^，。；：,;:（()）\n由]{{2,80}}?)(?:(?P<lead>{_LEAD_VERB})|(?P<do>负责))"
    rf"(?:[，,]\s?(?P<helpers>[^。；;：:\n]{{2,160}}?)(?:{_HELP_VERB})(?=[，,；;。\n]|$))?"
)
_LEADING = re.compile(r"^[，,；;、\s由]+")
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
        elif _ends_paragraph(text, match.end()) and _names_only(match["inside"]):
            yield Statement(Duty.RESPONSIBLE, inside, whole)


def read_line(text: str, span: Span) -> Iterator[Statement]:
    """What a line says that does nothing but give a task (某局牵头，某局配合。)."""
    if span.end - span.begin <= _LONGEST_LINE and _CUE.search(text, span.begin, span.end):
        found = list(_verbs(text, span, span))
        rest = text[found[-1].names.end : span.end] if found else text
        if found and len(rest) <= 12 and not re.search("。.", text[span.begin : span.end]):  # noqa: PLR2004  verb and full stop
            yield from found


def read_value(text: str, span: Span) -> Iterator[Statement]:
    """What a field's value says by verbs (责任单位：某局牵头，某局配合); nothing where it is a plain list."""
    if re.search("牵头|主办", text[span.begin : span.end]):
        yield from _verbs(text, span, span)


def read_by(text: str, span: Span) -> Iterator[Statement]:
    """由某局牵头 within running text; only where what stands there are bodies."""
    for match in _BY.finditer(text, span.begin, span.end):
        if not _bodies(match["names"]):
            continue
        whole = Span(match.start(), match.end())
        yield Statement(Duty.LEAD if match["lead"] else Duty.RESPONSIBLE, Span(*match.span("names")), whole)
        if match["helpers"] and _bodies(match["helpers"]):
            yield Statement(Duty.SUPPORT, Span(*match.span("helpers")), whole)


def _verbs(text: str, inside: Span, whole: Span) -> Iterator[Statement]:
    at = inside.begin
    while match := _STATEMENT.match(text, at, inside.end):
        begin = match.start("names")
        if skipped := _LEADING.match(match["names"]):
            begin += skipped.end()
        if not _bodies(text[begin : match.end("names")]):
            return
        duty = Duty.LEAD if match["lead"] else Duty.SUPPORT if match["help"] else Duty.RESPONSIBLE
        yield Statement(duty, Span(begin, match.end("names")), whole)
        at = match.end()


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
