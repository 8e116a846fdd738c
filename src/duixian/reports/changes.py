"""What changed from one day to another: lights that turned, and figures that moved."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q

from duixian.ledgers.models import Posting
from duixian.pace import SEVERITY, Code
from duixian.registers.models import Target
from duixian.reports.board_filter import BoardFilter, matching
from duixian.reports.lit.lamps import Lamp, lamps
from duixian.reports.lit.models import LitLine
from duixian.reports.lit.read import batched
from duixian.reports.schemes import site_schemes

_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One target, or one share of it (``place`` or ``body`` is its id), that is not as it was.

    Shape: ``before`` and ``now`` are equal where only the figure moved. Time: ``since`` is the first day of the present
    light. Units: ``was`` and ``actual`` in the target's unit, None where nothing was reported.
    """

    target: Target
    place: int | None
    body: int | None
    before: Code
    now: Code
    since: dt.date
    was: Decimal | None
    actual: Decimal | None

    @property
    def turned(self) -> bool:
        return self.before != self.now

    @property
    def worse(self) -> bool:
        """Whether the light is now a worse one."""
        return SEVERITY.index(self.now) < SEVERITY.index(self.before)


def rows(
    *, from_day: dt.date, to_day: dt.date, wanted: BoardFilter | None = None, shares: bool = False, kept: bool = False
) -> tuple[Row, ...]:
    """Everything that is not on ``to_day`` what it was on ``from_day``: turned lights first, the worst now first.

    Time: by what is known now. A figure that was corrected since then is not a change, and one handed in late for a day
    up to ``from_day`` was there all along; an acceptance counts where it stands on ``to_day``.
    ``kept`` says that the kept lights are good for ``to_day``: then only what can have changed is lit.
    Errors: NotInForceError where no scheme holds on one of the days.
    """
    targets = Target.objects.filter(commitment__in=matching(wanted)) if wanted else Target.objects.all()
    if kept:
        targets = targets.filter(_may_have_changed(from_day, to_day))
    keys = list(targets.order_by("pk").values_list("pk", flat=True))
    found = [row for some in batched(keys, _CHUNK) for row in _changed(some, from_day, to_day, shares=shares)]
    return tuple(sorted(found, key=lambda row: (not row.turned, SEVERITY.index(row.now), row.target.pk)))


def _may_have_changed(from_day: dt.date, to_day: dt.date) -> Q:
    """A light that is older than ``from_day`` was the same then, and a figure moves by postings alone."""
    lit = LitLine.objects.filter(target=OuterRef("pk"), since__gt=from_day)
    posted = Posting.objects.filter(target=OuterRef("pk"), day__gt=from_day, day__lte=to_day)
    return Q(Exists(lit)) | Q(Exists(posted))


def _changed(keys: object, from_day: dt.date, to_day: dt.date, *, shares: bool) -> Iterator[Row]:
    for lamp in lamps(keys, as_of=to_day, schemes=site_schemes(), shares=shares):  # type: ignore[arg-type]
        row = _row(lamp, from_day, to_day)
        if row.turned or row.was != row.actual:
            yield row


def _row(lamp: Lamp, from_day: dt.date, to_day: dt.date) -> Row:
    before, now = lamp.course.at(from_day).latest, lamp.course.at(to_day).latest
    return Row(
        target=lamp.target,
        place=lamp.series.place,
        body=lamp.series.body,
        before=lamp.course.code_on(from_day),
        now=lamp.course.code_on(to_day),
        since=lamp.course.since(to_day),
        was=before.value if before else None,
        actual=now.value if now else None,
    )
