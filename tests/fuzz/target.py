"""One coverage-guided run: ``python target.py TARGET FOLDER [libFuzzer's options …]``, where atheris is installed."""

import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["duixian"]):
    from duixian.compiler import read

    # The readers of packed files are else imported only when such a file comes, and would stay uncounted.
    from duixian.texts import UnreadableFile, docx, html, ofd, open_text, pdf  # noqa: F401

from claims import assert_reading_holds


def read_text(data: bytes) -> None:
    """Any text is read, and what is claimed of it holds."""
    assert_reading_holds(read(data.decode("utf-8", "replace"), name="any"))


def open_bytes(data: bytes) -> None:
    """Any bytes are a text or a refusal with a sentence; never blank, never another exception."""
    try:
        file = open_text(data, name="某文件")
    except UnreadableFile:
        return
    assert file.text.strip()
    assert "\r" not in file.text


def open_and_read(data: bytes) -> None:
    """The way a file takes: opened, then read."""
    try:
        file = open_text(data, name="某文件")
    except UnreadableFile:
        return
    assert_reading_holds(read(file.text, name=file.name))


TARGETS: dict[str, Callable[[bytes], None]] = {"read": read_text, "open": open_bytes, "file": open_and_read}


def keep_finds(target: Callable[[bytes], None], folder: Path, data: bytes) -> None:
    """Keeps the shortest input for each place that fails and goes on, so that one fault does not hide the others."""
    try:
        target(data)
    except Exception as fault:  # noqa: BLE001 -- whatever it is, it is what the run looks for
        # The last frame of ours, and of the claims: where the fault shows.
        frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if "/src/" in frame.filename]
        frames += [frame for frame in traceback.extract_tb(fault.__traceback__) if "claims" in frame.filename]
        place = "-".join(f"{Path(frame.filename).stem}.{frame.lineno}" for frame in frames[-2:])
        kept = folder / f"find-{type(fault).__name__}-{place}"
        if not kept.exists() or len(data) < kept.stat().st_size:
            kept.write_bytes(data)
            kept.with_name(f"why-{kept.name}").write_text("".join(traceback.format_exception(fault)), encoding="utf-8")


if __name__ == "__main__":
    name, folder = sys.argv.pop(1), Path(sys.argv.pop(1))
    atheris.Setup(sys.argv, partial(keep_finds, TARGETS[name], folder))
    atheris.Fuzz()
