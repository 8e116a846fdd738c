"""The orders that a rule proposes: a target that is overdue, or was behind at the end of two months running."""

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duixian.ledgers.orders.read import open_orders, set_aside
from duixian.pace import Code, Light
from duixian.registers.models import Body, Commitment, Part, Target
from duixian.reports.figures import milestones_of, plan_of, with_all
from duixian.reports.lit.models import LitLine
from duixian.reports.lit.read import kept_light, lit_on
from duixian.reports.lit.refresh import is_fresh
from duixian.units import Sentence, gettext_noop

OVERDUE, BEHIND_TWICE = "overdue", "behind-two-periods"
RULES: Mapping[str, str] = {
    OVERDUE: gettext_noop("期限已过，没有完成"),
    BEHIND_TWICE: gettext_noop("连续两个月末都滞后"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One order that could be opened. ``body`` is the first that leads the target, None where nobody does.

    Time: ``since`` is the first day of the present light.
    """

    rule: str
    target: Target
    body: Body | None
    light: Light
    since: dt.date

    @property
    def reason(self) -> Sentence:
        """Why the rule proposes it, before the light's own rule."""
        return Sentence(RULES[self.rule])


def rows(*, as_of: dt.date) -> tuple[Row, ...]:
    """What the rules propose on ``as_of``, longest standing first.

    Nothing is proposed while an order about the target is open, nor after somebody set it aside until the light has
    changed since. Errors: NotInForceError where no scheme holds on ``as_of``.
    """
    found = {line.target_id: (rule, line) for line in _lines(as_of) if (rule := _rule(line, as_of=as_of))}
    for target in _spoken_for(found):
        del found[target]
    commitments = with_all(Commitment.objects.filter(targets__in=found).distinct())
    made = (row for commitment in commitments for row in _rows(commitment, found, as_of=as_of))
    return tuple(sorted(made, key=lambda row: (row.since, row.target.pk)))


def row_about(target: Target, *, rule: str, as_of: dt.date) -> Row | None:
    """What ``rule`` proposes about one target; None where it proposes nothing."""
    return next((row for row in rows(as_of=as_of) if row.target == target and row.rule == rule), None)


def two_month_ends_before(day: dt.date) -> dt.date:
    """The earlier of the last two ends of months up to ``day``.

    >>> two_month_ends_before(dt.date(2026, 9, 30)).isoformat(), two_month_ends_before(dt.date(2026, 3, 15)).isoformat()
    ('2026-08-31', '2026-01-31')
    """
    ends_month = day.day == calendar.monthrange(day.year, day.month)[1]
    last = day if ends_month else day.replace(day=1) - dt.timedelta(days=1)
    return last.replace(day=1) - dt.timedelta(days=1)


def _lines(as_of: dt.date) -> Iterator[LitLine]:
    if is_fresh(as_of):
        yield from LitLine.objects.filter(place=None, for_body=None, code__in=(Code.OVERDUE, Code.BEHIND))
        return
    every = Target.objects.values_list("pk", flat=True)
    yield from (lit.whole for lit in lit_on(as_of, targets=list(every), kept=False, shares=False).values())


def _rule(line: LitLine, *, as_of: dt.date) -> str | None:
    if line.code == Code.OVERDUE:
        return OVERDUE
    behind_twice = line.code == Code.BEHIND and line.since is not None and line.since <= two_month_ends_before(as_of)
    return BEHIND_TWICE if behind_twice else None


def _spoken_for(found: Mapping[int, tuple[str, LitLine]]) -> set[int]:
    """The targets about which something was done already."""
    ordered = open_orders().filter(target__in=found).values_list("target", flat=True)
    aside = {
        row.target_id
        for row in set_aside().filter(target__in=found)
        if row.rule == found[row.target_id][0] and (found[row.target_id][1].since or dt.date.min) <= row.day
    }
    return {target for target in ordered if target is not None} | aside


def _rows(commitment: Commitment, found: Mapping[int, tuple[str, LitLine]], *, as_of: dt.date) -> Iterator[Row]:
    for target in commitment.targets.all():
        if target.pk in found:
            rule, line = found[target.pk]
            light = kept_light(line, plan_of(target, milestones_of(target, commitment)), day=as_of)
            yield Row(rule, target, _lead(target, commitment), light, line.since or as_of)


def _lead(target: Target, commitment: Commitment) -> Body | None:
    """The first body that leads the target's own measure, else its commitment."""
    assignments = list(commitment.assignments.all())
    own = [item for item in assignments if item.measure_id == target.measure_id]
    for assignment in own or assignments:
        for seat in assignment.seats.all():
            if seat.part == Part.LEAD:
                return seat.body
    return None
