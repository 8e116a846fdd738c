"""No repeated piece makes a pattern blow up: four times the text costs about four times the work."""

import gc
import time

import pytest
from benchmarks.lengths import HEAD, PIECES

from duixian.compiler import read

SHORT, TIMES = 10_000, 4
# One sign alone is read fastest, so it takes more of them before squared work shows.
SHORT_OF_ONE_SIGN = 40_000
# Work that grows with the square would be 16 times as much; what is between is left to the benchmark.
ALLOWED = 7
FLOOR_SECONDS = 0.05


def cpu_seconds(text: str) -> float:
    """Of this process alone, so that what else the machine does counts for nothing.

    Without the collector: it walks over everything that the tests before this one left, the oftener the longer the
    text is, and that is not the reader's work.
    """
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        read(text)
        return time.process_time() - begun
    finally:
        gc.enable()


def grows_too_fast(piece: str) -> bool:
    size = SHORT_OF_ONE_SIGN if len(piece) == 1 else SHORT
    short, long = (HEAD + piece * (length // len(piece)) for length in (size, TIMES * size))
    return cpu_seconds(long) > ALLOWED * cpu_seconds(short) + FLOOR_SECONDS


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_four_times_the_text_costs_about_four_times_the_work(piece):
    # Three times before it is believed: the host changes its speed.
    assert not all(grows_too_fast(piece) for _ in range(3))
