"""Readings as one page that needs nothing else: the source with every found span marked, what was read beside it."""

from collections.abc import Sequence

from duixian.cli.page import escaped, whole_page
from duixian.cli.reading_results import results
from duixian.cli.reading_source import source
from duixian.cli.words import MARK_WORDS, totals
from duixian.compiler import Reading


def readings_as_page(readings: Sequence[Reading]) -> str:
    """A whole HTML document.

    Shape: row and mark link to each other: ``s1-m-…`` in the first file's text, ``s1-r-…`` in its results.
    """
    title = "、".join(reading.source for reading in readings) or "没有读到公文"
    return whole_page(
        title=f"{title}：读到的内容", heading="公文里读到的承诺", beside=legend(), body=reading_sections(readings)
    )


def reading_sections(readings: Sequence[Reading]) -> str:
    """Each reading's source and results beside each other."""
    return "".join(_reading(reading, prefix_of(number)) for number, reading in enumerate(readings))


def prefix_of(number: int) -> str:
    """What the ids of a reading begin with; ``number`` counts the readings from 0."""
    return f"s{number + 1}"


def legend() -> str:
    """What each mark looks like; the look is explained by a word, never by colour."""
    marks = (f'<li><span class="m {kind}">{word}</span></li>' for kind, word in MARK_WORDS.items())
    return f'<ul class="legend" aria-label="标记说明">{"".join(marks)}</ul>'


def _reading(reading: Reading, prefix: str) -> str:
    name = escaped(reading.source)
    return (
        f'<section class="reading" aria-label="{name}"><header><h2>{name}</h2>'
        f'<p class="quiet">{totals(reading)}</p>'
        f'<p><a href="#{prefix}-source">原文</a> · <a href="#{prefix}-results">读到的内容</a></p></header>'
        f'<div class="panes">{_pane(f"{prefix}-source", "原文", name, source(reading, prefix))}\n'
        f"{_pane(f'{prefix}-results', '读到的内容', name, results(reading, prefix))}</div></section>\n"
    )


def _pane(id_: str, heading: str, name: str, content: str) -> str:
    """A column that scrolls by itself on a wide screen, so it takes the keyboard's focus."""
    label = f"{heading}：{name}"
    return f'<section class="pane" id="{id_}" tabindex="0" aria-label="{label}"><h2>{heading}</h2>{content}</section>'
