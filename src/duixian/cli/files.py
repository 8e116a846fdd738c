"""Files that a verb is called with: each into its reading, or a sentence that says why not; results out again."""

import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from duixian.cli.words import printable
from duixian.compiler import Reading, read
from duixian.texts import LIMIT_BYTES, TextFile, UnreadableFile, open_file, open_text

_STDIN = "-"


def readings_of(names: Iterable[str]) -> list[Reading]:
    """The readings of all files that can be read, in order; the others are complained of."""
    return [reading for name in names if (reading := _reading(name)) is not None]


def would_overwrite(names: Sequence[str], *, out: Path | None) -> bool:
    """Whether the output would replace one of the files to be read; complains then."""
    if out is None or not any(name != _STDIN and _same_file(Path(name), out) for name in names):
        return False
    complain(f"输出文件“{out}”也是要读的文件，会把它覆盖掉。请换一个 --out")
    return True


def write(text: str, *, out: Path | None) -> bool:
    """The text as UTF-8 to the file or to standard output; a file is whole or not there. False where it cannot be."""
    data = text.encode("utf-8", "replace")
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return True
    try:
        with tempfile.NamedTemporaryFile(dir=out.parent, delete=False) as half:
            half.write(data)
        # As a new file would have it; temporary files are for their owner only.
        umask = os.umask(0)
        os.umask(umask)
        Path(half.name).chmod(0o666 & ~umask)
        Path(half.name).replace(out)
    except OSError as error:
        complain(f"写不进“{out}”（{error.strerror}）。请核对文件夹是否存在、有没有写入权限")
        return False
    return True


def complain(message: str) -> None:
    """One sentence for the person who called, without its full stop."""
    sys.stderr.write(f"{printable(message)}。\n")


def _reading(name: str) -> Reading | None:
    """The reading of one file, or None after saying why there is none."""
    try:
        file = _opened(name)
        reading = read(file.text, name=file.name)
    except UnreadableFile as refused:
        complain(str(refused).rstrip("。"))
        return None
    except Exception as fault:  # noqa: BLE001  one file must not stop the others, and a stack trace helps no official
        complain(
            f"“{name}”读到一半程序出错（{type(fault).__name__}: {fault}）。这是程序的缺陷，请把文件和这一行报告给维护者"
        )
        return None
    return replace(reading, findings=file.findings + reading.findings)


def _opened(name: str) -> TextFile:
    if name == _STDIN:
        return open_text(sys.stdin.buffer.read(LIMIT_BYTES + 1), name="标准输入")
    return open_file(Path(name))


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
