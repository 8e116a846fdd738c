"""The source text as HTML: a paragraph a line, every found span in a mark that says what it is and links to its row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from duixian.cli.words import MARK_WORDS, ROLE_WORDS, printable, written_amount
from duixian.compiler import Reading
from duixian.compiler.marking import MarkKind, mark, mark_id, marks_of
from duixian.units import Span


@dataclass(frozen=True, slots=True)
class _Look:
    """How the mark of one item looks: its kind, the small label before it, what it says when pointed at."""

    kind: MarkKind
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of one line under the same marks; ``begins`` are those whose anchor stands here."""

    text: str
    ids: tuple[str, ...]
    begins: frozenset[str]


def source(reading: Reading, prefix: str) -> str:
    """Every line of the text; those that belong to no document are toned down and say so."""
    looks = _looks(reading)
    begin, paragraphs = 0, []
    for line in _lines(reading):
        span = Span(begin, begin + sum(len(piece.text) for piece in line))
        outside = not any(document.span.touches(span) for document in reading.documents)
        note = ' class="outside" title="不属于公文正文"' if outside and line else ""
        paragraphs.append(f"<p{note}>{''.join(_marked(piece, looks, prefix) for piece in line)}</p>")
        begin = span.end + 1
    lines = "\n".join(paragraphs)
    return f'<div class="source">{lines}</div>'


def _lines(reading: Reading) -> list[list[_Piece]]:
    """The segments cut at line ends as well; a mark that begins with a line end has its anchor on the next line."""
    lines: list[list[_Piece]] = [[]]
    waiting: set[str] = set()
    for segment in mark(reading.text, marks_of(reading)):
        waiting.update(segment.begins)
        for number, text in enumerate(segment.text.split("\n")):
            if number:
                lines.append([])
            if text:
                begins = waiting.intersection(segment.ids)
                waiting -= begins
                lines[-1].append(_Piece(text, segment.ids, frozenset(begins)))
    return lines


def _marked(piece: _Piece, looks: Mapping[str, _Look], prefix: str) -> str:
    """The piece in a link to the row of its narrowest mark; wider marks only wrap it, for links cannot nest."""
    content = escape(printable(piece.text))
    for depth, id_ in enumerate(reversed(piece.ids)):
        look = looks[id_]
        anchor = f' id="{prefix}-m-{id_}" data-label="{look.label}"' if id_ in piece.begins else ""
        if depth == 0:
            link = f'href="#{prefix}-r-{id_}" title="{escape(look.hint, quote=True)}"'
            content = f'<a class="m {look.kind}" {link}{anchor}>{content}</a>'
        else:
            content = f'<mark class="m {look.kind}"{anchor}>{content}</mark>'
    return content


def _looks(reading: Reading) -> dict[str, _Look]:
    looks = {one.id: _Look(one.kind, MARK_WORDS[one.kind], MARK_WORDS[one.kind]) for one in marks_of(reading)}
    return looks | dict(_telling_looks(reading))


def _telling_looks(reading: Reading) -> Iterator[tuple[str, _Look]]:
    """For figures the role says more than the word figure does, for findings the message."""
    for number, document in enumerate(reading.documents, 1):
        for at, quantity in enumerate(document.quantities, 1):
            role = ROLE_WORDS[quantity.role]
            hint = printable(f"{role}：{quantity.object or ''} {written_amount(quantity)}")
            yield mark_id(number, MarkKind.QUANTITY, at), _Look(MarkKind.QUANTITY, role, hint)
    for at, finding in enumerate(reading.findings, 1):
        look = _Look(MarkKind.FINDING, MARK_WORDS[MarkKind.FINDING], printable(finding.message))
        yield f"finding-{at}", look
