"""All that a document's text claims about who does what by when: fields, brackets, sentences, columns."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from duixian.compiler.bodies import has_level, is_body, read_bodies
from duixian.compiler.cell_values import is_bodies
from duixian.compiler.dates import read_day_line
from duixian.compiler.fields import Duty, Field, read_fields
from duixian.compiler.labels import read_label
from duixian.compiler.officials import is_held_name
from duixian.compiler.page import Page
from duixian.compiler.reading import Clause, Document, Kind
from duixian.compiler.statements import Statement, read_brackets, read_by, read_line, read_value
from duixian.compiler.tables import read_tables
from duixian.units import Span

_NAMES_BODIES = (Duty.LEAD, Duty.RESPONSIBLE, Duty.SUPPORT)
_NAMES_PERSONS = (Duty.LEAD_OFFICIAL, Duty.RESPONSIBLE_OFFICIAL)
_LIMIT = (
    r"(?P<limit>[^。；;，,\n（()）]{0,14}?(?:\d|[一二三四五六七八九十]|年)\s{0,2}(?:年|月|日|季度|号|底|末)[^。；;，,\n（()）]{0,6}?"
    r"(?:前|内|底|末)?(?:全部|全面|基本)?(?:完成|建成|办结|竣工|投入使用|交付使用)?)"
)
# （12月底前完成）, and 12月底前完成。 as a paragraph's last sentence: the whole clause's time limit.
_IN_BRACKET = re.compile(rf"[（(，,；;]\s{{0,4}}{_LIMIT}[)）]。?\s{{0,4}}$")
# （…配合，全年持续推进）
_ALL_YEAR = re.compile(
    r"[（(，,；;]\s{0,4}(?P<limit>(?:全年|长期|常年|年度内)(?:持续|坚持|常态化?)?(?:推进|实施|开展|进行|坚持|办理)?)[)）]。?\s{0,4}$"
)
_SENTENCE = re.compile(rf"(?:(?<=。)|^)\s{{0,4}}(?:以上)?{_LIMIT}。?\s{{0,4}}$")
# 由某局负责，确保6月底前全部完成。
_BY_THEN = re.compile(
    r"[，,、\s]{0,4}(?:确保|力争|保证|务必|须|应|要|于|在|并){0,3}(?P<limit>(?:20\d\d年|今年|明年|当年)?(?:\d|[一二三四十]|年){1,2}"
    r"(?:月|季度|底|末)[^。；;，,\n（()）]{0,6}?(?:前|底|末)(?:全部|全面|基本|如期)?(?:完成|建成|办结|竣工|到位|投入使用|交付使用))(?=[。；;\n]|$)"
)
_TELLS_BY_SENTENCES = (Kind.WORK_PLAN, Kind.ANNOUNCEMENT, Kind.NOTICE, Kind.REPORT)
_DATED = re.compile("前|底|末|完成|建成|办结|竣工|使用")
# 责任单位：县教育局（10月底前完成）
_LIMIT_BEHIND = re.compile(
    r"[（(](?P<limit>[^（()）]{0,14}(?:\d|[一二三四五六七八九十]|年)[^（()）]{0,6}(?:前|底|末|月|日)(?:完成|建成|办结)?)[)）]$"
)
_LINE_BELOW = re.compile(r"[ \t]*\n[ \t]*(?P<line>[^\n:：。]{5,30}?)[ \t]*(?=\n|$)")
_NAMED_FIELD = re.compile("[:：】]")
_TAIL, _INDENT, _FEWEST_HEADED = 60, 12, 3


@dataclass(frozen=True, slots=True)
class Claim:
    """``value`` is where names or days are written, ``span`` all that was read; ``key`` the field's name, or "" ."""

    duty: Duty
    value: Span
    span: Span
    key: str = ""
    own_line: bool = False


def read_claims(page: Page, document: Document) -> list[Claim]:
    """The claims of ``document`` in the order of the text, none of them within another."""
    text, span = page.plain, document.span
    tables = list(read_tables(page.lines_in(span)))
    claims = [Claim(cell.duty, cell.value, cell.value, cell.key) for table in tables for cell in table.cells]
    fields = (field for field in read_fields(text, span) if not any(table.head.touches(field.span) for table in tables))
    claims += _outside(claims, (claim for field in fields for claim in _field_claims(page, field)))
    claims += _outside(claims, _statements(read_brackets(text, span)))
    claims += _outside(claims, _line_claims(page, document))
    claims += _outside(claims, _limits(page, document, claims))
    claims += _outside(claims, list(_by_claims(page, document, claims)))
    claims += _outside(claims, _headed_claims(page, document, claims))
    return sorted(claims, key=lambda claim: claim.value)


def _by_claims(page: Page, document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What sentences say (由某局负责，确保6月底前完成), for clauses in which nobody is named otherwise."""
    if document.kind not in _TELLS_BY_SENTENCES:
        return
    claimed = {document.clause_at(claim.span.begin) for claim in claims if claim.duty in _NAMES_BODIES}
    limited = {document.clause_at(claim.span.begin) for claim in claims if claim.duty is Duty.DEADLINE}
    for said in read_by(page.plain, document.span):
        clause = document.clause_at(said.span.begin)
        match = _BY_THEN.match(page.plain, said.span.end, min(document.span.end, said.span.end + _TAIL))
        # A report tells of what was done; only with a day to come does it give a task.
        if not clause or clause in claimed or not (match or document.kind is not Kind.REPORT):
            continue
        yield Claim(said.duty, said.names, said.span)
        if match and clause not in limited:
            limited.add(clause)
            value = Span(*match.span("limit"))
            yield Claim(Duty.DEADLINE, value, value)


def _headed_claims(page: Page, document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Headings that are all bodies (（一）某局 （二）某委): what stands under each is that body's to do."""
    claimed = {document.clause_at(claim.span.begin) for claim in claims if claim.duty in _NAMES_BODIES}
    siblings: dict[str, list[Clause]] = {}
    for clause in document.clauses:
        siblings.setdefault(clause.path.rpartition(".")[0], []).append(clause)
    for group in siblings.values():
        if len(group) < _FEWEST_HEADED or not all(_is_bodies(clause.title) for clause in group):
            continue
        for clause in group:
            begin = page.plain.find(clause.title, clause.heading.begin, clause.heading.end)
            if clause.path not in claimed and begin >= 0:
                yield Claim(Duty.LEAD, Span(begin, begin + len(clause.title)), clause.heading)


def _is_bodies(title: str) -> bool:
    names = read_bodies(title).names
    return bool(names) and has_level(names[0]) and all(map(is_body, names))


def _is_column_alone(text: str, field: Field) -> bool:
    """Whether the field is a name alone on its line over something else than bodies: a column whose table is lost."""
    between = text[field.span.begin : field.value.begin]
    return "\n" in between and not _NAMED_FIELD.search(between) and not is_bodies(field.value.of(text))


def _field_claims(page: Page, field: Field) -> Iterator[Claim]:
    if field.duty in _NAMES_BODIES and _is_column_alone(page.plain, field):
        return
    own_line = _begins_line(page.plain, field.span.begin)
    if field.duty in _NAMES_BODIES and (limit := _LIMIT_BEHIND.search(page.plain, field.value.begin, field.value.end)):
        yield Claim(Duty.DEADLINE, Span(*limit.span("limit")), Span(*limit.span("limit")))
        field = replace(field, value=Span(field.value.begin, limit.start()))
    if field.duty in _NAMES_BODIES and (found := list(read_value(page.plain, field.value))):
        for said in found:
            yield Claim(said.duty, said.names, field.span, field.key, own_line)
    else:
        value = _with_persons_below(page, field) if field.duty in _NAMES_PERSONS else field.value
        yield Claim(field.duty, value, Span(field.span.begin, value.end), field.key, own_line)


def _with_persons_below(page: Page, field: Field) -> Span:
    """The field's value with the lines below it that are a body and its person each (县住建局  胡国平)."""
    end = field.value.end
    if not is_held_name(field.value.of(page.plain)):
        return field.value
    while match := _LINE_BELOW.match(page.plain, end):
        if not is_held_name(match["line"]):
            break
        end = match.end("line")
    return Span(field.value.begin, end)


def _begins_line(text: str, position: int) -> bool:
    before = text[max(0, position - _INDENT) : position]
    return not before.rpartition("\n")[2].strip(" \t【[*#■●-") and ("\n" in before or position <= _INDENT)


def _statements(found: Iterable[Statement], *, own_line: bool = False) -> Iterator[Claim]:
    for said in found:
        yield Claim(said.duty, said.names, said.span, own_line=own_line)


def _line_claims(page: Page, document: Document) -> Iterator[Claim]:
    for line in page.lines_in(document.span):
        found = [] if read_label(line.text) else list(read_line(page.plain, line.span))
        yield from _statements(found, own_line=True)
        if found and (match := _BY_THEN.search(page.plain, found[-1].names.end, line.span.end)):
            value = Span(*match.span("limit"))
            yield Claim(Duty.DEADLINE, value, value)


def _limits(page: Page, document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Time limits that stand without their field's name, for clauses that have none."""
    limited = {document.clause_at(claim.span.begin) for claim in claims if claim.duty is Duty.DEADLINE}
    for line in page.lines_in(document.span):
        tail = line.text[-_TAIL:]
        pattern = _IN_BRACKET if tail.rstrip("。 ")[-1:] in ("）", ")") else _SENTENCE
        # A report's sentence tells of what is still to do, not of a limit that the task had.
        dated = None if pattern is _SENTENCE and document.kind is Kind.REPORT else pattern.search(tail)
        match = dated if dated and _DATED.search(dated["limit"]) else _ALL_YEAR.search(tail)
        if not match or read_day_line(line.text):
            continue
        begin = line.span.end - len(tail)
        clause = document.clause_at(line.span.begin)
        if clause and clause not in limited:
            value = Span(begin + match.start("limit"), begin + match.end("limit"))
            yield Claim(Duty.DEADLINE, value, value)


def _outside(claims: Sequence[Claim], more: Iterable[Claim]) -> list[Claim]:
    """Those of ``more`` that lie in none of ``claims``: a field's own value is not read twice."""
    taken = sorted(claim.value for claim in claims)
    kept = []
    for claim in more:
        n = bisect_right(taken, claim.value)
        neighbours = taken[max(0, n - 1) : n + 1]
        if not any(claim.value.touches(other) for other in neighbours):
            kept.append(claim)
    return kept
