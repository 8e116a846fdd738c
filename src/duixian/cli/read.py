"""``duixian read FILE…``: reads documents and shows what they promise. Needs neither Django nor a database."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from duixian.cli.files import readings_of, would_overwrite, write
from duixian.compiler import Reading
from duixian.compiler.contract import reading_as_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("files", nargs="+", metavar="文件", help="txt、html、docx、pdf 或 ofd；- 表示标准输入")
    parser.add_argument("--format", choices=tuple(_FORMATS), default="table", help="输出格式（默认 table）")
    parser.add_argument("--out", type=Path, metavar="输出文件", help="写到文件里，不写到屏幕上")


def run(args: argparse.Namespace) -> int:
    """Reads every file that can be read and shows all of them; 1 if some could not be."""
    if would_overwrite(args.files, out=args.out):
        return 2
    readings = readings_of(args.files)
    done = len(readings) == len(args.files)
    # No reading at all leaves nothing to show; a program that asked for several files still gets its list.
    if readings or len(args.files) > 1:
        done = _FORMATS[args.format](readings, out=args.out, several=len(args.files) > 1) and done
    return 0 if done else 1


def _show_table(readings: Sequence[Reading], *, out: Path | None, several: bool) -> bool:
    # Imported here: rich is not needed for JSON, which programs ask for by the thousand.
    from duixian.cli.reading_table import print_readings, readings_as_text  # noqa: PLC0415

    if out is not None:
        return write(readings_as_text(readings, with_source=several), out=out)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    print_readings(readings, with_source=several)
    return True


def _show_json(readings: Sequence[Reading], *, out: Path | None, several: bool) -> bool:
    objects = [reading_as_json(reading) for reading in readings]
    return write(json.dumps(objects if several else objects[0], ensure_ascii=False, indent=1) + "\n", out=out)


def _show_html(readings: Sequence[Reading], *, out: Path | None, several: bool) -> bool:
    from duixian.cli.reading_html import readings_as_page  # noqa: PLC0415

    del several  # a page of one file and one of many are built alike
    return write(readings_as_page(readings), out=out)


_FORMATS: dict[str, Callable[..., bool]] = {"table": _show_table, "json": _show_json, "html": _show_html}
