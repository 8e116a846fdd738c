"""Gives names and words in the document's own script; reads the page, rewrites what was read from folded text."""

from collections.abc import Callable
from dataclasses import replace

from duixian.compiler.lexicon.units import RATES
from duixian.compiler.page import Page
from duixian.compiler.reading import (
    Assignment,
    Clause,
    Document,
    Member,
    Milestone,
    Official,
    Quantity,
    Recurrence,
    Release,
    Roster,
)
from duixian.units import Span

_AROUND = 160  # characters before and behind an item within which its object, place and unit are written
_HEAD = 400  # characters above a document within which its number stands, and below it the paper's name

Respell = Callable[[str], str]


def give_own_spelling(page: Page, document: Document) -> Document:
    """``document`` with every word spelt as the source does where that is in traditional script."""
    if not page.is_respelt:
        return document
    head = _speller(page, Span(max(0, document.span.begin - _HEAD), min(len(page.text), document.span.end + _HEAD)))
    return replace(
        document,
        title=_optional(head, document.title),
        attached_title=_optional(head, document.attached_title),
        issuer=_optional(head, document.issuer),
        number=_optional(head, document.number),
        clauses=tuple(_clause(page, one) for one in document.clauses),
        quantities=tuple(_quantity(page, document, one) for one in document.quantities),
        assignments=tuple(_assignment(page, one) for one in document.assignments),
        milestones=tuple(_stage(page, one) for one in document.milestones),
        recurrences=tuple(_duty(page, one) for one in document.recurrences),
        bodies=tuple(_roster(page, document, one) for one in document.bodies),
        releases=tuple(_release(page, one) for one in document.releases),
    )


def respelt(page: Page, words: str, *, within: Span) -> str:
    """``words`` of the folded text as the source writes them ``within`` a span; what is not found there stays.

    Words that were put together (市 of 市财政局、公安局 with 公安局) are found part by part, the longest first.
    """
    found, at = [], 0
    while at < len(words):
        length = next((n for n in range(len(words) - at, 0, -1) if _place(page, words[at : at + n], within) >= 0), 0)
        begin = _place(page, words[at : at + length], within)
        found.append(page.text[begin : begin + length] if length else words[at])
        at += max(1, length)
    return "".join(found)


def _place(page: Page, words: str, within: Span) -> int:
    return page.plain.find(words, within.begin, within.end)


def _speller(page: Page, span: Span) -> Respell:
    return lambda words: respelt(page, words, within=span)


def _optional(respell: Respell, words: str | None) -> str | None:
    return respell(words) if words else words


def _clause(page: Page, clause: Clause) -> Clause:
    respell = _speller(page, clause.heading)
    return replace(clause, label=respell(clause.label), title=respell(clause.title))


def _quantity(page: Page, document: Document, quantity: Quantity) -> Quantity:
    begin, end = quantity.span.begin - _AROUND, quantity.span.end + _AROUND
    respell = _speller(page, Span(max(document.span.begin, begin), min(document.span.end, end)))
    return replace(
        quantity,
        quote=quantity.span.of(page.text),
        # A wide ％ is the same unit; only words are written otherwise.
        unit=quantity.unit if quantity.unit in RATES else _speller(page, quantity.span)(quantity.unit),
        object=_optional(respell, quantity.object),
        place=_optional(respell, quantity.place),
        per=_optional(respell, quantity.per),
    )


def _assignment(page: Page, assignment: Assignment) -> Assignment:
    respell = _speller(page, assignment.span)
    return replace(
        assignment,
        lead=tuple(map(respell, assignment.lead)),
        support=tuple(map(respell, assignment.support)),
        lead_officials=tuple(_official(respell, one) for one in assignment.lead_officials),
        responsible_officials=tuple(_official(respell, one) for one in assignment.responsible_officials),
    )


def _official(respell: Respell, official: Official) -> Official:
    return Official(_optional(respell, official.org), respell(official.post), respell(official.name))


def _stage(page: Page, milestone: Milestone) -> Milestone:
    return replace(milestone, text=respelt(page, milestone.text, within=milestone.span))


def _duty(page: Page, recurrence: Recurrence) -> Recurrence:
    return replace(recurrence, text=respelt(page, recurrence.text, within=recurrence.span))


def _roster(page: Page, document: Document, roster: Roster) -> Roster:
    name = respelt(page, roster.name, within=document.span)
    return replace(roster, name=name, members=tuple(_member(page, one) for one in roster.members))


def _member(page: Page, member: Member) -> Member:
    respell = _speller(page, member.span)
    return replace(member, role=respell(member.role), name=respell(member.name), post=respell(member.post))


def _release(page: Page, release: Release) -> Release:
    respell = _speller(page, release.span)
    return replace(release, topic=respell(release.topic), publisher=respell(release.publisher))
