"""Where a document stands: level and place, read from its issuer and its titles, and whose year it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duixian.compiler.comparing.comparison import Paper
from duixian.compiler.reading import Document, Reading
from duixian.places import Place, PlaceBook, load_places

PROVINCE, PREFECTURE, COUNTY, TOWNSHIP = 1, 2, 3, 4
_RANKS = {
    "特别行政区": PROVINCE, "自治区": PROVINCE, "省": PROVINCE,
    "自治州": PREFECTURE, "州": PREFECTURE, "地区": PREFECTURE, "盟": PREFECTURE, "市": PREFECTURE,
    "自治县": COUNTY, "自治旗": COUNTY, "县": COUNTY, "旗": COUNTY, "区": COUNTY,
    "街道": TOWNSHIP, "镇": TOWNSHIP, "乡": TOWNSHIP, "苏木": TOWNSHIP,
}  # fmt: skip
_MUNICIPALITIES = {"北京市", "天津市", "上海市", "重庆市"}
_ENDS = "|".join(sorted(_RANKS, key=len, reverse=True))
# A place's name stands at the beginning, before the government, the year or what is promised.
_NAME = re.compile(
    rf"^(?:关于|印发|《|实施|推进|做好|办好|落实|中共)*(?P<name>[一-鿿]{{0,12}}?(?P<end>{_ENDS}))"
    r"(?=人民政府|政府|委|党委|办公|(?:关于)?(?:印发|发布|实施|公布|推进)|《|20\d\d|[二○〇０２]|民生|为民|十[件项大]|关于|$)"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Seat:
    """Rank and name; ``name`` None where only the kind of place is written."""

    rank: int
    name: str | None


def papers(readings: Sequence[Reading]) -> tuple[Paper, ...]:
    """Every document of every reading in order, with level, place and year as far as they can be told."""
    found = [
        _paper(reading, number, document, at)
        for number, reading in enumerate(readings)
        for at, document in enumerate(reading.documents)
    ]
    return tuple(_under_a_prefecture(paper, found, readings) for paper in found)


def same_place(one: Paper, other: Paper) -> bool:
    """Whether both speak for one place, as far as they say; a document without a name can be any of its rank."""
    if one.rank != other.rank:
        return False
    if one.place is None or other.place is None or one.place == other.place:
        return True
    # 伊犁州 and 伊犁哈萨克自治州 are one place; 伊宁市 and 伊宁县 are two.
    return one.place[:2] == other.place[:2] and one.place[-1] == other.place[-1]


def lies_apart(lower: Paper, higher: Paper) -> bool:
    """Whether the lower place is known not to lie under the higher one. Unknown places are not known to."""
    book = load_places()
    below, above = _known(book, lower), _known(book, higher)
    if below is None or above is None:
        return False
    return all(place.code != above.code for place in book.lineage(below))


def _paper(reading: Reading, number: int, document: Document, at: int) -> Paper:
    seat = _seat(document)
    return Paper(
        reading=number,
        document=at,
        source=reading.source,
        key=document.key,
        title=document.attached_title or document.title,
        rank=seat.rank if seat else None,
        place=seat.name if seat else None,
        year=document.year,
    )


def _seat(document: Document) -> _Seat | None:
    """The first that is told, but a name from any of the three rather than none."""
    seats = [seat for text in (document.issuer, document.attached_title, document.title) for seat in _read(text)]
    if not seats:
        return None
    named = next((seat for seat in seats if seat.name and seat.rank == seats[0].rank), None)
    return named or seats[0]


def _read(text: str | None) -> Iterator[_Seat]:
    match = _NAME.match(_SPACE.sub("", text or ""))
    if match is None:
        return
    name, end = match["name"], match["end"]
    rank = PROVINCE if name in _MUNICIPALITIES else _RANKS[end]
    yield _Seat(rank, None if name in {end, f"我{end}", f"全{end}"} else name)


def _under_a_prefecture(paper: Paper, all_papers: Sequence[Paper], readings: Sequence[Reading]) -> Paper:
    """A 市 is a county where the book has it so, or where the document of a 州, 地区 or 盟 names it."""
    if paper.place is None or paper.rank != PREFECTURE or not paper.place.endswith("市"):
        return paper
    known = {place.level.value for place in load_places().find(paper.place)}
    above = (one for one in all_papers if one.rank == PREFECTURE and one.place and not one.place.endswith("市"))
    if known == {"county"} or any(paper.place in _text_of(one, readings) for one in above):
        return replace(paper, rank=COUNTY)
    return paper


def _text_of(paper: Paper, readings: Sequence[Reading]) -> str:
    reading = readings[paper.reading]
    return reading.documents[paper.document].span.of(reading.text)


def _known(book: PlaceBook, paper: Paper) -> Place | None:
    found = book.find(paper.place) if paper.place else ()
    return found[0] if len(found) == 1 else None
