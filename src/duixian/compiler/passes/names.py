"""Notices one person or one body written in two ways; reads assignments and rosters, writes findings."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from duixian.compiler.lexicon.short_names import LEVEL_MARKS, SHORT_NAMES
from duixian.compiler.page import Page
from duixian.compiler.reading import Document, Kind
from duixian.units import Finding, Severity, Span

_CANONICAL = {form: forms[0] for forms in SHORT_NAMES for form in forms}
_FORMS = sorted(_CANONICAL, key=len, reverse=True)
_PARTY_SEAT = re.compile("党[组委](?:副?书记|成员|委员)[、，,]?")
_MOST_HOLDERS = 40  # of one post: every two of them are laid side by side
_SHORTEST_NAME = 3  # 张伟 and 张强 are two persons; 李新兵 and 李新彬 in one post hardly are


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with what must be the same for two of them to be one: a person's post, a body's meaning.

    ``document`` counts the documents of the source.
    """

    name: str
    key: tuple[str, ...]
    span: Span
    document: int


def check_names(page: Page, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents of one source with a finding for each person or body that two spellings make into two.

    The finding is the later document's, where the other spelling stands.
    """
    official = [(n, document) for n, document in enumerate(documents) if document.kind is not Kind.NEWS]
    persons = _grouped(one for n, document in official for one in _persons(document, n))
    bodies = _grouped(one for n, document in official for one in _bodies(document, n))
    found = [(second.document, _one_person(page, first, second)) for first, second in _likely_one(persons)]
    found += [(group[1].document, _one_body(page, group[0], group[1])) for group in bodies if len(group) > 1]
    told: dict[int, list[Finding]] = defaultdict(list)
    for at, finding in found:
        told[at].append(finding)
    return tuple(replace(one, findings=(*one.findings, *told[n])) for n, one in enumerate(documents))


def _persons(document: Document, number: int) -> Iterator[_Named]:
    for one in document.assignments:
        for person in (*one.lead_officials, *one.responsible_officials):
            if post := _office(f"{person.org or ''}{person.post}"):
                yield _Named(person.name, (post,), one.span, number)
    for roster in document.bodies:
        for member in roster.members:
            if post := _office(member.post):
                yield _Named(member.name, (post,), member.span, number)


def _office(post: str) -> str:
    """州水利局副局长 of 州水利局党组成员、副局长: what one person holds, without the seat in the party's group."""
    return _PARTY_SEAT.sub("", post)


def _bodies(document: Document, number: int) -> Iterator[_Named]:
    for one in document.assignments:
        for name in (*one.lead, *one.support):
            form = next((form for form in _FORMS if name.endswith(form)), None)
            level = name[: -len(form)] if form else ""
            if form and (not level or level.endswith(LEVEL_MARKS)):
                yield _Named(name, (level, _CANONICAL[form]), one.span, number)


def _grouped(named: Iterable[_Named]) -> list[list[_Named]]:
    """Those with the same key, each spelling once, in the order they come in."""
    groups: dict[tuple[str, ...], dict[str, _Named]] = defaultdict(dict)
    for one in named:
        groups[one.key].setdefault(one.name, one)
    return [list(group.values()) for group in groups.values()]


def _likely_one(groups: Sequence[Sequence[_Named]]) -> Iterator[tuple[_Named, _Named]]:
    for group in (group[:_MOST_HOLDERS] for group in groups):
        yield from ((a, b) for n, a in enumerate(group) for b in group[n + 1 :] if _differ_by_one(a.name, b.name))


def _differ_by_one(one: str, other: str) -> bool:
    """Whether two names of at least three characters part in a single one that is not the surname."""
    if len(one) != len(other):
        return "·" in one and _is_one_longer(*sorted((one, other), key=len))
    if len(one) < _SHORTEST_NAME or (one[0] != other[0] and "·" not in one):
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _is_one_longer(short: str, long: str) -> bool:
    """艾力·买买提 and 艾力·买买买提 may be one; nothing is said of names without a dot."""
    return len(long) == len(short) + 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def _one_person(page: Page, first: _Named, second: _Named) -> Finding:
    message = (
        f"“{first.name}”和“{second.name}”只差一个字，职务都写作“{second.key[0]}”，可能是同一个人的两种写法。"
        "登记后会成为两个人。请核对原文，采纳时统一写法。"
    )
    return Finding("person-spelt-two-ways", Severity.WARNING, message, _place(page, second))


def _one_body(page: Page, first: _Named, second: _Named) -> Finding:
    message = (
        f"“{first.name}”和“{second.name}”是同一单位的两种写法。登记后会成为两个单位，进度分头填报。"
        "请在采纳时确认为同一单位。"
    )
    return Finding("body-spelt-two-ways", Severity.NOTE, message, _place(page, second))


def _place(page: Page, named: _Named) -> Span:
    """Where the name stands; the whole assignment where it is put together from a list."""
    at = page.plain.find(named.name, named.span.begin, named.span.end)
    return Span(at, at + len(named.name)) if at >= 0 else named.span
