"""Which documents are laid beside each other, and what stands in the rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.compiler.comparing.comparison import Axis, Comparison, LeftOut, Pair, Paper, Reason, Relation, Row, Side
from duixian.compiler.comparing.pairing import Match, nearest, paired
from duixian.compiler.comparing.promises import Promise, promises
from duixian.compiler.comparing.standing import lies_apart, papers, same_place
from duixian.compiler.comparing.top_up import top_up
from duixian.compiler.reading import Comparator, Document, Kind, Reading

_COMPARED_KINDS = (Kind.ANNOUNCEMENT, Kind.WORK_PLAN)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A document that can be compared, with its targets."""

    paper: Paper
    reading: Reading
    document: Document
    promises: tuple[Promise, ...]

    @property
    def rank(self) -> int:
        """The level, known for every sheet."""
        return self.paper.rank or 0

    @property
    def year(self) -> int:
        """The year, known for every sheet."""
        return self.paper.year or 0


def compare(readings: Sequence[Reading]) -> Comparison:
    """What the documents of the readings say of the same promises, year after year and level below level.

    Shape: announcements and work plans only, one for each place and year: the one with most targets. Each is laid
    beside the next earlier year of its place, and beside the nearest level above it of the same year. Every other
    document is listed with the reason.
    Errors: none.
    """
    sheets, left_out = _sheets(readings)
    pairs = (*_year_pairs(sheets), *_level_pairs(sheets))
    used = {paper for pair in pairs for paper in (pair.first, pair.second)}
    alone = [LeftOut(sheet.paper, Reason.NO_COUNTERPART) for sheet in sheets if sheet.paper not in used]
    return Comparison(pairs, tuple(sorted((*left_out, *alone), key=lambda one: _order(one.paper))))


def _order(paper: Paper) -> tuple[int, int]:
    return paper.reading, paper.document


def _sheets(readings: Sequence[Reading]) -> tuple[list[_Sheet], list[LeftOut]]:
    """The documents that can be compared, highest level and earliest year first; and the others with the reason."""
    sheets: list[_Sheet] = []
    left_out = []
    for paper in papers(readings):
        reading = readings[paper.reading]
        document = reading.documents[paper.document]
        sheet = _Sheet(paper, reading, document, promises(reading, document))
        reason = _unfit(sheet)
        if reason is None:
            sheets.append(sheet)
        else:
            left_out.append(LeftOut(paper, reason))
    sheets.sort(key=lambda sheet: (sheet.rank, sheet.year, -len(sheet.promises)))
    kept = [sheet for at, sheet in enumerate(sheets) if not any(_one_time(sheet, other) for other in sheets[:at])]
    left_out += [LeftOut(sheet.paper, Reason.SAME_YEAR) for sheet in sheets if sheet not in kept]
    return kept, left_out


def _unfit(sheet: _Sheet) -> Reason | None:
    checks = (
        (sheet.document.kind not in _COMPARED_KINDS, Reason.KIND),
        (sheet.paper.rank is None, Reason.NO_LEVEL),
        (sheet.paper.year is None, Reason.NO_YEAR),
        (not sheet.promises, Reason.NO_TARGETS),
    )
    return next((reason for applies, reason in checks if applies), None)


def _one_time(one: _Sheet, other: _Sheet) -> bool:
    return one.year == other.year and same_place(one.paper, other.paper)


def _year_pairs(sheets: Sequence[_Sheet]) -> Iterator[Pair]:
    for sheet in sheets:
        earlier = [one for one in sheets if one.year < sheet.year and same_place(one.paper, sheet.paper)]
        if earlier:
            yield _beside(Axis.YEARS, max(earlier, key=lambda one: one.year), sheet)


def _level_pairs(sheets: Sequence[_Sheet]) -> Iterator[Pair]:
    for sheet in sheets:
        higher = [
            one
            for one in sheets
            if one.rank < sheet.rank and one.year == sheet.year and not lies_apart(sheet.paper, one.paper)
        ]
        nearest_rank = max((one.rank for one in higher), default=0)
        for one in higher:
            if one.rank == nearest_rank:
                yield _beside(Axis.LEVELS, one, sheet)


def _beside(axis: Axis, first: _Sheet, second: _Sheet) -> Pair:
    """All targets of both: those of the second document in its order, then what only the first has."""
    matches = paired(first.promises, second.promises, shares=axis is Axis.LEVELS)
    by_second = {match.second.at: match for match in matches}
    row = _ROWS[axis]
    new, gone = _ALONE[axis]
    rows = [
        row(by_second[one.at], second) if one.at in by_second else _alone(new, one, first.promises)
        for one in second.promises
    ]
    matched = {match.first.at for match in matches}
    rows += [_alone(gone, one, second.promises) for one in first.promises if one.at not in matched]
    return Pair(axis, first.paper, second.paper, tuple(rows))


def _alone(relation: Relation, promise: Promise, others: Sequence[Promise]) -> Row:
    confidence = _two_digits(1 - nearest(promise, others))
    if relation in (Relation.ADDED, Relation.OF_ITS_OWN):
        return Row(relation, confidence, None, _side(promise))
    return Row(relation, confidence, _side(promise), None)


def _year_row(match: Match, second: _Sheet) -> Row:
    del second  # rows between levels look into the lower document; these need not
    return _row(match, _change(match))


def _change(match: Match) -> Relation:
    """More is extended, less reduced; of a limit (不超过8天) less is more."""
    before, after = match.first.quantity, match.second.quantity
    difference = after.value - before.value
    if after.comparator is Comparator.AT_MOST and before.comparator is Comparator.AT_MOST:
        difference = -difference
    if not difference:
        return Relation.CONTINUED
    return Relation.EXTENDED if difference > 0 else Relation.REDUCED


def _level_row(match: Match, second: _Sheet) -> Row:
    added = top_up(second.reading, second.document, match.second, rank=second.rank)
    row = _row(match, Relation.TOPPED_UP if added else Relation.TAKEN_OVER)
    return Row(row.relation, row.confidence, row.first, row.second, added, row.doubts)


def _row(match: Match, relation: Relation) -> Row:
    return Row(
        relation=relation if match.sure else Relation.UNSURE,
        confidence=_two_digits(match.confidence),
        first=_side(match.first),
        second=_side(match.second),
        doubts=match.doubts,
    )


def _side(promise: Promise) -> Side:
    return Side(promise.at, promise.quantity)


def _two_digits(confidence: float) -> Decimal:
    return Decimal(f"{max(0.0, min(1.0, confidence)):.2f}")


_ROWS: dict[Axis, Callable[[Match, _Sheet], Row]] = {Axis.YEARS: _year_row, Axis.LEVELS: _level_row}
_ALONE = {
    Axis.YEARS: (Relation.ADDED, Relation.DROPPED),
    Axis.LEVELS: (Relation.OF_ITS_OWN, Relation.NOT_TAKEN_OVER),
}
