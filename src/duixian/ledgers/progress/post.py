"""The only writer of the progress ledger: a posting and its balance, in one transaction."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from duixian.ledgers.progress.models import Balance, Posting
from duixian.registers.models import Account, Body, Place, Target
from duixian.units import Refused, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What somebody reports.

    Units: ``value`` in the target's unit, counted from the target's beginning up to the end of ``day``.
    Shape: ``seen`` is the id of the newest posting its writer had before them, None where there was none.
    """

    day: dt.date
    value: Decimal
    note: str = ""
    seen: int | None = None


def post_figure(
    target: Target, figure: Figure, *, place: Place | None, body: Body | None, by: Account, at: dt.datetime
) -> Posting:
    """The new row, after which it is the balance.

    Errors: Refused where the target is shared out and no place is named (or the reverse), where somebody else has
    posted since ``seen``, where the day is not after the newest one, and where a running total falls without a reason.
    """
    with transaction.atomic():
        balance = _locked_balance(target, place)
        _check_place(target, place)
        _check_nobody_was_faster(balance, figure)
        if balance is not None:
            _check_follows(balance, figure, target=target)
        posting = _insert(target, figure, place=place, body=body, by=by, at=at)
        _keep_balance(posting)
        return posting


def correct_posting(
    wrong: Posting, *, value: Decimal, reason: str, body: Body | None, by: Account, at: dt.datetime
) -> Posting:
    """The row that stands for ``wrong`` on the same day.

    Errors: Refused without a reason, or where ``wrong`` was corrected already.
    """
    with transaction.atomic():
        _locked_balance(wrong.target, wrong.place)
        if not reason.strip():
            raise Refused("correction-without-reason", gettext_noop("更正没有写原因。请写明为什么更正，再提交。"))
        later = Posting.objects.filter(corrects=wrong).first()
        if later is not None:
            raise Refused(
                "corrected-already",
                gettext_noop("{day} 的这一笔已经更正过（现为 {value}）。请刷新页面，更正最新的一笔。"),
                day=wrong.day,
                value=later.value,
            )
        figure = Figure(day=wrong.day, value=value, note=reason.strip())
        posting = _insert(wrong.target, figure, place=wrong.place, body=body, by=by, at=at, corrects=wrong)
        _keep_balance(posting)
        return posting


def _locked_balance(target: Target, place: Place | None) -> Balance | None:
    """The balance, with the target's row locked: of two writers at once the second sees what the first wrote."""
    Target.objects.select_for_update().get(pk=target.pk)
    return Balance.objects.filter(target=target, place=place).first()


def _check_place(target: Target, place: Place | None) -> None:
    shared_out = target.allocations.exists()
    if shared_out and place is None:
        raise Refused(
            "place-missing", gettext_noop("“{target}”已分解到各地，请选择填报哪一地的数。"), target=str(target)
        )
    if place is not None and not target.allocations.filter(place=place).exists():
        raise Refused(
            "place-without-share",
            gettext_noop("“{target}”没有分解给{place}，不能按{place}填报。请核对地区。"),
            target=str(target),
            place=str(place),
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
            value=balance.value,
        )


def _check_follows(balance: Balance, figure: Figure, *, target: Target) -> None:
    if figure.day <= balance.day:
        raise Refused(
            "day-not-after-last",
            gettext_noop("已有截至 {last} 的数，新填报须晚于这一天；要改已填的数，请用“更正”。"),
            last=balance.day,
        )
    if target.cumulative and figure.value < balance.value and not figure.note.strip():
        raise Refused(
            "total-falls-without-reason",
            gettext_noop(
                "累计数 {value} 小于上次（{day}）的 {last}。累计数只有写明原因才能减少："
                "请在“说明”里写原因，或核对数字。"
            ),
            value=figure.value,
            day=balance.day,
            last=balance.value,
        )


def _insert(
    target: Target,
    figure: Figure,
    *,
    place: Place | None,
    body: Body | None,
    by: Account,
    at: dt.datetime,
    corrects: Posting | None = None,
) -> Posting:
    return Posting.objects.create(
        target=target,
        place=place,
        day=figure.day,
        value=figure.value,
        note=figure.note.strip(),
        body=body,
        posted_by=by,
        posted_at=at,
        corrects=corrects,
    )


def _keep_balance(posting: Posting) -> None:
    """The balance follows the newest day; a correction of an older day leaves it alone."""
    balance = Balance.objects.filter(target=posting.target, place=posting.place).first()
    if balance is None:
        balance = Balance(target=posting.target, place=posting.place)
    elif posting.day < balance.day:
        return
    balance.posting, balance.day, balance.value = posting, posting.day, posting.value
    balance.save()
