"""``duixian duties --body NAME``: what a body has to do, by day, the same as on its page."""

import argparse
import sys
from typing import Any

from duixian.cli.output import a_day, add_format, print_json, print_table
from duixian.cli.serving import start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose duties, on which day."""
    parser.add_argument("--body", metavar="单位", required=True, help="单位名称；不写全也行，只要唯一")
    parser.add_argument(
        "--as-of", dest="as_of", metavar="日期", type=a_day, help="截至哪一天，写成 2026-09-30；默认今天"
    )
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Prints the duties, oldest first; 1 where no body or more than one has that name."""
    start_django()
    from django.utils import timezone  # noqa: PLC0415 -- needs Django

    from duixian.registers.models import Role, Site  # noqa: PLC0415
    from duixian.reports.duties import duties  # noqa: PLC0415

    found = _bodies(args.body)
    if len(found) != 1:
        names = "、".join(str(body) for body in found) or "没有叫这个名字的单位"
        sys.stderr.write(f"“{args.body}”找不到唯一的单位：{names}。请写全名。\n")
        return 1
    [body] = found
    as_of = args.as_of or Site.current().day(timezone.localdate())
    rows = [
        {"due": duty.day, "late": duty.is_late(as_of), "what": str(duty.sentence), "basis": str(duty.basis)}
        for duty in duties(role=Role.REPORTER, body=body, as_of=as_of)
    ]
    if args.format == "json":
        print_json({"body": str(body), "as_of": as_of, "duties": rows})
        return 0
    sys.stdout.write(f"{body}，截至 {as_of}：{len(rows)} 件\n")
    cells = [[row["due"], "已过期限" if row["late"] else "", row["what"], row["basis"]] for row in rows]
    print_table(["期限", "", "事项", "期限怎么算的"], cells, weights=[None, None, 2, 1])
    return 0


def _bodies(name: str) -> list[Any]:
    """The body of that name, or of an alias of it; else those whose names contain it."""
    from duixian.ledgers.filings.owed import principal  # noqa: PLC0415
    from duixian.registers.models import Body  # noqa: PLC0415

    exact = Body.objects.filter(name=name).select_related("same_as")
    like = Body.objects.filter(name__contains=name, same_as=None) if name.strip() else Body.objects.none()
    return [principal(body) for body in exact] or list(like[:5])
