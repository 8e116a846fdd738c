"""Official files laid beside each other: each target of either, with both numbers and where each stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.compiler import read
from duixian.compiler.comparing import Relation, compare
from duixian.compiler.comparing.comparison import Axis, Pair, Paper, TopUp
from duixian.compiler.comparing.comparison import Row as ComparedRow
from duixian.compiler.comparing.comparison import Side as ComparedSide
from duixian.compiler.comparing.told import AXIS_WORDS, DOUBT_WORDS, REASON_WORDS, RELATION_WORDS, groups
from duixian.registers.models import Document, Proposal, Source
from duixian.units import Sentence, gettext_noop, trimmed

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Side:
    """One document's number. ``proposal`` is what the review shows it as, None where its reading was another then.

    Units: ``value`` to ``value_high`` in ``unit``.
    """

    value: Decimal
    value_high: Decimal | None
    unit: str
    comparator: str
    place: str | None
    quote: str
    document: int | None
    proposal: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One target of either document, or a pair of them. ``confidence`` in percent; ``doubts`` are msgids."""

    relation: Relation
    object: str
    first: Side | None
    second: Side | None
    confidence: int
    doubts: tuple[str, ...]
    top_up: Sentence | None

    @property
    def words(self) -> str:
        """The relation's msgid."""
        return RELATION_WORDS[self.relation]


@dataclass(frozen=True, slots=True)
class Table:
    """Two documents. ``rows`` by relation as ``told`` orders them; ``axis`` and what ``words`` names are msgids."""

    axis: Axis
    first: str
    second: str
    first_words: Sentence
    second_words: Sentence
    rows: tuple[Row, ...]

    @property
    def words(self) -> str:
        return AXIS_WORDS[self.axis]


@dataclass(frozen=True, slots=True)
class Compared:
    """All pairs, and each document that was compared with none, with the reason as a msgid."""

    tables: tuple[Table, ...]
    left_out: tuple[tuple[str, str], ...]


def compared(sources: Sequence[Source]) -> Compared:
    """The comparison of all documents of the sources, read anew from the kept texts. Two queries."""
    found = compare([read(source.text, name=source.name) for source in sources])
    stood = _Stood.of(sources)
    return Compared(
        tables=tuple(_table(pair, stood) for pair in found.pairs),
        left_out=tuple((_name(one.paper), REASON_WORDS[one.reason]) for one in found.left_out),
    )


@dataclass(frozen=True, slots=True)
class _Stood:
    """Where what is read now stood when the sources were taken in: documents by source and key, proposals by span."""

    sources: Sequence[Source]
    documents: Mapping[tuple[int, str], Document]
    proposals: Mapping[tuple[int, int, int], int]

    @classmethod
    def of(cls, sources: Iterable[Source]) -> "_Stood":
        held = list(sources)
        documents = {(one.source_id, one.key): one for one in Document.objects.filter(source__in=held)}
        rows = Proposal.objects.filter(document__in=documents.values(), kind__in=["target", "allocation"])
        spans = rows.values_list("document", "begin", "end", "pk")
        return cls(held, documents, {(document, begin, end): pk for document, begin, end, pk in spans})

    def side(self, side: ComparedSide | None, paper: Paper) -> Side | None:
        if side is None:
            return None
        quantity = side.quantity
        document = self.documents.get((self.sources[paper.reading].pk, paper.key))
        at = (document.pk, quantity.span.begin, quantity.span.end) if document else None
        return Side(
            value=trimmed(quantity.value),
            value_high=trimmed(quantity.value_high) if quantity.value_high is not None else None,
            unit=quantity.unit,
            comparator=quantity.comparator.value,
            place=quantity.place,
            quote=quantity.quote,
            document=document.pk if document else None,
            proposal=self.proposals.get(at) if at else None,
        )


def _table(pair: Pair, stood: _Stood) -> Table:
    return Table(
        axis=pair.axis,
        first=_name(pair.first),
        second=_name(pair.second),
        first_words=_column(pair, pair.first, gettext_noop("上级")),
        second_words=_column(pair, pair.second, gettext_noop("本级")),
        rows=tuple(_row(row, pair, stood) for _, rows in groups(pair) for row in rows),
    )


def _column(pair: Pair, paper: Paper, level: str) -> Sentence:
    """What a document's numbers are called: its year, or its level."""
    if pair.axis is Axis.LEVELS or paper.year is None:
        return Sentence(level)
    return Sentence(gettext_noop("{year}年"), {"year": str(paper.year)})


def _row(row: ComparedRow, pair: Pair, stood: _Stood) -> Row:
    sides = (row.first, row.second)
    objects = (one.quantity.object or one.quantity.quote for one in sides if one is not None)
    return Row(
        relation=row.relation,
        object=" → ".join(dict.fromkeys(objects)),
        first=stood.side(row.first, pair.first),
        second=stood.side(row.second, pair.second),
        confidence=int(row.confidence * _HUNDRED),
        doubts=tuple(DOUBT_WORDS[doubt] for doubt in row.doubts),
        top_up=_top_up(row.top_up, row.second),
    )


def _top_up(top_up: TopUp | None, total: ComparedSide | None) -> Sentence | None:
    """The arithmetic of a top-up in the document's own numbers."""
    if top_up is None or total is None:
        return None
    taken, own = (" + ".join(part.quote for part in parts) for parts in (top_up.taken, top_up.own))
    template = (
        gettext_noop("上级 {taken} + 本级 {own} = {total}")
        if top_up.holds
        else gettext_noop("上级 {taken} + 本级 {own} = {total}，合计不符")
    )
    return Sentence(template, {"taken": taken, "own": own, "total": total.quantity.quote})


def _name(paper: Paper) -> str:
    """The title, else the file's name; with the year where neither says it."""
    name = paper.title or paper.source
    return name if paper.year is None or str(paper.year) in name else f"{name}（{paper.year}）"
