"""How a verb that prints a report prints it: a table for people, JSON for programs, and days as they are written."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Mapping, Sequence
from shutil import get_terminal_size
from typing import Any

from duixian.cli.columns import line_of, widths_for
from duixian.cli.words import printable

_WIDTH = 120


def add_format(parser: argparse.ArgumentParser) -> None:
    """``--format table|json``."""
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="table 表格（默认），json 供程序用"
    )


def a_day(written: str) -> dt.date:
    """A day from a command line. Errors: ValueError, which argparse tells of."""
    return dt.date.fromisoformat(written)


def print_json(content: Mapping[str, Any]) -> None:
    """One object, readable and in the order given; days as 2026-09-30."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2, default=str) + "\n")


def print_table(columns: Sequence[str], rows: Sequence[Sequence[object]], *, weights: Sequence[float | None]) -> None:
    """The rows under their columns, cut to the terminal; nothing there is a dash, which is not zero."""
    written = [list(columns), *([_cell(value) for value in row] for row in rows)]
    width = get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else 10_000
    widths = widths_for(written, weights=weights, width=width)
    sys.stdout.writelines(f"{line_of(row, widths)}\n" for row in written)


def _cell(value: object) -> str:
    return "—" if value is None else printable(str(value))
