"""``duixian award totals`` and ``duixian award what-if``: the claims in the ledger, added up."""

import argparse
import csv
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Any

from duixian.cli.serving import start_django
from duixian.policy.engine.act import Act

if TYPE_CHECKING:
    from duixian.reports.award_totals import Row

VERBS = {
    "totals": "受理的奖励申请按条款、类别、支付方、运动会、县市汇总",
    "what-if": "同样的申请换一个办法文件，各口径增减多少",
}
_FORMATS = ("table", "json", "csv")
_WORDS = {"article": "条款", "payee_kind": "类别", "payer": "支付方", "games": "运动会", "county": "县市"}


def add_verbs(verbs: Any) -> None:
    """The two verbs, beside those that read files of claims."""
    for name, summary in VERBS.items():
        verb = verbs.add_parser(name, help=summary, description=summary)
        verb.add_argument(
            "--as-of", metavar="日期", type=_day, help="这一年年初到这一天受理的（默认到今天，如 2026-06-30）"
        )
        verb.add_argument("--format", choices=_FORMATS, default="table", help="输出格式（默认 table）")
        if name == "what-if":
            verb.add_argument("--act", metavar="办法文件", required=True, help="改了数值的办法文件（YAML）")
        else:
            verb.set_defaults(act=None)


def told(args: argparse.Namespace, *, after: Act | None) -> bytes:
    """What is printed. Units: yuan, with two decimals; in CSV and JSON as text, so that no program rounds them."""
    start_django()
    from duixian.reports.award_totals import rows  # noqa: PLC0415 -- needs Django

    found = rows(as_of=args.as_of or dt.date.today(), after=after)  # noqa: DTZ011 -- the day where the command runs
    write = {"table": _table, "json": _json, "csv": _csv}[args.format]
    return write(found, compares=after is not None).encode()


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{written}”不是日期，要写成 2026-06-30 这样") from error


def _cells(row: "Row", *, compares: bool) -> dict[str, str]:
    amounts = {"before_yuan": row.before, "after_yuan": row.after, "change_yuan": row.change}
    shown = amounts if compares else {"yuan": row.before}
    return {"by": row.by, "key": row.key, **{name: f"{amount:.2f}" for name, amount in shown.items()}}


def _json(found: Sequence["Row"], *, compares: bool) -> str:
    return json.dumps([_cells(row, compares=compares) for row in found], ensure_ascii=False, indent=1) + "\n"


def _csv(found: Sequence["Row"], *, compares: bool) -> str:
    out = StringIO()
    names = ("by", "key", *(("before_yuan", "after_yuan", "change_yuan") if compares else ("yuan",)))
    writer = csv.DictWriter(out, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_cells(row, compares=compares) for row in found)
    return out.getvalue()


def _table(found: Sequence["Row"], *, compares: bool) -> str:
    return "\n".join(_lines(found, compares=compares)) + "\n"


def _lines(found: Sequence["Row"], *, compares: bool) -> Iterator[str]:
    shown = None
    for row in found:
        if row.by != shown:
            shown = row.by
            yield f"按{_WORDS[row.by]}："
        yield f"  {row.key}　{row.before:.2f}" + (f" → {row.after:.2f} 元（{row.change:+.2f}）" if compares else " 元")
    if shown is None:
        yield "没有受理的申请。"
