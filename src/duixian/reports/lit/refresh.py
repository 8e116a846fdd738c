"""The only writer of the kept lights: lights again what an act or the calendar may have changed, and nothing else."""

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from django.db import InternalError, OperationalError, transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery, Value

import duixian
from duixian.ledgers.models import Entry
from duixian.pace import SEVERITY, Schemes, light_of
from duixian.registers.models import Target
from duixian.reports.lit.following import touched
from duixian.reports.lit.lamps import Lamp, lamps
from duixian.reports.lit.models import LitLine, LitMark
from duixian.reports.schemes import site_schemes

# So many of the last entries are looked through again for those that were committed late.
_OVERLAP = 500
# A page looks at its watch after so many targets; who has all the time takes more at once.
_CHUNK, _LARGE_CHUNK = 25, 200
# What a page gives to bringing them up to date; what is longer shows its progress, on the command line.
SECONDS = 1.5
_FOREVER_AGO = dt.date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Freshness:
    """How the kept lines stand: good for ``day`` where ``complete``, else those of ``waiting`` targets are not."""

    day: dt.date
    complete: bool
    waiting: int


def refresh(
    *, day: dt.date, seconds: float | None = None, notify: Callable[[int, int], None] | None = None
) -> Freshness:
    """Makes the kept lines good for ``day``, within about ``seconds`` where given.

    What the log says since the last time and what the calendar has run out is marked first, then lit again a few
    targets at a time, each few in one transaction with the mark's row locked: two at once wait for each other, one
    that is stopped leaves every line either old and marked or new. ``notify`` is told how many are done, of how many.
    Errors: OperationalError or InternalError where nothing can be written; NotInForceError before every scheme.
    """
    if is_fresh(day):
        return Freshness(day, complete=True, waiting=0)
    begun, done = time.monotonic(), 0
    while True:
        with transaction.atomic():
            mark, schemes = _followed(day), site_schemes()
            waiting = _waiting(day)
            some = list(waiting.values_list("pk", flat=True)[: _CHUNK if seconds is not None else _LARGE_CHUNK])
            _light(some, day=day, schemes=schemes)
            left = waiting.count()
            mark.complete = not left
            mark.save()
        done += len(some)
        if notify:
            notify(done, done + left)
        if not left or (seconds is not None and time.monotonic() - begun > seconds):
            return Freshness(day, complete=not left, waiting=left)


def refreshed(*, day: dt.date, seconds: float | None) -> Freshness | None:
    """The same for a page: None where the lines cannot be written now (a copy that is read only, a long lock).

    SQLite calls both operational errors, PostgreSQL the first an internal one; anything else is a bug and is raised.

    A page that gets None, or lines that are not complete, still has an answer: it lights from memory, or says so.
    """
    try:
        return refresh(day=day, seconds=seconds)
    except (OperationalError, InternalError):
        return None


def line_of_lamp(lamp: Lamp, *, day: dt.date) -> LitLine:
    """The unsaved line of a lamp on ``day``."""
    lit = light_of(lamp.course, as_of=day)
    latest, forecast = lit.at.latest, lit.forecast
    return LitLine(
        target=lamp.target,
        commitment_id=lamp.target.commitment_id,
        place_id=lamp.series.place,
        for_body_id=lamp.series.body,
        year=lamp.target.commitment.year,
        code=lit.code.value,
        severity=SEVERITY.index(lit.code),
        since=lit.since,
        day_from=day,
        day_until=lit.until,
        value=latest.value if latest else None,
        value_day=latest.day if latest else None,
        early=forecast.early,
        median=forecast.median,
        late=forecast.late,
    )


def unfollowed_targets(mark: LitMark) -> set[int] | None:
    """The targets whose lights acts since the last refresh may have changed; None where it may be all of them."""
    if mark.schemes != fingerprint(site_schemes()):
        return None
    return touched((subject, key) for _, subject, key in _unfollowed(mark))


def fingerprint(schemes: Schemes) -> str:
    """What the lines were lit by: another scheme, or another release of Duixian, lights them all again."""
    return hashlib.sha256(f"{duixian.__version__} {schemes!r}".encode()).hexdigest()


def is_fresh(day: dt.date) -> bool:
    """Whether the kept lines are good for ``day`` as they are; what every page asks, in one query, without a lock.

    Entries are never removed: where the newest is the one followed last, and as many stand in the overlap as were
    followed there, all of them were.
    """
    entries = Entry.objects.order_by()
    overlap = entries.filter(pk__gt=OuterRef("entry") - _OVERLAP).values(one=Value(1))
    mark = (
        LitMark.objects.filter(pk=1)
        .annotate(
            newest=Subquery(entries.values(one=Value(1)).values(newest=Max("pk"))),
            in_overlap=Subquery(overlap.values(count=Count("*"))),
        )
        .first()
    )
    if mark is None or not mark.complete or mark.day != day or mark.schemes != fingerprint(site_schemes()):
        return False
    return (mark.newest or 0) == mark.entry and (mark.in_overlap or 0) == len(mark.recent)


def _unfollowed(mark: LitMark) -> Iterator[tuple[int, str, int]]:
    """The entries that were not followed yet, those that came late among them."""
    recent = set(mark.recent)
    found = Entry.objects.filter(pk__gt=mark.entry - _OVERLAP).order_by("pk").values_list("pk", "subject", "subject_id")
    return (entry for entry in found if entry[0] not in recent)


def _followed(day: dt.date) -> LitMark:
    """The mark, locked and brought up to date: whatever is no longer good is marked so. The caller saves it."""
    mark, by = _locked_mark(), fingerprint(site_schemes())
    # A clock that was set back: a line says nothing about the days before it was lit.
    if mark.schemes != by or (mark.day is not None and day < mark.day):
        LitLine.objects.update(day_until=_FOREVER_AGO)
    entries = list(_unfollowed(mark))
    changed = touched((subject, key) for _, subject, key in entries)
    lines = LitLine.objects.all() if changed is None else LitLine.objects.filter(target__in=changed)
    if changed is None or changed:
        lines.update(day_until=_FOREVER_AGO)
    mark.entry = max([mark.entry, *(pk for pk, _, _ in entries)])
    seen = {*mark.recent, *(pk for pk, _, _ in entries)}
    mark.recent = sorted(pk for pk in seen if pk > mark.entry - _OVERLAP)
    mark.day, mark.schemes = day, by
    return mark


def _locked_mark() -> LitMark:
    """The mark's row, locked. One just made has followed the log to its end, for every line is lit after it."""
    _, made = LitMark.objects.get_or_create(pk=1)
    mark = LitMark.objects.select_for_update().get(pk=1)
    if made:
        LitLine.objects.update(day_until=_FOREVER_AGO)
        mark.entry = Entry.objects.aggregate(last=Max("pk"))["last"] or 0
        mark.recent = list(Entry.objects.filter(pk__gt=mark.entry - _OVERLAP).values_list("pk", flat=True))
    return mark


def _waiting(day: dt.date) -> QuerySet[Target]:
    """The targets without a line, or with one that is no longer good on ``day``."""
    out_of_date = LitLine.objects.filter(day_until__lt=day).order_by().values("target")
    unlit = ~Exists(LitLine.objects.filter(target=OuterRef("pk")))
    return Target.objects.filter(Q(pk__in=out_of_date) | unlit).order_by("pk")


def _light(targets: Collection[int], *, day: dt.date, schemes: Schemes) -> None:
    LitLine.objects.filter(target__in=targets).delete()
    LitLine.objects.bulk_create(line_of_lamp(lamp, day=day) for lamp in lamps(targets, as_of=day, schemes=schemes))
