"""Finds duties that repeat at a named interval; reads clauses, writes recurrences."""

import re
from collections.abc import Iterator
from dataclasses import replace

from duixian.compiler.figures.sentences import ClauseFinder
from duixian.compiler.lexicon import stages as words
from duixian.compiler.page import Page
from duixian.compiler.reading import Document, Recurrence
from duixian.units import Span

_PHRASE = re.compile(r"[^，。；：！？,;:\n|\t]{1,400}")
_REPEATS = re.compile(words.REPEATS)
_RATE = re.compile(words.RATES_OF_PAY)
# What a bracketed label or a bracket leaves at the beginning of a phrase.
_LABEL = re.compile(r"[ \t]*(?:[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)]|[、.．]))?[ \t（(]*")
_HINT = re.compile("每|按|逐|月清|调度|通报|会商|例会|报告|督|考核|排名|评|一[年月周季]|[月季]度")
_EVERY = {
    "年": "year",
    "月": "month",
    "月度": "month",
    "周": "week",
    "星期": "week",
    "季": "quarter",
    "季度": "quarter",
}


def read_recurrences(page: Page, document: Document) -> Document:
    """The document with its recurrences in the order of the text, one for each interval that a phrase names."""
    find = ClauseFinder(document.clauses)
    return replace(document, recurrences=tuple(_recurrences(page, document, find)))


def _recurrences(page: Page, document: Document, find: ClauseFinder) -> Iterator[Recurrence]:
    for phrase in _PHRASE.finditer(page.unwrapped, document.span.begin, document.span.end):
        if not _HINT.search(phrase.string, *phrase.span()) or _RATE.search(phrase.group()):
            continue
        for every in _intervals(phrase.group()):
            span = _trimmed(phrase)
            yield Recurrence(clause=find.path_at(span.begin), text=span.of(page.text), span=span, every=every)


def _intervals(phrase: str) -> list[str]:
    """The intervals that the phrase names, each once, in their order."""
    found = (next(filter(None, match.groups())) for match in _REPEATS.finditer(phrase))
    return list(dict.fromkeys(_EVERY[word] for word in found))


def _trimmed(phrase: re.Match[str]) -> Span:
    text = phrase.group()
    label = _LABEL.match(text)
    begin = phrase.start() + (label.end() if label else 0)
    return Span(begin, phrase.end() - (len(text) - len(text.rstrip(" \t"))))
