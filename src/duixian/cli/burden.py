"""``duixian burden --month 2026-09``: what was asked of each county and body, against the ceiling."""

import argparse
import sys
from typing import Any

from duixian.cli.output import add_format, print_json, print_table
from duixian.cli.serving import start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which month."""
    parser.add_argument("--month", metavar="月份", required=True, help="写成 2026-09 这样")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Prints a row a county or body; 2 where the month is not written as one."""
    start_django()
    from django.utils import timezone  # noqa: PLC0415 -- needs Django

    from duixian.ledgers.filings.month import Month  # noqa: PLC0415
    from duixian.registers.models import Site  # noqa: PLC0415
    from duixian.reports.burden import rows  # noqa: PLC0415

    try:
        month = Month.read(args.month)
    except ValueError:
        sys.stderr.write(f"月份要写成 2026-09 这样，现为“{args.month}”。\n")
        return 2
    site = Site.current()
    found = [_as_json(row) for row in rows(month=month, as_of=site.day(timezone.localdate()))]
    ceilings = {"fields": site.most_fields, "minutes": site.most_minutes}
    if args.format == "json":
        print_json({"month": str(month), "ceilings": ceilings, "rows": found})
        return 0
    sys.stdout.write(f"{month}，上限每个县市 {ceilings['fields']} 项、{ceilings['minutes']} 分钟\n")
    print_table(
        ["县市或单位", "要填", "手填", "提交", "分钟", "未测", "与上限相比"], _cells(found), weights=[None] * 6 + [1]
    )
    return 0


def _as_json(row: Any) -> dict[str, Any]:
    """Shape: ``minutes`` is null where nothing was measured; ``drop`` says what could be asked no more."""
    return {
        "owner": str(row.owner),
        "asked": row.asked,
        "typed": row.typed,
        "submissions": row.submissions,
        "minutes": row.minutes,
        "unmeasured": row.unmeasured,
        "fields_over": row.fields_over,
        "minutes_over": row.minutes_over,
        "drop": [str(sentence) for sentence in row.drop],
    }


def _cells(found: list[dict[str, Any]]) -> list[list[Any]]:
    names = ("owner", "asked", "typed", "submissions", "minutes", "unmeasured")
    return [[*(row[name] for name in names), _against(row)] for row in found]


def _against(row: dict[str, Any]) -> str:
    over = [f"超 {row['fields_over']} 项"] if row["fields_over"] else []
    over += [f"超 {row['minutes_over']} 分钟"] if row["minutes_over"] else []
    return f"{'、'.join(over)}；可以不再要的：{'；'.join(row['drop'])}" if over else "未超"
