"""How fast documents are read, and whether a text of ten times the length takes ten times as long."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from benchmarks.timing import Row, timed
from duixian.compiler import read
from duixian.texts import open_file

TITLE = "characters read per second by the whole compiler"
_SIZES = {"10 kB": 10_000, "100 kB": 100_000, "1 MB": 1_000_000}
_HOME = Path(__file__).resolve().parent.parent
# Real documents where they lie beside the repository, else its own examples.
_FOLDERS = (_HOME.parent / "shared" / "seeds", _HOME / "examples")


def measure(*, repeat: int) -> list[Row]:
    folder, lines = _lines()
    texts = {size: _text_of(lines, limit) for size, limit in _SIZES.items()}
    times = timed({size: partial(read, text) for size, text in texts.items()}, repeat=repeat)
    smallest = next(iter(_SIZES))
    rows = [Row("texts from", folder)]
    for size, text in texts.items():
        longer = len(text) / len(texts[smallest])
        linear = times[size].times(times[smallest]) / longer
        remark = f"{len(text):,} characters, {times[size].median * 1000:,.1f} ms"
        if size != smallest:
            remark += f"; {linear:.2f} × the time per character of {smallest}"
        rows.append(Row(size, f"{len(text) / times[size].median:,.0f} /s", remark))
    return rows


def _lines() -> tuple[str, list[str]]:
    for folder in _FOLDERS:
        paths = sorted(folder.glob("*.txt"))
        if paths:
            return folder.name, [line for path in paths for line in open_file(path).text.splitlines(keepends=True)]
    raise SystemExit(f"no .txt in {' or '.join(map(str, _FOLDERS))}")


def _text_of(lines: list[str], limit_bytes: int) -> str:
    """The lines over and over, up to so many bytes of UTF-8."""
    return "".join(_until(lines, limit_bytes))


def _until(lines: list[str], limit_bytes: int) -> Iterator[str]:
    size = 0
    for line in cycle(lines):
        size += len(line.encode())
        if size > limit_bytes:
            return
        yield line
