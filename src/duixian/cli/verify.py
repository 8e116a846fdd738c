"""``duixian verify``: proves that what the pages show is what the rows and files say."""

import argparse
import sys

from duixian.cli.progress_bar import LateBar
from duixian.cli.serving import start_django

_ALL_WELL = (
    "全部相符：台账余额与逐笔重算一致，留存的灯与重新亮灯一致，奖励申请的状态和金额与重算一致，来源文件与入库时一致。\n"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb takes none."""
    parser.description = "重算台账余额，核对来源文件的字节，逐项报告不符之处。"


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 -- every verb is called with its arguments
    """Replays the ledger and re-reads every source's bytes; 1 where anything differs."""
    start_django()
    from duixian.cli.proving import wrong_sources  # noqa: PLC0415 -- needs Django
    from duixian.ledgers.acceptances.check import wrong_acceptances  # noqa: PLC0415
    from duixian.ledgers.claims.check import wrong_states  # noqa: PLC0415
    from duixian.ledgers.filings.check import wrong_filings  # noqa: PLC0415
    from duixian.ledgers.handovers.check import wrong_holders  # noqa: PLC0415
    from duixian.ledgers.orders.check import wrong_orders  # noqa: PLC0415
    from duixian.ledgers.progress.check import wrong_balances  # noqa: PLC0415
    from duixian.reports.lit.check import wrong_lights  # noqa: PLC0415
    from duixian.workflow.award_decision import wrong_decisions  # noqa: PLC0415

    wrong = [*wrong_balances(), *wrong_states(), *wrong_orders(), *wrong_decisions(), *wrong_sources()]
    wrong += wrong_lights(notify=LateBar("重新亮灯核对"))
    wrong += [*wrong_holders(), *wrong_filings(), *wrong_acceptances()]
    sys.stdout.writelines(f"不符：{line}\n" for line in wrong)
    sys.stdout.write(f"共 {len(wrong)} 处不符。\n" if wrong else _ALL_WELL)
    return 1 if wrong else 0
