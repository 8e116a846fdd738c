"""Relations between the real texts beside the repository that a careful reader is certain of, read from the texts."""

from pathlib import Path

import pytest

from duixian.compiler import read
from duixian.compiler.comparing import compare

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the real texts do not lie beside the repository (../shared/seeds)"),
]
# By axis and the two years: relation and the two quotes.
CERTAIN = {
    ("levels", 2023, 2023): {
        ("topped-up", "6300余户", "1085户"),
        ("taken-over", "6000公里", "500公里"),
        ("taken-over", "5000公里", "489公里"),
        ("taken-over", "4.1万套", "5566套"),
        ("taken-over", "1.3万套", "200套"),
        ("taken-over", "4.9万套", "9160套"),
        ("taken-over", "100个", "11个"),
        ("taken-over", "539处", "86处"),
        ("taken-over", "不少于4000个", "1350个"),
        ("taken-over", "不低于108.7万人", "不低于5.09万人"),
    },
    ("years", 2023, 2024): {
        ("continued", "不少于1000场次", "不少于1000场次"),
        ("reduced", "1085户", "920户"),
        ("reduced", "不低于5.09万人", "不低于5万人"),
        ("added", None, "882个"),
        ("dropped", "210万吨", None),
    },
    ("years", 2023, 2026): {
        ("extended", "6000公里", "7000公里"),
        ("reduced", "5000公里", "1000公里"),
        ("reduced", "4.1万套", "2.4万套"),
        ("reduced", "539处", "193处"),
        ("unsure", "6300余户", "2000名"),
        ("dropped", "27.95万户", None),
        ("added", None, "1900公里"),
    },
}
# The same number or the same unit, and other things.
NEVER = {("9600名", "2600人"), ("5000公里", "400公里"), ("100个", "100个"), ("6类", "6所"), ("5000公里", "500公里")}


@pytest.fixture(scope="module")
def found():
    readings = [read(path.read_text(encoding="utf8"), name=path.name) for path in sorted(SEEDS.glob("00[0-3]*.txt"))]
    return {(str(one.axis), one.first.year, one.second.year): one.rows for one in compare(readings).pairs}


def quotes(row):
    return tuple(side and side.quantity.quote for side in (row.first, row.second))


@pytest.mark.parametrize("pair", CERTAIN, ids=lambda pair: "-".join(map(str, pair)))
def test_what_is_certain_is_found(found, pair):
    assert CERTAIN[pair] <= {(str(row.relation), *quotes(row)) for row in found[pair]}


def test_no_other_documents_are_laid_beside_each_other(found):
    assert set(found) == set(CERTAIN)


def test_what_only_looks_alike_is_never_sure(found):
    sure = {quotes(row) for rows in found.values() for row in rows if row.relation != "unsure"}
    assert sure.isdisjoint(NEVER)


def test_the_top_up_is_told_with_its_two_parts(found):
    [row] = [row for row in found["levels", 2023, 2023] if row.top_up]
    assert [part.value for part in (*row.top_up.taken, *row.top_up.own)] == [585, 500]
