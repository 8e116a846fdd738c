"""Reads a file of places in our columns, and says line by line what is wrong with it."""

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

from duixian.places.book import PlaceBook
from duixian.places.place import Level, Place

COLUMNS = ("code", "name", "short_names", "parent", "level", "valid_from", "valid_to", "source")
_SHOWN_FAULTS = 20


class PlaceFileError(ValueError):
    """A file of places that cannot be used; the message is Chinese, one fault a line, each with its cure."""


@cache
def load_places(path: Path | None = None) -> PlaceBook:
    """The places of a CSV file in ``COLUMNS``; without a path those of Xinjiang that come with Duixian.

    Shape: UTF-8 (GB18030 is read too, spreadsheets write it); lines that begin with ``#`` are comments.
    Errors: PlaceFileError with every fault found, so that a clerk mends the file once. Read once a process and path.
    """
    if path is None:
        default = resources.files("duixian.places.data") / "xinjiang.csv"
        return places_from_csv(default.read_text(encoding="utf-8"), name="xinjiang.csv")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PlaceFileError(f"区划文件“{path}”打不开（{error.strerror}）。请核对路径和权限。") from error
    return places_from_csv(_decoded(data, name=path.name), name=path.name)


def places_from_csv(text: str, *, name: str) -> PlaceBook:
    """The places that CSV text holds. Errors: PlaceFileError, naming the file as ``name``."""
    faults: list[str] = []
    numbered = list(_places(text, faults))
    if not numbered and not faults:
        faults.append("没有任何区划。请在表头之下每行填写一个区划。")
    faults += _faults_between(numbered)
    if faults:
        more = [f"……另有 {len(faults) - _SHOWN_FAULTS} 处。"] if len(faults) > _SHOWN_FAULTS else []
        raise PlaceFileError("\n".join([f"区划文件“{name}”不能使用：", *faults[:_SHOWN_FAULTS], *more]))
    return PlaceBook(tuple(place for _, place in numbered))


def _decoded(data: bytes, *, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise PlaceFileError(f"区划文件“{name}”不是文本。请另存为“CSV UTF-8”格式再试。")


def _places(text: str, faults: list[str]) -> Iterator[tuple[int, Place]]:
    """Each good row with its line number; what is wrong with the others goes to ``faults``."""
    numbers, lines = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            numbers.append(number)
            lines.append(line)
    # Without NUL: the reader of the standard library refuses it with an error of its own.
    rows = csv.DictReader((line.replace("\0", "") for line in lines), restkey="", restval=None)
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        faults.append(f"表头缺少 {'、'.join(missing)} 列。表头须为：{','.join(COLUMNS)}。")
        return
    try:
        for row in rows:
            number = numbers[min(rows.line_num, len(numbers)) - 1]
            try:
                yield number, _place(row)
            except ValueError as error:
                faults.append(f"第 {number} 行：{error}")
    except csv.Error as error:
        faults.append(
            f"第 {numbers[min(rows.line_num, len(numbers) - 1)]} 行起读不下去（{error}）。请检查引号是否成对。"
        )


def _place(row: dict[str, str | None]) -> Place:
    cells = {column: (row[column] or "").strip() for column in COLUMNS}
    for column in ("code", "name"):
        if not cells[column]:
            raise ValueError(f"{column} 是空的。请填写{'代码' if column == 'code' else '名称'}。")
    if cells["level"] not in set(Level):
        raise ValueError(f"level 是“{cells['level']}”，不是已知的层级。请填写 {'、'.join(Level)} 之一。")
    begins, ends = _day(cells["valid_from"]), _day(cells["valid_to"])
    if begins and ends and ends < begins:
        raise ValueError(f"valid_to（{ends}）早于 valid_from（{begins}）。请核对两个日期。")
    return Place(
        code=cells["code"],
        name=cells["name"],
        short_names=tuple(short.strip() for short in cells["short_names"].split("|") if short.strip()),
        parent=cells["parent"] or None,
        level=Level(cells["level"]),
        valid_from=begins,
        valid_to=ends,
        source=cells["source"],
    )


def _day(written: str) -> dt.date | None:
    if not written:
        return None
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"日期“{written}”读不懂。请写成 2024-12-31 这样，不知道就留空。") from None


def _faults_between(numbered: list[tuple[int, Place]]) -> list[str]:
    """What no row shows alone: unknown parents, circles, one code twice on the same day."""
    codes = {place.code for _, place in numbered}
    parents: defaultdict[str, set[str | None]] = defaultdict(set)
    for _, place in numbered:
        parents[place.code].add(place.parent)
    faults = [
        f"第 {number} 行：{place.name} 的上级代码“{place.parent}”不在文件里。请补上该区划，或改正 parent。"
        for number, place in numbered
        if place.parent is not None and place.parent not in codes
    ]
    faults += [
        f"第 {number} 行：{place.name} 顺着上级又回到自己。请改正 parent。"
        for number, place in numbered
        if _in_circle(place.code, parents)
    ]
    return faults + _doubled(numbered)


def _in_circle(code: str, parents: Mapping[str, set[str | None]]) -> bool:
    """Whether one comes back to the code on the way up; a code may have had several parents, one after another."""
    seen: set[str | None] = {None}
    above = set(parents.get(code, ()))
    while above - seen:
        if code in above:
            return True
        seen |= above
        above = {higher for one in above if one for higher in parents.get(one, ())}
    return False


def _doubled(numbered: list[tuple[int, Place]]) -> list[str]:
    rows = defaultdict(list)
    for number, place in numbered:
        rows[place.code].append((place.valid_from or dt.date.min, place.valid_to or dt.date.max, number))
    return [
        f"第 {after} 行：代码“{code}”与第 {before} 行在同一天都有效。请删去一行，或填写起止日期把两者分开。"
        for code, spans in rows.items()
        for (_, ends, before), (begins, _, after) in pairwise(sorted(spans))
        if begins <= ends
    ]
