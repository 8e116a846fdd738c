"""How fast documents are read, and whether a text of a thousand times the length takes a thousand times as long."""

from functools import partial

from benchmarks.texts import load_texts
from benchmarks.timing import Row, timed
from duixian.compiler import read

TITLE = "characters read per second by the whole compiler"
_SIZES = {"10 kB": 10_000, "100 kB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
# Rounds of half a minute; two tell whether time grows with the length only.
_LONG, _LONG_ROUNDS = "10 MB", 2


def measure(*, repeat: int) -> list[Row]:
    texts = load_texts()
    lengths = {size: texts.of_length(limit) for size, limit in _SIZES.items()}
    short = {size: partial(read, text) for size, text in lengths.items() if size != _LONG}
    smallest = next(iter(_SIZES))
    times = timed(short, repeat=repeat)
    # The longest beside the smallest once more: only what ran in turns can be compared.
    ends = timed({size: partial(read, lengths[size]) for size in (smallest, _LONG)}, repeat=min(repeat, _LONG_ROUNDS))
    rows = [Row("texts from", texts.folder)]
    for size, text in lengths.items():
        taken, beside = (ends[size], ends[smallest]) if size == _LONG else (times[size], times[smallest])
        linear = taken.times(beside) * len(lengths[smallest]) / len(text)
        remark = f"{len(text):,} characters, {taken.median * 1000:,.1f} ms"
        if size != smallest:
            remark += f"; {linear:.2f} × the time per character of {smallest}"
        rows.append(Row(size, f"{len(text) / taken.median:,.0f} /s", remark))
    return rows
