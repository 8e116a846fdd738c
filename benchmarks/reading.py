"""How fast documents are read, and whether a text of a thousand times the length takes a thousand times as long."""

from collections.abc import Mapping
from functools import partial

from benchmarks.texts import load_texts
from benchmarks.timing import Row, Timed, timed
from duixian.compiler import read

TITLE = "characters read per second by the whole compiler"
_SIZES = {"10 kB": 10_000, "100 kB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
# Rounds of half a minute; two tell whether time grows with the length only.
_LONG, _LONG_ROUNDS = "10 MB", 2
_PIECEWISE = "10 MB in pieces of 10 kB"


def measure(*, repeat: int) -> list[Row]:
    texts = load_texts()
    lengths = {size: texts.of_length(limit) for size, limit in _SIZES.items()}
    short = {size: partial(read, text) for size, text in lengths.items() if size != _LONG}
    smallest = next(iter(_SIZES))
    times = timed(short, repeat=repeat)
    # The longest beside as many characters in small texts: only what ran in turns and as long can be compared.
    times |= timed(
        {_LONG: partial(read, lengths[_LONG]), _PIECEWISE: partial(_read_often, lengths[smallest], lengths[_LONG])},
        repeat=min(repeat, _LONG_ROUNDS),
    )
    rows = [Row("texts from", texts.folder)]
    for size, text in lengths.items():
        taken = times[size]
        linear = _per_character(size, times, lengths, smallest)
        remark = f"{len(text):,} characters, {taken.median * 1000:,.1f} ms"
        if size != smallest:
            remark += f"; {linear:.2f} × the time per character of {smallest}"
        rows.append(Row(size, f"{len(text) / taken.median:,.0f} /s", remark))
    return rows


def _per_character(size: str, times: Mapping[str, Timed], lengths: Mapping[str, str], smallest: str) -> float:
    """The time per character as a multiple of that of the smallest text."""
    if size == _LONG:
        return times[_LONG].times(times[_PIECEWISE])
    return times[size].times(times[smallest]) * len(lengths[smallest]) / len(lengths[size])


def _read_often(text: str, long: str) -> None:
    """The text as often as it takes to come to the length of the long one."""
    for _ in range(len(long) // len(text)):
        read(text)
