"""The individual table beside OpenFisca-Core: ``python -m benchmarks.openfisca_awards [--persons N] [--rounds N]``.

No part of ``make test`` or the locks: OpenFisca gets an environment of its own, made by pip in var/ on the first run.
"""

import argparse
import json
import subprocess
import tempfile
import venv
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.awards import LARGE, TABLE, decide_many, individual_claims
from benchmarks.timing import Row, print_table
from duixian.policy.acts.sports_awards import Claim, decide, shipped_act

HOME = Path(__file__).resolve().parent
ENVIRONMENT = HOME.parent / "var" / "openfisca"
PACKAGE = "OpenFisca-Core==46.0.1"


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.openfisca_awards", description=__doc__)
    parser.add_argument("--persons", type=int, default=LARGE, metavar="N")
    parser.add_argument("--rounds", type=int, default=2, metavar="N", help="in turns with OpenFisca's (default 2)")
    args = parser.parse_args()
    python = environment()
    claims = individual_claims()
    yuan = [one_award(claim) for claim in claims[: len(TABLE)]]
    ours, theirs, total = [], [], Decimal(0)
    for _ in range(args.rounds):
        begun = perf_counter()
        total = decide_many(claims, args.persons, tracing=False)
        ours.append(perf_counter() - begun)
        theirs.append(in_openfisca(python, yuan, args.persons))
    title = f"awards beside OpenFisca-Core {theirs[0]['version']}: {args.persons:,} persons (median of {args.rounds})"
    print_table(title, rows(args.persons, ours, theirs, total))


def environment() -> Path:
    """The interpreter of the environment; made if it is not there."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", PACKAGE], check=True)
    return python


def one_award(claim: Claim) -> Decimal:
    return decide(claim, act=shipped_act(), tracing=False).total


def in_openfisca(python: Path, yuan: Sequence[Decimal], persons: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table.json"
        table.write_text(json.dumps([str(one) for one in yuan]), encoding="utf-8")
        command = [python, HOME / "openfisca_table.py", table, str(persons), "1"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["first"] == [float(one) for one in yuan], "the two do not compute the same table"
    return found


def rows(persons: int, ours: Sequence[float], theirs: Sequence[dict[str, Any]], total: Decimal) -> list[Row]:
    mine, other = median(ours), median(one["seconds"][0] for one in theirs)
    floats = Decimal(theirs[0]["total_in_its_own_floats"])
    return [
        Row("Duixian, every check, decimals", f"{persons / mine:,.0f} /s", f"{mine:.1f} s"),
        Row("OpenFisca, one look-up, arrays", f"{persons / other:,.0f} /s", f"{other:.2f} s, in {theirs[0]['kind']}"),
        Row("ratio", f"{mine / other:,.0f} ×", "a whole claim one by one beside a column of one figure"),
        Row("total, Duixian", f"{total:,} yuan", "exact"),
        Row("total, OpenFisca", f"{floats:,} yuan", f"off by {floats - total:,}, added up in {theirs[0]['kind']}"),
    ]


if __name__ == "__main__":
    main()
