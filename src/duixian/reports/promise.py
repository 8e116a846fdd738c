"""The sentences that promise a commitment's targets, fit for the public: without the names of officials."""

import re
from collections.abc import Iterable, Iterator

from duixian.compiler.marking import Mark, MarkKind, Segment, mark
from duixian.registers.models import AssignmentOfficial, Commitment
from duixian.units import Span

_SENTENCE = re.compile(r"[^。；;！？!?\n]+[。；;！？!?\n]?")
_HIDDEN = "○○"


def passages(commitment: Commitment) -> tuple[tuple[Segment, ...], ...]:
    """One passage a sentence that holds a target, cut where targets stand in it, in the order of the text.

    A clause also says who answers for it, often by name: assignments are left out, and a name that stands in a
    sentence all the same is replaced by ○○. Needs ``document__source``; asks for targets and assignments.
    """
    text = _without_names(commitment)
    targets = [Span(target.begin, target.end) for target in commitment.targets.all()]
    marks = [
        Mark(f"target-{target.pk}", MarkKind.QUANTITY, Span(target.begin, target.end))
        for target in commitment.targets.all()
    ]
    hidden = [Span(item.begin, item.end) for item in commitment.assignments.all()]
    whole = Span(commitment.begin, commitment.end)
    pieces = [piece for sentence in _sentences(text, whole) for piece in _around(sentence, hidden)]
    return tuple(
        tuple(mark(text, marks, within=piece)) for piece in pieces if any(piece.touches(target) for target in targets)
    )


def _without_names(commitment: Commitment) -> str:
    """The source text with every official's name replaced, character for character, so that spans still hold."""
    text = commitment.document.source.text
    names = AssignmentOfficial.objects.filter(assignment__commitment__document=commitment.document)
    for name in sorted(set(names.values_list("name", flat=True)), key=len, reverse=True):
        text = text.replace(name, (_HIDDEN * len(name))[: len(name)])
    return text


def _sentences(text: str, whole: Span) -> Iterator[Span]:
    for found in _SENTENCE.finditer(text, whole.begin, whole.end):
        begin = found.start() + len(found.group()) - len(found.group().lstrip())
        if begin < found.end():
            yield Span(begin, found.end())


def _around(sentence: Span, hidden: Iterable[Span]) -> list[Span]:
    """What is left of a sentence when the hidden spans are taken out."""
    pieces, begin = [], sentence.begin
    for span in sorted(span for span in hidden if span.touches(sentence)):
        pieces.append(Span(begin, max(begin, span.begin)))
        begin = max(begin, span.end)
    pieces.append(Span(begin, max(begin, sentence.end)))
    return [piece for piece in pieces if piece.begin < piece.end]
