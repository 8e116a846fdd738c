"""Readings as one page that needs nothing else: the source with every found span marked, what was read beside it."""

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from importlib import resources

from duixian.cli.reading_results import results
from duixian.cli.reading_source import source
from duixian.cli.words import MARK_WORDS, printable, totals
from duixian.compiler import Reading


def readings_as_page(readings: Sequence[Reading]) -> str:
    """A whole HTML document.

    Shape: no script, nothing loaded from elsewhere; its own policy allows this one style sheet and forbids the rest.
    Row and mark link to each other: ``s1-m-…`` in the first file's text, ``s1-r-…`` in its results.
    """
    style = resources.files("duixian.cli").joinpath("reading.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = "、".join(reading.source for reading in readings) or "没有读到公文"
    body = "".join(_reading(reading, f"s{number}") for number, reading in enumerate(readings, 1))
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans"><head><meta charset="utf-8">'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_escaped(title)}：读到的内容</title><style>{style}</style></head>\n"
        f"<body><header><h1>公文里读到的承诺</h1>{_legend()}</header>\n<main>{body}</main></body></html>\n"
    )


def _escaped(text: str) -> str:
    return escape(printable(text))


def _legend() -> str:
    """What each mark looks like; the look is explained by a word, never by colour."""
    marks = (f'<li><span class="m {kind}">{word}</span></li>' for kind, word in MARK_WORDS.items())
    return f'<ul class="legend" aria-label="标记说明">{"".join(marks)}</ul>'


def _reading(reading: Reading, prefix: str) -> str:
    name = _escaped(reading.source)
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
