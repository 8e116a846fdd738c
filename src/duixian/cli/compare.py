"""``duixian compare FILE FILE…``: what a later year keeps or drops, what a lower level took over and topped up."""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from duixian.cli.files import readings_of, would_overwrite, write
from duixian.compiler import Reading
from duixian.compiler.comparing import Comparison, compare, comparison_as_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("files", nargs="+", metavar="文件", help="两份以上公文，或装有几份公文的一个文件")
    parser.add_argument("--format", choices=tuple(_FORMATS), default="table", help="输出格式（默认 table）")
    parser.add_argument("--out", type=Path, metavar="输出文件", help="写到文件里，不写到屏幕上")


def run(args: argparse.Namespace) -> int:
    """Compares all documents of all files that can be read; 1 if some could not be, or if no two can be compared."""
    if would_overwrite(args.files, out=args.out):
        return 2
    readings = readings_of(args.files)
    if not readings:
        return 1
    comparison = compare(readings)
    done = _FORMATS[args.format](comparison, readings, out=args.out)
    return 0 if done and comparison.pairs and len(readings) == len(args.files) else 1


def _show_table(comparison: Comparison, readings: Sequence[Reading], *, out: Path | None) -> bool:
    # Imported here: rich is not needed for JSON, which programs ask for.
    from duixian.cli.comparison_table import comparison_as_text, print_comparison  # noqa: PLC0415

    del readings  # every row names its document
    if out is not None:
        return write(comparison_as_text(comparison), out=out)
    print_comparison(comparison)
    return True


def _show_json(comparison: Comparison, readings: Sequence[Reading], *, out: Path | None) -> bool:
    del readings
    return write(json.dumps(comparison_as_json(comparison), ensure_ascii=False, indent=1) + "\n", out=out)


def _show_html(comparison: Comparison, readings: Sequence[Reading], *, out: Path | None) -> bool:
    from duixian.cli.comparison_html import comparison_as_page  # noqa: PLC0415

    return write(comparison_as_page(comparison, readings), out=out)


_FORMATS: dict[str, Callable[..., bool]] = {"table": _show_table, "json": _show_json, "html": _show_html}
