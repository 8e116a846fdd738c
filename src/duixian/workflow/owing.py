"""What the acting person's body has to report for a month."""

import datetime as dt

from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.owed import Line, lines
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting
from duixian.workflow.filing_scope import check_own_body


def owed_lines(acting: Acting, month: Month) -> tuple[Line, ...]:
    """The figures, in the order of the documents. Errors: Refused for a month that is not over, or without a body."""
    body = check_own_body(acting.account)
    check_month_over(month, today=acting.today)
    return tuple(line for line in lines(as_of=acting.today, body=body) if line.runs_in(month))


def owed_line(acting: Acting, month: Month, key: str) -> Line:
    """The one figure. Errors: Refused where the acting body does not owe it for that month."""
    found = next((line for line in owed_lines(acting, month) if line.key == key), None)
    if found is None:
        raise not_owed(month)
    return found


def not_owed(month: Month) -> Refused:
    """What is said of a figure that is not, or no longer, the acting body's to report."""
    return Refused(
        "filing-not-owed",
        gettext_noop("{year}年{month}月应报的事项与这张表不同（分工或分解可能已有变化），没有写入。请刷新后再填。"),
        year=str(month.year),
        month=str(month.month),
    )


def check_month_over(month: Month, *, today: dt.date) -> None:
    """Errors: Refused before the month's end: a figure by its last day is not known earlier."""
    if today < month.opens:
        raise Refused(
            "filing-not-open",
            gettext_noop("{year}年{month}月还没有结束，{opens}起才能填报。"),
            year=str(month.year),
            month=str(month.month),
            opens=month.opens,
        )
