"""The real texts beside the repository are read as their gold files say, from documents to deadlines."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from duixian.compiler import read
from duixian.compiler.contract import reading_as_json

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEEDS, GOLD = SHARED / "seeds", SHARED / "gold"
# The figures reached; one that falls below them has lost something.
FLOOR = {
    "documents": 1.0,
    "clauses": 1.0,
    "lead units": 1.0,
    "support units": 1.0,
    "officials": 1.0,
    "deadlines": 1.0,
    "body members": 1.0,
    "press releases": 1.0,
    "document title": 1.0,
    "document kind": 1.0,
    "document number": 1.0,
    "document date": 1.0,
    "document issuer": 1.0,
    "document year": 1.0,
    "document effective": 1.0,
}

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not GOLD.is_dir(), reason=f"the right readings of real texts do not lie in {GOLD}"),
]


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("readings")
    for path in sorted(SEEDS.glob("*.txt")):
        reading = read(path.read_text(encoding="utf8"), name=path.name)
        written = json.dumps(reading_as_json(reading), ensure_ascii=False)
        (out / f"{path.stem}.json").write_text(written, encoding="utf8")
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD), str(out), "--json"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("measure", FLOOR)
def test_no_measure_falls_below_what_was_reached(measure: str, scores: dict[str, Any]) -> None:
    row = scores[measure]
    assert row.get("f1", row.get("share")) >= FLOOR[measure]


def test_keys_are_unique_within_a_source() -> None:
    for path in SEEDS.glob("*.txt"):
        keys = [document.key for document in read(path.read_text(encoding="utf8")).documents]
        assert len(set(keys)) == len(keys)
