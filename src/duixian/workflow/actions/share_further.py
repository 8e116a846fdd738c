"""Shares a share out once more: a county's part to its townships."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from duixian.ledgers.progress.series import Series
from duixian.registers.models import Allocation, SubAllocation
from duixian.units import Refused, gettext_noop, plain
from duixian.workflow.acting import Acting, performing
from duixian.workflow.actions.post_progress import check_answers
from duixian.workflow.figures import check_value

_LONGEST_NAME = 120


class Part(NamedTuple):
    """A township's, unit's or site's part, by the name that its county uses. Units: ``value`` in the target's."""

    name: str
    value: Decimal


def share_further(acting: Acting, share: Allocation, parts: Sequence[Part], *, reason: str = "") -> Allocation:
    """The share with ``parts`` instead of those it had. Whoever reports the share may say so.

    Errors: Refused where the share is not the acting body's, a part cannot be, or parts are replaced without a reason.
    """
    with performing("share_further", acting) as log:
        found = Allocation.objects.select_for_update().get(pk=share.pk)
        check_answers(acting, found.target, Series.for_share(found))
        before = [Part(one.name, one.value) for one in found.parts.all()]
        wanted = [Part(part.name.strip(), part.value) for part in parts]
        _check(found, wanted)
        if before and not reason.strip():
            raise Refused(
                "shares-without-reason", gettext_noop("已有分解，改动须写明原因。原来的分解连同原因记入日志。")
            )
        found.parts.all().delete()
        SubAllocation.objects.bulk_create(SubAllocation(allocation=found, name=n, value=v) for n, v in wanted)
        log.record(
            found.target,
            share=found.pk,
            owner=str(found.owner),
            before=_written(before),
            after=_written(wanted),
            reason=reason.strip(),
        )
        return found


def _check(share: Allocation, parts: Sequence[Part]) -> None:
    if not share.target.additive:
        raise Refused(
            "share-out-of-a-level",
            gettext_noop("“{target}”是{nature}，各地的数加起来不等于它，不能分解。"),
            target=str(share.target),
            nature=str(share.target.get_nature_display()),
        )
    if len({part.name for part in parts}) < len(parts):
        raise Refused("share-twice", gettext_noop("同一地区或单位写了两次。请合成一行，再提交。"))
    for part in parts:
        check_value(share.target, part.value)
        if not part.name or len(part.name) > _LONGEST_NAME:
            raise Refused(
                "part-name",
                gettext_noop("每一份要有名称，不超过 {most} 字，现为“{name}”。"),
                most=_LONGEST_NAME,
                name=part.name,
            )


def _written(parts: Sequence[Part]) -> list[list[str]]:
    return [[part.name, plain(part.value)] for part in parts]
