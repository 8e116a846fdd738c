"""Lights: how a target stands on a day, and why."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.pace.looks import LOOKS, Code
from duixian.pace.plan import Figure, Plan
from duixian.pace.scheme import Schemes, shipped_schemes
from duixian.pace.standing import Standing, standing
from duixian.pace.wording import write_green, write_inputs, write_rule
from duixian.units.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Light:
    """One judgement, with all that explains it; said in words only when asked, for a board lights thousands.

    Shape: ``rule``, ``green`` and the values of ``inputs`` are sentences in Chinese that can be translated; ``word``
    and the labels of ``inputs`` are msgids.
    """

    code: Code
    at: Standing

    @property
    def word(self) -> str:
        return LOOKS[self.code].word

    @property
    def shape(self) -> str:
        return LOOKS[self.code].shape

    @property
    def colour(self) -> str:
        """A class name; never the only signal."""
        return LOOKS[self.code].colour

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
    def since(self) -> dt.date | None:
        """The first day of the present state, where one can be told."""
        return _since(self.code, self.at)


def light(plan: Plan, figures: Sequence[Figure], *, as_of: dt.date, schemes: Schemes | None = None) -> Light:
    """How ``plan`` stands at the end of ``as_of`` by the figures known on that day.

    Counted up: ``done`` once the total meets the target; ``overdue`` from the day after the due day; ``behind`` when
    the last figure is lower than expected by more than the tolerance; ``no-data`` when more than the tolerance is
    expected and nothing was reported; ``not-started`` while nothing is wanted and nothing, or zero, was reported.
    A level or a limit is checked at the due day; a running total that has broken its limit is ``behind`` at once.

    Time: a figure is judged on its own day until it is older than the scheme's ``figure_age``, then on ``as_of``:
    nobody falls behind between two monthly reports. Figures after ``as_of`` are not looked at.
    Errors: NotInForceError where no scheme holds on ``as_of``.
    """
    at = standing(plan, figures, as_of=as_of, schemes=schemes or shipped_schemes())
    return Light(_code_of_count(at) if plan.is_counted_up else _code_of_level(at), at)


def _code_of_count(at: Standing) -> Code:
    if at.latest is None:
        return Code.NO_DATA if at.wants_a_figure_by(at.as_of) else Code.NOT_STARTED
    value = at.latest.value
    if at.plan.is_met_by(value):
        return Code.DONE
    if at.as_of > at.plan.due:
        return Code.OVERDUE
    if value == 0 and at.is_before_the_start:
        return Code.NOT_STARTED
    return Code.BEHIND if value < at.wanted_by(at.judged_on) else Code.ON_PACE


def _code_of_level(at: Standing) -> Code:
    due = at.plan.due
    if at.latest is None:
        return Code.NO_DATA if at.as_of >= due else Code.NOT_STARTED
    if at.plan.is_met_by(at.latest.value):
        if at.latest.day >= due:
            return Code.DONE
        return Code.NO_DATA if at.as_of > due else Code.ON_PACE
    if at.as_of > due:
        return Code.OVERDUE
    # A broken limit cannot be mended; any other level has until the due day.
    return Code.BEHIND if at.plan.cumulative or at.as_of == due else Code.ON_PACE


def _since(code: Code, at: Standing) -> dt.date | None:
    match code:
        case Code.DONE:
            reached = at.reached_on()
            return reached if at.plan.is_counted_up or reached is None else max(reached, at.plan.due)
        case Code.OVERDUE:
            return at.plan.due + dt.timedelta(days=1)
        case Code.BEHIND if at.latest and at.plan.is_counted_up:
            return at.first_wanting(at.latest.value)
        case _:
            return None
