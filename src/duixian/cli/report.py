"""``duixian report quarter 2026Q3 --out FILE``: the quarterly report as a file, the same as on its page."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from duixian.cli.serving import start_django
from duixian.units import Refused

_KINDS = (".docx", ".pdf", ".xlsx")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which report, of which quarter, into which file."""
    verbs = parser.add_subparsers(title="可用的命令", metavar="报告", dest="what", required=True)
    quarter = verbs.add_parser("quarter", help="季度报告", description="季度报告：按季末（或今天）的数")
    quarter.add_argument("quarter", metavar="季度", help="写成 2026Q3 这样")
    quarter.add_argument("--out", metavar="文件", required=True, help="写到哪里；按扩展名出 .docx、.pdf 或 .xlsx")


def run(args: argparse.Namespace) -> int:
    """Writes the file, whole or not at all; 1 where the report or the file cannot be made."""
    path = Path(args.out)
    if path.suffix.lower() not in _KINDS:
        sys.stderr.write(f"不认识“{path.suffix or path.name}”这种文件，--out 请写 {'、'.join(_KINDS)} 之一。\n")
        return 2
    start_django()
    try:
        data = _made(args.quarter, kind=path.suffix.lower())
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    try:
        aside = path.with_name(f"{path.name}.part")
        aside.write_bytes(data)
        aside.replace(path)
    except OSError as problem:
        sys.stderr.write(f"写不了“{path}”：{problem.strerror}。请换一个位置。\n")
        return 1
    sys.stdout.write(f"已写到 {path}（{len(data)} 字节）。\n")
    return 0


def _made(written: str, *, kind: str) -> bytes:
    from django.utils import timezone  # noqa: PLC0415 -- needs Django

    from duixian.registers.models import Site  # noqa: PLC0415
    from duixian.registers.paper_templates import QUARTER  # noqa: PLC0415
    from duixian.reports.paper_forms import paper_of  # noqa: PLC0415
    from duixian.reports.pdf import pdf_of  # noqa: PLC0415
    from duixian.reports.quarter import quarter_report, read_quarter  # noqa: PLC0415
    from duixian.reports.quarter_words import named, sheet, words  # noqa: PLC0415
    from duixian.reports.sheet import as_xlsx  # noqa: PLC0415

    site = Site.current()
    report = quarter_report(read_quarter(written), today=site.day(timezone.localdate()))
    told = words(report, named(site))
    makers: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {
        ".docx": lambda values: paper_of(QUARTER, values),
        ".pdf": lambda values: pdf_of("quarter", values),
        ".xlsx": lambda _values: as_xlsx(sheet(report)),
    }
    return makers[kind](told)
