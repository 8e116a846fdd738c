"""The only writer of the progress ledger: a posting and its balance, in one transaction."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from duixian.ledgers.filings.models import Filing
from duixian.ledgers.filings.read import check_month_unlocked
from duixian.ledgers.progress.models import Balance, Posting
from duixian.ledgers.progress.read import counting
from duixian.ledgers.progress.series import WHOLE, Series, total_after
from duixian.registers.models import Account, Body, Counting, Nature, Target
from duixian.units import Refused, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What somebody reports.

    Units: ``value`` in the target's unit: counted from the target's beginning up to the end of ``day``, or, where the
    target's figures are increments, what was added since the row before.
    Shape: ``seen`` is the id of the posting that the balance named when its writer looked, None where there was none.
    """

    day: dt.date
    value: Decimal
    note: str = ""
    seen: int | None = None


def post_figure(
    target: Target,
    figure: Figure,
    *,
    series: Series,
    body: Body | None,
    by: Account,
    at: dt.datetime,
    filing: Filing | None = None,
) -> Posting:
    """The new row; its series' balance follows. A day between two others may be filled in late.

    Errors: Refused where the series is not one the target is reported by, where somebody else has posted since
    ``seen``, where the day has a figure already, and where a running total falls without a reason.
    """
    with transaction.atomic():
        locked, balance = _locked(target, series)
        check_series(locked, series)
        check_month_unlocked(locked, series, figure.day)
        _check_nobody_was_faster(balance, figure)
        _check_follows(locked, figure, rows=_rows(locked, series))
        posting = _insert(locked, figure, series=series, body=body, by=by, at=at, filing=filing)
        _keep_balance(locked, series)
        return posting


def correct_posting(
    wrong: Posting,
    *,
    value: Decimal,
    reason: str,
    body: Body | None,
    by: Account,
    at: dt.datetime,
    filing: Filing | None = None,
) -> Posting:
    """The row that stands for ``wrong`` on the same day; every later running total follows.

    Errors: Refused without a reason, or where ``wrong`` was corrected already.
    """
    with transaction.atomic():
        locked, _ = _locked(wrong.target, wrong.series)
        if not reason.strip():
            raise Refused("correction-without-reason", gettext_noop("更正没有写原因。请写明为什么更正，再提交。"))
        _check_uncorrected(wrong)
        check_month_unlocked(locked, wrong.series, wrong.day)
        figure = Figure(day=wrong.day, value=value, note=reason.strip())
        series = wrong.series
        posting = _insert(locked, figure, series=series, body=body, by=by, at=at, filing=filing, corrects=wrong)
        _keep_balance(locked, series)
        return posting


def rebuild_balances(target: Target) -> None:
    """Recomputes every balance of the target from its rows: for when it is typed anew."""
    for balance in Balance.objects.filter(target=target):
        _keep_balance(target, Series(balance.place_id, balance.for_body_id, balance.counter))


def check_series(target: Target, series: Series) -> None:
    """Errors: Refused where the target is not reported by this place, body or counter."""
    _check_counter(target, series)
    shares = set(target.allocations.values_list("place", "body"))
    if series.share == WHOLE:
        if target.nature == Nature.COVERAGE:
            raise Refused(
                "coverage-is-computed",
                gettext_noop("“{target}”是按达到的地区数算出来的，不能直接填。请先列明各地，再逐地填报。"),
                target=str(target),
            )
        if shares:
            raise Refused(
                "place-missing",
                gettext_noop("“{target}”已经分解，请选择填报哪一地、哪个单位的数。"),
                target=str(target),
            )
    elif (series.place, series.body) not in shares:
        raise Refused(
            "place-without-share",
            gettext_noop("“{target}”没有分解给{owner}，不能按{owner}填报。请核对地区或单位。"),
            target=str(target),
            owner=str(series.owner()),
        )


def _check_counter(target: Target, series: Series) -> None:
    if series.decides:
        return
    if not target.additive:
        raise Refused(
            "counter-of-a-level",
            gettext_noop("“{target}”是{nature}，没有开工、投用之分。"),
            target=str(target),
            nature=str(target.get_nature_display()),
        )
    if series.counter == target.counter:
        raise Refused(
            "counter-decides",
            gettext_noop("“{target}”本身就按{counter}计，请直接填报。"),
            target=str(target),
            counter=str(target.get_counter_display()),
        )


def _locked(target: Target, series: Series) -> tuple[Target, Balance | None]:
    """The target as it is now, its row locked, and the balance: of two writers the second sees what the first wrote."""
    locked = Target.objects.select_for_update().get(pk=target.pk)
    balance = Balance.objects.filter(target=target, **series.columns).select_related("posting__posted_by").first()
    return locked, balance


def _rows(target: Target, series: Series) -> list[Posting]:
    """The counting rows of one series by rising day."""
    return list(counting().filter(target=target, **series.columns).order_by("day", "pk"))


def _check_uncorrected(wrong: Posting) -> None:
    later = Posting.objects.filter(corrects=wrong).first()
    if later is not None:
        raise Refused(
            "corrected-already",
            gettext_noop("{day} 的这一笔已经更正过（现为 {value}）。请刷新页面，更正最新的一笔。"),
            day=wrong.day,
            value=later.value,
        )


def _check_nobody_was_faster(balance: Balance | None, figure: Figure) -> None:
    if balance is not None and balance.posting_id != figure.seen:
        raise Refused(
            "posted-meanwhile",
            gettext_noop(
                "在您填写期间，{who}已填报 {day} 的数 {value}。您的数没有写入；请看过最新的数，需要时再提交一次。"
            ),
            who=balance.posting.posted_by.full_name,
            day=balance.day,
            value=balance.posting.value,
        )


def _check_follows(target: Target, figure: Figure, *, rows: Sequence[Posting]) -> None:
    if any(row.day == figure.day for row in rows):
        raise Refused(
            "day-has-a-figure",
            gettext_noop("{day} 已经有数。同一天只有一个数；要改已填的数，请用“更正”。"),
            day=figure.day,
        )
    if not target.cumulative or target.counting == Counting.INCREMENT or figure.note.strip():
        return
    before = next((row for row in reversed(rows) if row.day < figure.day), None)
    after = next((row for row in rows if row.day > figure.day), None)
    if before is not None and figure.value < before.value:
        raise _fall(figure.value, figure.day, than=before)
    if after is not None and figure.value > after.value:
        raise _fall(after.value, after.day, than=Figure(day=figure.day, value=figure.value))


def _fall(value: Decimal, day: dt.date, *, than: Posting | Figure) -> Refused:
    return Refused(
        "total-falls-without-reason",
        gettext_noop(
            "累计数到 {day} 是 {value}，小于 {earlier} 的 {last}。累计数只有写明原因才能减少："
            "请在“说明”里写原因，或核对数字。"
        ),
        value=value,
        day=day,
        earlier=than.day,
        last=than.value,
    )


def _insert(
    target: Target,
    figure: Figure,
    *,
    series: Series,
    body: Body | None,
    by: Account,
    at: dt.datetime,
    filing: Filing | None,
    corrects: Posting | None = None,
) -> Posting:
    return Posting.objects.create(
        target=target,
        **series.columns,
        day=figure.day,
        value=figure.value,
        note=figure.note.strip(),
        body=body,
        posted_by=by,
        posted_at=at,
        filing=filing,
        corrects=corrects,
    )


def _keep_balance(target: Target, series: Series) -> None:
    """The newest counting row of the series and the running total up to its day, replayed from all of its rows."""
    rows = _rows(target, series)
    total: Decimal | None = None
    for row in rows:
        total = total_after(total, row.value, counting=target.counting)
    kept: dict[str, Any] = {"posting": rows[-1], "day": rows[-1].day, "value": total}
    Balance.objects.update_or_create(target=target, **series.columns, defaults=kept)
