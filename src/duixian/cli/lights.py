"""``duixian lights``: every light with its rule, its inputs, since when it burns and what is forecast."""

import argparse
import datetime as dt
import sys

from duixian.cli.progress_bar import LateBar
from duixian.cli.serving import start_django

_DAY = "%Y-%m-%d"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument(
        "--as-of", metavar="日期", help="截至哪一天，如 2026-09-30；不写则为今天（示例为它自己的那一天）"
    )
    parser.add_argument("--format", choices=("table", "json"), default="table", help="表格（默认）或 JSON")
    parser.add_argument("--place", metavar="地区", help="只看分解到这一地的任务，写名称或代码")
    parser.add_argument("--light", metavar="灯", help="只看这一种灯，写代码（如 behind、at-risk）或名称（如 滞后）")
    parser.add_argument("--refresh", action="store_true", help="只把留存的灯更新到当天（供定时任务用），不列出")
    parser.add_argument("--backtest", action="store_true", help="用已填的数检验预测：区间覆盖了多少，中位误差多大")


def run(args: argparse.Namespace) -> int:
    """Lists, refreshes or tests; 2 where a day, place or light is not understood."""
    start_django()
    from duixian.cli import light_lists  # noqa: PLC0415 -- needs Django
    from duixian.pace import NotInForceError  # noqa: PLC0415

    try:
        asked = light_lists.asked(as_of=_day(args.as_of), place=args.place, light=args.light)
        if args.refresh:
            return _refresh(asked.day)
        if args.backtest:
            sys.stdout.write(light_lists.told_backtest())
            return 0
        lines = light_lists.lines(asked, notify=LateBar("亮灯"))
    except (ValueError, NotInForceError) as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    sys.stdout.write(light_lists.as_json(lines, asked) if args.format == "json" else light_lists.as_table(lines, asked))
    return 0


def _day(written: str | None) -> dt.date | None:
    if written is None:
        return None
    try:
        return dt.datetime.strptime(written, _DAY).date()  # noqa: DTZ007 -- a day has no time zone
    except ValueError:
        raise ValueError(f"“{written}”不是日期。日期写成 2026-09-30 这样，且须是日历上有的一天。") from None


def _refresh(day: dt.date) -> int:
    from duixian.reports.lit.refresh import refresh  # noqa: PLC0415 -- needs Django

    refresh(day=day, notify=LateBar("更新留存的灯"))
    sys.stdout.write(f"留存的灯已更新到 {day.isoformat()}。\n")
    return 0
