"""Environments of their own for tools that Duixian measures itself against but never needs: made on first use."""

import hashlib
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent


def python_of(name: str) -> Path:
    """The interpreter of ``.venv/NAME``, with exactly what ``requirements/NAME.txt`` locks, and Duixian beside it.

    Shape: made anew when the lock changes; kept otherwise. The environment's own packages come before ours.
    Errors: SystemExit with a sentence where the packages cannot be fetched.
    """
    folder, lock = HOME / ".venv" / name, HOME / "requirements" / f"{name}.txt"
    python = folder / "bin" / "python"
    stamp, digest = folder / "lock.sha256", hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return python
    print(f"Making .venv/{name} from {lock.relative_to(HOME)}.", file=sys.stderr)
    venv.create(folder, clear=True, symlinks=True)
    _install(python, lock)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    # Paths in a .pth file come after the environment's own packages.
    (site / "duixian.pth").write_text(f"{HOME / 'src'}\n{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    stamp.write_text(digest, encoding="ascii")
    return python


def _install(python: Path, lock: Path) -> None:
    """With uv, which is quick; with pip where uv cannot. Every file is checked against its hash."""
    locked = ["install", "--quiet", "--require-hashes", "--requirement", str(lock)]
    tries = (
        [str(HOME / "requirements" / "uv"), "pip", *locked, "--python", str(python)],
        [sys.executable, "-m", "pip", "--python", str(python), *locked],
    )
    if all(subprocess.run(command, cwd=HOME, check=False).returncode for command in tries):
        raise SystemExit(f"the packages of {lock.name} could not be fetched: see the messages above")
