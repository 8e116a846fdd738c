"""Other readers of Chinese numbers on the same texts in the same process: how fast, and how right."""

import json
import subprocess
from dataclasses import asdict

from benchmarks.environment import HOME, python_of
from benchmarks.timing import Row

TITLE = "the whole reading beside peers that read less, in one process"


def measure(*, repeat: int) -> list[Row]:
    """Measured in an environment that has the peers; Duixian itself never needs them."""
    command = [str(python_of("peers")), "-W", "ignore", "-m", "benchmarks.peers_beside", str(repeat)]
    done = subprocess.run(command, cwd=HOME, check=True, capture_output=True, text=True)
    # jionlp prints an advertisement when it is imported; the answer is the last line.
    return [Row(**row) for row in json.loads(done.stdout.splitlines()[-1])]


def answer(rows: list[Row]) -> str:
    """One line that ``measure`` reads."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False)
