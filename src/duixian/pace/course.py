"""The course of a plan's lights from day to day: what changes them, since when they are what they are, until when."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from duixian.pace.curve import Curve, expected_on, first_day, plan_curve
from duixian.pace.judge import code_of
from duixian.pace.looks import Code
from duixian.pace.plan import Figure, Plan
from duixian.pace.scheme import Schemes, shipped_schemes
from duixian.pace.standing import Standing, allowance_of, in_order
from duixian.pace.trend import Trend, plan_clock, trends

_ONE_DAY = dt.timedelta(days=1)


class Change(NamedTuple):
    """From ``day`` on the light was ``code``."""

    day: dt.date
    code: Code


@dataclass(frozen=True, slots=True)
class Course:
    """A plan with all its figures, ready to be lit on any day.

    Shape: ``figures`` by rising day, one a day; ``trends`` one for each of them.
    Time: a figure is known from its own day on, whenever it was handed in: a late correction changes the past.
    """

    plan: Plan
    figures: tuple[Figure, ...]
    accepted: dt.date | None
    schemes: Schemes
    curve: Curve
    clock: Curve
    trends: tuple[Trend | None, ...]

    def at(self, day: dt.date) -> Standing:
        """Where the plan stands at the end of ``day``. Errors: NotInForceError where no scheme holds on that day."""
        count = bisect_right(self.figures, day, key=_day_of)
        age = int(self.schemes.on("figure_age", day=day).value)
        tolerance = self.schemes.on("tolerance", day=day).value
        fresh = count and (day - self.figures[count - 1].day).days <= age
        return Standing(
            plan=self.plan,
            curve=self.curve,
            figures=self.figures[:count],
            as_of=day,
            judged_on=self.figures[count - 1].day if fresh else day,
            tolerance=tolerance,
            allowance=allowance_of(self.plan, tolerance),
            figure_age=age,
            clock=self.clock,
            trend=self.trends[count - 1] if count else None,
            quantile=int(self.schemes.on("forecast_quantile", day=day).value),
            least_history=int(self.schemes.on("least_history", day=day).value),
            accepted=self.accepted if self.accepted is not None and self.accepted <= day else None,
            looks=self.schemes.looks_on(day),
        )

    def code_on(self, day: dt.date) -> Code:
        """The light's code at the end of ``day``."""
        return code_of(self.at(day))

    def since(self, day: dt.date) -> dt.date:
        """The first day of the light that burns on ``day``, by what is known now.

        Time: looked for back to the plan's first day (or its first figure's, if earlier): a light that has never been
        another since then is since that day.
        """
        code, since = self.code_on(day), day
        for moment in sorted(self._moments(min(self._first_day(), day), day), reverse=True):
            if self.code_on(moment) != code:
                break
            since = moment
        return since

    def until(self, day: dt.date) -> dt.date | None:
        """The last day on which the light is the same if nothing more is reported; None where time will not change it.

        Figures later than ``day`` are looked at: whoever asks about a past day wants to know what came then.
        """
        code, last = self.code_on(day), self._last_day()
        later = sorted(self._moments(day + _ONE_DAY, last)) if day < last else []
        return next((moment - _ONE_DAY for moment in later if self.code_on(moment) != code), None)

    def changes(self, until: dt.date) -> tuple[Change, ...]:
        """Every change of the light up to ``until``, the first being what it was on the plan's first day."""
        found: list[Change] = []
        for moment in sorted(self._moments(min(self._first_day(), until), until)):
            code = self.code_on(moment)
            if not found or found[-1].code != code:
                found.append(Change(moment, code))
        return tuple(found)

    def _first_day(self) -> dt.date:
        """From when on anything can be said."""
        first = min([self.plan.begins, self.plan.due, *(figure.day for figure in self.figures[:1])])
        return max(first, self.schemes.first_day())

    def _last_day(self) -> dt.date:
        """From when on time alone changes nothing any more."""
        days = [self.plan.due, *self.schemes.turns(), *([self.accepted] if self.accepted else [])]
        if self.figures:
            days.append(self.figures[-1].day + dt.timedelta(days=max(self._ages())))
        return max(days) + _ONE_DAY

    def _moments(self, first: dt.date, last: dt.date) -> set[dt.date]:
        """``first`` and every day after it, up to ``last``, on which the light may differ from the day before.

        A scheme's turn, a figure, the end of its age, an acceptance, the due day and the day after change what counts;
        between them only the curve moves, and it crosses what stands on days that can be worked out.
        """
        due = self.plan.due
        days = {first, due, due + _ONE_DAY, *self.schemes.turns()}
        days.update(figure.day for figure in self.figures)
        if self.accepted is not None:
            days.add(self.accepted)
        days.update(self._silences())
        return {day for day in days if first <= day <= last}

    def _silences(self) -> Iterator[dt.date]:
        """The days on which silence begins to count: before the first figure, and when one is older than its age."""
        if self.plan.is_counted_up:
            yield from self._crossings(None)
        for number, figure in enumerate(self.figures, 1):
            ends = [figure.day + dt.timedelta(days=age + 1) for age in self._ages()]
            yield from ends
            followed = number < len(self.figures) and self.figures[number].day <= min(ends)
            if self.plan.is_counted_up and not followed:
                yield from self._crossings(figure.value)

    def _crossings(self, value: Decimal | None) -> Iterator[dt.date]:
        """The days on which the curve first expects anything, and more than ``value`` by each tolerance there was."""
        yield first_day(self.curve, lambda day: expected_on(self.curve, day) > 0)
        at = self.at(self._first_day())
        for tolerance in {dated.value for dated in self.schemes.values["tolerance"]}:
            at = replace(at, tolerance=tolerance, allowance=allowance_of(self.plan, tolerance))
            yield at.first_wanting(value) if value is not None else first_day(self.curve, at.wants_a_figure_by)

    def _ages(self) -> set[int]:
        return {int(dated.value) for dated in self.schemes.values["figure_age"]}


def course(
    plan: Plan,
    figures: Sequence[Figure],
    *,
    accepted: dt.date | None = None,
    schemes: Schemes | None = None,
) -> Course:
    """The course of ``plan`` with these figures, in any order; of several on one day the one given last holds.

    Time: ``accepted`` is the day of an acceptance that stands, None where there is none.
    """
    curve, known = plan_curve(plan), in_order(figures)
    clock = plan_clock(plan, curve) if plan.is_counted_up else curve
    return Course(
        plan=plan,
        figures=known,
        accepted=accepted,
        schemes=schemes or shipped_schemes(),
        curve=curve,
        clock=clock,
        trends=trends(clock, known) if plan.is_counted_up else (None,) * len(known),
    )


def history(
    plan: Plan,
    figures: Sequence[Figure],
    *,
    until: dt.date,
    accepted: dt.date | None = None,
    schemes: Schemes | None = None,
) -> tuple[Change, ...]:
    """Every change of the plan's light up to ``until``, by what is known now: the replay of all that moves it.

    Shape: rising days, each code unlike the one before; the first entry is the plan's first day (or figure's).
    Errors: NotInForceError where ``until`` lies before every scheme.
    """
    return course(plan, figures, accepted=accepted, schemes=schemes).changes(until)


def _day_of(figure: Figure) -> dt.date:
    return figure.day
