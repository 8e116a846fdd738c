"""The arithmetic of a topped-up total: what the level above set, and what the document's own level added."""

import re
from collections.abc import Iterator

from duixian.compiler.comparing.comparison import Part, TopUp
from duixian.compiler.comparing.promises import Promise
from duixian.compiler.comparing.words import FROM_ABOVE, ITS_OWN
from duixian.compiler.reading import Document, Reading, Sum

_FROM_ABOVE = tuple(map(re.compile, FROM_ABOVE))
_ITS_OWN = tuple(map(re.compile, ITS_OWN))
_PAUSE = re.compile(r"[，,。；;：:、\n（(）)]")
_REACH = 30


def top_up(reading: Reading, document: Document, promise: Promise, *, rank: int) -> TopUp | None:
    """The parts of the promise's own sum by who set them; None where the text does not say it of every part."""
    for one in document.sums:
        if one.operation == "sum" and one.total in promise.said:
            return _by_level(reading.text, document, one, rank=rank)
    return None


def _by_level(text: str, document: Document, one: Sum, *, rank: int) -> TopUp | None:
    taken: list[Part] = []
    own: list[Part] = []
    for span, words in zip(one.parts, _words_before(text, one), strict=True):
        part = next((Part(q.span, q.quote, q.value) for q in document.quantities if q.span == span), None)
        from_above, its_own = bool(_FROM_ABOVE[rank - 1].search(words)), bool(_ITS_OWN[rank - 1].search(words))
        if part is None or from_above == its_own:
            return None
        (taken if from_above else own).append(part)
    return TopUp(tuple(taken), tuple(own), one.holds) if taken and own else None


def _words_before(text: str, one: Sum) -> Iterator[str]:
    """For each part the words between the last pause and its number."""
    for part in one.parts:
        yield _PAUSE.split(text[max(0, part.begin - _REACH) : part.begin])[-1]
