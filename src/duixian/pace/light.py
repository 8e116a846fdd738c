"""Lights: how a target stands on a day, and why."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.pace.course import Course, course
from duixian.pace.forecast import Forecast, forecast_of
from duixian.pace.judge import code_of
from duixian.pace.looks import Code, Look
from duixian.pace.plan import Figure, Plan
from duixian.pace.scheme import Schemes
from duixian.pace.standing import Standing
from duixian.pace.wording import write_green, write_inputs, write_rule
from duixian.units.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Light:
    """One judgement, with all that explains it; said in words only when asked, for a board lights thousands.

    Shape: ``rule``, ``green`` and the values of ``inputs`` are sentences in Chinese that can be translated; ``word``
    and the labels of ``inputs`` are msgids. ``known_since`` is given where the light was kept, not judged here.
    """

    code: Code
    at: Standing
    course: Course
    known_since: dt.date | None = None

    @property
    def look(self) -> Look:
        """Its word, shape and colour by the scheme in force on its day."""
        return self.at.looks.looks[self.code]

    @property
    def word(self) -> str:
        return self.look.word

    @property
    def shape(self) -> str:
        return self.look.shape

    @property
    def colour(self) -> str:
        """A class name; never the only signal."""
        return self.look.colour

    @property
    def rule(self) -> Sentence:
        """Why the light is what it is."""
        return write_rule(self.code, self.at)

    @property
    def inputs(self) -> Mapping[str, Sentence]:
        """The figures it was judged from, by label, in the order to be shown."""
        return write_inputs(self.at)

    @property
    def green(self) -> Sentence:
        """What would turn it green, or keep it so."""
        return write_green(self.code, self.at)

    @property
    def forecast(self) -> Forecast:
        """When it will be finished at the pace so far, or why that cannot be told."""
        return forecast_of(self.at)

    @property
    def expected(self) -> Decimal:
        """What the plan expects by ``judged_on``, in whole steps of the target and in its unit."""
        return self.at.expected

    @property
    def actual(self) -> Decimal | None:
        """The last figure; None where nothing was reported, which is not zero."""
        return self.at.latest.value if self.at.latest else None

    @property
    def judged_on(self) -> dt.date:
        """The day at whose end the figures are compared."""
        return self.at.judged_on

    @property
    def since(self) -> dt.date:
        """The first day of the present light, by what is known now: a late correction changes it."""
        return self.known_since or self.course.since(self.at.as_of)

    @property
    def until(self) -> dt.date | None:
        """The last day on which it is the same if nothing more is reported; None where time alone changes nothing."""
        return self.course.until(self.at.as_of)


def light(
    plan: Plan,
    figures: Sequence[Figure],
    *,
    as_of: dt.date,
    accepted: dt.date | None = None,
    schemes: Schemes | None = None,
) -> Light:
    """How ``plan`` stands at the end of ``as_of`` by the figures of the days up to then.

    Counted up: ``done`` once the total meets the target; ``overdue`` from the day after the due day; ``behind`` when
    the last figure is lower than expected by more than the tolerance; ``at-risk`` when it is not, but the forecast's
    late side (the scheme's quantile) lies after the due day; ``no-data`` when more than the tolerance is expected and
    nothing was reported; ``not-started`` while nothing is wanted and nothing, or zero, was reported. ``accepted`` is
    done with an acceptance. A level or a limit is checked at the due day and never at risk; a running total that has
    broken its limit is ``behind`` at once.

    Time: a figure is judged on its own day until it is older than the scheme's ``figure_age``, then on ``as_of``:
    nobody falls behind between two monthly reports. Figures after ``as_of`` are not looked at, nor is a later
    acceptance.
    Errors: NotInForceError where no scheme holds on ``as_of``.
    """
    return light_of(course(plan, figures, accepted=accepted, schemes=schemes), as_of=as_of)


def light_of(of: Course, *, as_of: dt.date) -> Light:
    """The same from a course that is already there. Errors: NotInForceError."""
    at = of.at(as_of)
    return Light(code_of(at), at, of)


def forecast(plan: Plan, figures: Sequence[Figure], *, as_of: dt.date, schemes: Schemes | None = None) -> Forecast:
    """When ``plan`` will be met at the pace of its figures up to ``as_of``, between which days, and how that was told.

    Errors: NotInForceError where no scheme holds on ``as_of``.
    """
    return forecast_of(course(plan, figures, schemes=schemes).at(as_of))
