"""``duixian award decide|explain|compare FILE``: who gets how much, by which article. These need no Django.

``totals`` and ``what-if`` are about the claims in the ledger: ``award_totals`` loads it.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from duixian.cli import award_totals
from duixian.cli.words import printable
from duixian.policy.acts.sports_awards import (
    PAYEE_WORDS,
    TOTALS_BY,
    Case,
    CaseFileError,
    Claim,
    decide,
    read_cases,
    read_claim,
    second_act,
    shipped_act,
    what_if,
)
from duixian.policy.acts.sports_awards.case_file import LIMIT_BYTES, too_large
from duixian.policy.acts.sports_awards.faults import returned
from duixian.policy.engine.act import Act
from duixian.policy.engine.decision import Decision, Payment
from duixian.policy.engine.telling import tell_decision
from duixian.units.yaml_nodes import DataFileError

_STDIN = "-"
_TOTALS_WORDS = {"article": "条款", "payee_kind": "对象", "payer": "支付方", "games": "运动会", "county": "县市"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own verbs and their arguments."""
    verbs = parser.add_subparsers(title="可用的命令", metavar="命令", dest="what", required=True)
    for name, summary in (
        ("decide", "逐件决定：谁得多少、依据哪一条，或退回的代码（JSON）"),
        ("explain", "逐步说明每一笔奖金怎样算出"),
        ("compare", "同样的申请换一个办法文件，各条款增减多少"),
    ):
        verb = verbs.add_parser(name, help=summary, description=summary)
        verb.add_argument("file", metavar="文件", help="JSON：一份申请，或写有 cases 的案件文件；- 表示标准输入")
        verb.add_argument("--act", metavar="办法文件", required=name == "compare", help="另一个办法文件（YAML）")
        if name == "explain":
            audience = "写给谁看：coach 教练员（默认），finance 财务（附条款和施行日期）"
            verb.add_argument("--for", dest="audience", choices=("coach", "finance"), default="coach", help=audience)
            verb.add_argument("--id", metavar="编号", help="只说明这一件")
    award_totals.add_verbs(verbs)


def run(args: argparse.Namespace) -> int:
    """Does what was asked; 1 if a file or a claim in it could not be read."""
    if args.what in award_totals.VERBS:
        return _about_ledger(args)
    try:
        cases = _cases(args.file)
        act = shipped_act() if args.act is None else _act(args.act)
    except (CaseFileError, DataFileError) as refused:
        _complain(str(refused))
        return 1
    except OSError as error:
        _complain(f"“{error.filename}”打不开（{error.strerror}）。请核对路径和权限")
        return 1
    return _VERBS[args.what](args, cases, act)


def _about_ledger(args: argparse.Namespace) -> int:
    try:
        after = None if args.act is None else _act(args.act)
    except DataFileError as refused:
        _complain(str(refused))
        return 1
    except OSError as error:
        _complain(f"“{error.filename}”打不开（{error.strerror}）。请核对路径和权限")
        return 1
    _write(award_totals.told(args, after=after))
    return 0


def _decide(args: argparse.Namespace, cases: tuple[Case, ...], act: Act) -> int:
    del args
    decided = [(case, *_decided(case, act, tracing=False)) for case in cases]
    listed = json.dumps([_as_json(case, decision) for case, decision, _ in decided], ensure_ascii=False, indent=1)
    # Half a surrogate pair cannot be written as UTF-8; as an escape it is JSON and stays the id it was.
    _write(f"{listed}\n".encode("utf-8", "backslashreplace"))
    return 0 if all(readable for _, _, readable in decided) else 1


def _explain(args: argparse.Namespace, cases: tuple[Case, ...], act: Act) -> int:
    wanted = [case for case in cases if args.id is None or str(case.id) == args.id]
    if not wanted:
        _complain(f"文件里没有编号为“{args.id}”的申请")
        return 1
    done = True
    for case in wanted:
        decision, readable = _decided(case, act, tracing=True)
        _print("\n".join(_explained(case, decision, act, with_articles=args.audience == "finance")))
        done = done and readable
    return 0 if done else 1


def _compare(args: argparse.Namespace, cases: tuple[Case, ...], act: Act) -> int:
    del args
    read = [read_claim(case.raw or {}) for case in cases]
    claims = [claim for claim in read if isinstance(claim, Claim)]
    found = what_if(claims, before=shipped_act(), after=act)
    for name, by in TOTALS_BY.items():
        _print(f"按{_TOTALS_WORDS[name]}：")
        for one in found.differences(by=by):
            key = PAYEE_WORDS.get(one.key, one.key)
            _print(f"  {key or '—'}　{one.before} → {one.after} 元（{one.change:+}）")
    for _, old, new in found.turned():
        _print(f"由 {_code(old) or '支付'} 变为 {_code(new) or '支付'}")
    if len(claims) < len(cases):
        _complain(f"有 {len(cases) - len(claims)} 件申请读不出，没有计入。请先用 duixian award decide 核对")
    return 0 if len(claims) == len(cases) else 1


_VERBS: dict[str, Callable[[argparse.Namespace, tuple[Case, ...], Act], int]] = {
    "decide": _decide,
    "explain": _explain,
    "compare": _compare,
}


def _cases(name: str) -> tuple[Case, ...]:
    try:
        return read_cases(_data(name))
    except CaseFileError as refused:
        shown = "标准输入" if name == _STDIN else name
        raise CaseFileError("“{name}”：{reason}", name=shown, reason=refused) from refused


def _data(name: str) -> bytes:
    """The file's bytes; a file that is too large is refused before it is read."""
    if name == _STDIN:
        return sys.stdin.buffer.read(LIMIT_BYTES + 1)
    with Path(name).open("rb") as file:
        if (size := os.fstat(file.fileno()).st_size) > LIMIT_BYTES:
            raise too_large(size)
        # A device or a pipe has no size and may have no end.
        return file.read(LIMIT_BYTES + 1)


def _act(name: str) -> Act:
    try:
        return second_act(_data(name).decode("utf-8"), file=name)
    except UnicodeDecodeError as error:
        raise DataFileError(name, line=1, found="不是 UTF-8 编码", cure="请另存为 UTF-8") from error


def _decided(case: Case, act: Act, *, tracing: bool) -> tuple[Decision, bool]:
    """The decision, and whether the claim could be read at all; what could not is told of."""
    claim = read_claim(case.raw or {})
    if isinstance(claim, Claim):
        return decide(claim, act=act, tracing=tracing), True
    for sentence in claim:
        _complain(f"{case.id}：{sentence}".rstrip("。"))
    return Decision(refusal=returned(claim)), False


def _as_json(case: Case, decision: Decision) -> dict[str, Any]:
    payments = [_payment_as_json(payment) for payment in decision.payments]
    return {"id": case.id, "payments": payments, "refusal": _code(decision)}


def _payment_as_json(payment: Payment) -> dict[str, Any]:
    return {
        "payee": payment.payee,
        "payee_kind": payment.payee_kind,
        "amount_yuan": str(payment.amount),
        "payer": payment.payer,
        "basis": list(payment.basis),
    }


def _explained(case: Case, decision: Decision, act: Act, *, with_articles: bool) -> Iterator[str]:
    yield f"== {case.id or '申请'}"
    if with_articles:
        yield f"{act.title}（{act.number}）"
    yield from tell_decision(decision, kinds=PAYEE_WORDS, with_articles=with_articles)
    yield ""


def _code(decision: Decision) -> str | None:
    return decision.refusal.code if decision.refusal else None


def _print(text: str) -> None:
    _write(printable(f"{text}\n").encode("utf-8", "replace"))


def _write(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _complain(message: str) -> None:
    sys.stderr.write(f"{printable(message).rstrip('。')}。\n")
