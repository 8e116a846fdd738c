"""``duixian read FILE…``: reads documents and shows what they promise. Needs neither Django nor a database."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from duixian.cli.words import printable
from duixian.compiler import Reading, read
from duixian.compiler.contract import reading_as_json
from duixian.texts import LIMIT_BYTES, TextFile, UnreadableFile, open_file, open_text

_STDIN = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("files", nargs="+", metavar="文件", help="txt、html、docx、pdf 或 ofd；- 表示标准输入")
    parser.add_argument("--format", choices=tuple(_FORMATS), default="table", help="输出格式（默认 table）")
    parser.add_argument("--out", type=Path, metavar="输出文件", help="写到文件里，不写到屏幕上")


def run(args: argparse.Namespace) -> int:
    """Reads every file that can be read and shows all of them; 1 if some could not be."""
    if args.out and any(name != _STDIN and _same_file(Path(name), args.out) for name in args.files):
        _complain(f"输出文件“{args.out}”也是要读的文件，会把它覆盖掉。请换一个 --out")
        return 2
    readings = [reading for name in args.files if (reading := _reading(name)) is not None]
    done = len(readings) == len(args.files)
    # No reading at all leaves nothing to show; a program that asked for several files still gets its list.
    if readings or len(args.files) > 1:
        done = _FORMATS[args.format](readings, out=args.out, several=len(args.files) > 1) and done
    return 0 if done else 1


def _reading(name: str) -> Reading | None:
    """The reading of one file, or None after saying why there is none."""
    try:
        file = _opened(name)
        reading = read(file.text, name=file.name)
    except UnreadableFile as refused:
        _complain(str(refused).rstrip("。"))
        return None
    except Exception as fault:  # noqa: BLE001  one file must not stop the others, and a stack trace helps no official
        _complain(
            f"“{name}”读到一半程序出错（{type(fault).__name__}: {fault}）。这是程序的缺陷，请把文件和这一行报告给维护者"
        )
        return None
    return replace(reading, findings=file.findings + reading.findings)


def _opened(name: str) -> TextFile:
    if name == _STDIN:
        return open_text(sys.stdin.buffer.read(LIMIT_BYTES + 1), name="标准输入")
    return open_file(Path(name))


def _show_table(readings: Sequence[Reading], *, out: Path | None, several: bool) -> bool:
    # Imported here: rich is not needed for JSON, which programs ask for by the thousand.
    from duixian.cli.reading_table import print_readings, readings_as_text  # noqa: PLC0415

    if out is not None:
        return _write(readings_as_text(readings, with_source=several), out=out)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    print_readings(readings, with_source=several)
    return True


def _show_json(readings: Sequence[Reading], *, out: Path | None, several: bool) -> bool:
    objects = [reading_as_json(reading) for reading in readings]
    return _write(json.dumps(objects if several else objects[0], ensure_ascii=False, indent=1) + "\n", out=out)


def _show_html(readings: Sequence[Reading], *, out: Path | None, several: bool) -> bool:
    from duixian.cli.reading_html import readings_as_page  # noqa: PLC0415

    del several  # a page of one file and one of many are built alike
    return _write(readings_as_page(readings), out=out)


_FORMATS: dict[str, Callable[..., bool]] = {"table": _show_table, "json": _show_json, "html": _show_html}


def _write(text: str, *, out: Path | None) -> bool:
    """The text as UTF-8 to the file or to standard output; a file is whole or not there."""
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
        _complain(f"写不进“{out}”（{error.strerror}）。请核对文件夹是否存在、有没有写入权限")
        return False
    return True


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _complain(message: str) -> None:
    sys.stderr.write(f"{printable(message)}。\n")
