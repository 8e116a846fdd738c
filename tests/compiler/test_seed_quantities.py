"""The real texts beside the repository: the scores that the quantity passes have reached must not fall."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from duixian.compiler import read
from duixian.compiler.contract import reading_as_json

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD, SEEDS = SHARED / "gold", SHARED / "seeds"
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not GOLD.is_dir(), reason="the real texts do not lie beside the repository (../shared/gold)"),
]
REACHED = {
    "quantities": 0.995,
    "targets (value, unit, comparator, role)": 0.99,
    "milestones": 1.0,
    "recurrences": 1.0,
    "sums": 1.0,
    "quantity comparator": 1.0,
    "quantity role": 0.99,
    "target object": 0.99,
    "target place": 0.99,
    "target period": 1.0,
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    """What the scorer beside the texts says of a reading of each."""
    folder = tmp_path_factory.mktemp("reading")
    for path in sorted(SEEDS.glob("*.txt")):
        reading = reading_as_json(read(path.read_text(encoding="utf8"), name=path.name))
        (folder / f"{path.stem}.json").write_text(json.dumps(reading, ensure_ascii=False), encoding="utf8")
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD), str(folder), "--texts", str(SEEDS), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("measure", REACHED)
def test_a_measure_stays_at_what_was_reached(scores, measure):
    row = scores[measure]
    assert row.get("f1", row.get("share")) >= REACHED[measure]


def test_no_sum_is_claimed_that_the_gold_does_not_hold(scores):
    assert scores["sums"]["p"] == 1.0
