"""Invented announcements and plans of invented places, and what a comparison says of them in a few words."""

from duixian.compiler import read
from duixian.compiler.comparing import Comparison, compare

ANNOUNCED = "为把承诺逐项办成，经研究，确定{year}年办好以下民生实事："


def announcement(*commitments: str, place: str = "岚岭省", year: int = 2031) -> str:
    """Each commitment is its heading and its sentence with 。 between: ``稳定就业。新增就业5万人。``."""
    numbered = (f"{number}、{text}" for number, text in zip("一二三四五六七八九十", commitments, strict=False))
    head = f"{place}人民政府关于{year}年民生实事的公告\n{ANNOUNCED.format(year=year)}"
    return "\n".join((head, *numbered, "特此公告。", f"{place}人民政府", f"{year}年2月9日"))


def compared(*texts: str) -> Comparison:
    return compare([read(text, name=f"{number}.txt") for number, text in enumerate(texts)])


def rows_of(*texts: str) -> list[tuple[str, str | None, str | None]]:
    """Relation and the two quotes, of all rows of the only pair."""
    [pair] = compared(*texts).pairs
    return [
        (str(row.relation), *(side and side.quantity.quote for side in (row.first, row.second))) for row in pair.rows
    ]


def sure_pairs(*texts: str) -> set[tuple[str, str]]:
    """The quotes of the pairs that are told as facts."""
    return {(one, other) for relation, one, other in rows_of(*texts) if one and other and relation != "unsure"}
