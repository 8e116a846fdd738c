"""Puts one set of shares in the place of another: what must hold for it, and what was there before."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from duixian.ledgers.progress.read import counting
from duixian.ledgers.progress.series import WHOLE, Series
from duixian.registers.lookup import principal
from duixian.registers.models import Allocation, Body, Place, SubAllocation, Target
from duixian.units import Refused, gettext_noop, plain
from duixian.workflow.figures import check_value

_Written = list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a place or a body is given. Units: the target's; of a coverage, the level the place must reach.

    ``topped_up`` is what was put on the assigned ``value`` at that level itself.
    """

    owner: Place | Body
    value: Decimal
    topped_up: Decimal = Decimal(0)

    @property
    def series(self) -> Series:
        """The series in which the share's figures are posted."""
        return Series.of(self.owner)


def replace_shares(target: Target, given: Sequence[Given], *, reason: str) -> dict[str, Any]:
    """Writes the whole set anew; what stays keeps its row. Shape: before, after and reason, for the log.

    Errors: Refused where a share cannot be, where nothing changes, where a set is replaced without a reason, and where
    figures were posted for a share that would vanish.
    """
    locked = Target.objects.select_for_update().get(pk=target.pk)
    held = {Series.for_share(one): one for one in locked.allocations.select_related("place", "body")}
    wanted = {one.series: one for one in given}
    _check_given(locked, given, wanted)
    before, after = _written(held.values()), _as_written(given)
    _check_change(before, after, reason)
    _check_no_figures(locked, (held.keys() or {WHOLE}) - wanted.keys() if wanted else held.keys())
    _write(locked, held, wanted)
    return {"before": before, "after": after, "reason": reason.strip()}


def _check_given(target: Target, given: Sequence[Given], wanted: Mapping[Series, Given]) -> None:
    if len(wanted) < len(given):
        raise Refused("share-twice", gettext_noop("同一地区或单位写了两次。请合成一行，再提交。"))
    for one in given:
        check_value(target, one.value)
        check_value(target, one.topped_up)
        _check_owner(one.owner)


def _check_owner(owner: Place | Body) -> None:
    if isinstance(owner, Place) and owner.valid_to is not None:
        raise Refused(
            "share-of-a-former-place",
            gettext_noop("{place}自 {day} 起已不再使用这个名称，不能再分给它。请选现在的区划。"),
            place=str(owner),
            day=owner.valid_to,
        )
    if isinstance(owner, Body) and owner.same_as_id is not None:
        raise Refused(
            "share-of-another-name",
            gettext_noop("{body}已确认就是{same}，请分给{same}。"),
            body=str(owner),
            same=str(principal(owner)),
        )


def _check_change(before: _Written, after: _Written, reason: str) -> None:
    if before == after:
        raise Refused("shares-unchanged", gettext_noop("与现在的分解相同，没有要改的。"))
    if before and not reason.strip():
        raise Refused("shares-without-reason", gettext_noop("已有分解，改动须写明原因。原来的分解连同原因记入日志。"))


def _check_no_figures(target: Target, leaving: Collection[Series]) -> None:
    """A figure of zero means the same with and without the share, so it hinders nothing."""
    posted = counting().filter(target=target).exclude(value=0)
    for series in {row.series.share for row in posted} & set(leaving):
        owner = series.owner()
        raise Refused(
            "share-has-figures",
            gettext_noop(
                "{owner}已经填报过进度，这一份不能去掉。请先把它的数更正为 0 并写明原因，再改分解，然后按新的分解补报。"
            ),
            owner=str(owner) if owner else str(target),
        )


def _write(target: Target, held: Mapping[Series, Allocation], wanted: Mapping[Series, Given]) -> None:
    leaving = [one.pk for series, one in held.items() if series not in wanted]
    SubAllocation.objects.filter(allocation__in=leaving).delete()
    Allocation.objects.filter(pk__in=leaving).delete()
    for series, one in wanted.items():
        share = held.get(series) or Allocation(target=target, place_id=series.place, body_id=series.body)
        share.value, share.topped_up = one.value, one.topped_up
        share.save()


def _written(shares: Collection[Allocation]) -> _Written:
    return _as_written([Given(owner=one.owner, value=one.value, topped_up=one.topped_up) for one in shares])


def _as_written(given: Sequence[Given]) -> _Written:
    """The shares for the log and for telling whether anything changes, in an order of their own."""
    rows = [
        {
            "place": one.series.place,
            "body": one.series.body,
            "name": str(one.owner),
            "value": plain(one.value),
            "topped_up": plain(one.topped_up),
        }
        for one in given
    ]
    return sorted(rows, key=lambda row: (row["place"] or 0, row["body"] or 0))
