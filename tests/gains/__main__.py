"""What a change of the reader turned right and what it turned wrong: ``python -m tests.gains [GOLD] [--texts DIR]``.

Reads the texts, has the gold folder's own ``score.py`` name every miss, and compares them one by one with those of the
last run, which are kept in a file outside the repository's history. Equal totals can hide a loss; this cannot.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.gains.scores import Scores, compared, read_scores

from duixian.compiler import read
from duixian.compiler.contract import reading_as_json
from duixian.texts import open_file

HOME = Path(__file__).resolve().parents[2]
SHARED = HOME.parent / "shared"


def main() -> int:
    args = _arguments()
    texts = args.texts or args.gold.resolve().parent / "seeds"
    now = read_scores(_scored(args.gold, texts, scorer=args.scorer or args.gold / "score.py"))
    before = _kept(args.state)
    sys.stdout.write("".join(f"{line}\n" for line in compared(before or now, now)))
    if before is None:
        sys.stdout.write(f"Nothing was kept before; kept now in {args.state}.\n")
    if args.keep or before is None:
        args.state.parent.mkdir(parents=True, exist_ok=True)
        args.state.write_text(json.dumps(now, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.gains", description="What turned right and what turned wrong.")
    parser.add_argument("gold", nargs="?", type=Path, default=SHARED / "gold", help="folder of gold files")
    parser.add_argument("--texts", type=Path, help="folder of the texts (default: seeds beside the gold folder)")
    parser.add_argument("--scorer", type=Path, help="the scoring program (default: score.py of the gold folder)")
    parser.add_argument("--state", type=Path, help="where the last scores are kept (default: under .venv/scratch)")
    parser.add_argument("--keep", action="store_true", help="take these scores as those to compare with from now on")
    args = parser.parse_args()
    if not args.gold.is_dir():
        parser.error(f"no gold folder {args.gold}; name one")
    if args.state is None:
        name = "-".join(args.gold.resolve().parts[-2:])
        args.state = HOME / ".venv" / "scratch" / "gains" / f"{name}.json"
    return args


def _kept(state: Path) -> Scores | None:
    if not state.exists():
        return None
    kept: Scores = json.loads(state.read_text(encoding="utf-8"))
    return kept


def _scored(gold: Path, texts: Path, *, scorer: Path) -> str:
    """What the scorer prints of a reading of every text that has a gold file, with all misses."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(gold.glob("*.json")):
            file = open_file(texts / f"{path.stem}.txt")
            reading = reading_as_json(read(file.text, name=file.name))
            (Path(folder) / path.name).write_text(json.dumps(reading, ensure_ascii=False), encoding="utf-8")
        command = [sys.executable, scorer, gold, folder, "--texts", texts, "--misses", "1000000"]
        return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
