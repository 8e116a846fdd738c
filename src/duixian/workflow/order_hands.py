"""What every move with an order or an inspection needs: whose hand it is, words where words are due, papers."""

from collections.abc import Iterable
from dataclasses import dataclass

from duixian.ledgers.orders.post import Hand
from duixian.registers import store
from duixian.units import Refused, Sentence, gettext_noop
from duixian.workflow.acting import Acting

_LABELS = {
    "number": gettext_noop("编号"),
    "title": gettext_noop("事项"),
    "ask": gettext_noop("要求"),
    "basis": gettext_noop("依据"),
    "text": gettext_noop("说明"),
    "content": gettext_noop("督查内容"),
    "scope": gettext_noop("督查范围"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper handed in with a move."""

    name: str
    data: bytes


def hand_of(acting: Acting) -> Hand:
    """The acting person's hand."""
    return Hand(by=acting.account, day=acting.today, at=acting.now)


def needed_words(**fields: str) -> None:
    """Errors: Refused for the first field that is empty."""
    for name, words in fields.items():
        if not words.strip():
            raise Refused("words-missing", gettext_noop("“{field}”没有填，没有写入。"), field=Sentence(_LABELS[name]))


def kept(papers: Iterable[Paper]) -> tuple[tuple[str, str, int], ...]:
    """Each paper's name, hash and size, its bytes put into the store."""
    return tuple((paper.name, store.keep(paper.data), len(paper.data)) for paper in papers)
