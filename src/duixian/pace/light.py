"""Lights: how a target stands on a day, and why."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.pace.looks import LOOKS, Code
from duixian.pace.plan import Figure, Plan
from duixian.pace.scheme import Schemes, shipped_schemes
from duixian.pace.sentence import Sentence
from duixian.pace.standing import Standing, standing
from duixian.pace.wording import write_green, write_inputs, write_rule


@dataclass(frozen=True, slots=True)
class Light:
    """One judgement, with all that explains it.

    Shape: ``rule``, ``green`` and the values of ``inputs`` are sentences in Chinese that can be translated; ``word``
    and the labels of ``inputs`` are msgids. ``actual`` is None where nothing was reported: that is not zero.
    Units: ``expected`` and ``actual`` in the target's unit, ``expected`` in whole steps of the target.
    Time: judged at the end of ``judged_on``; ``since`` is the first day of the present state where one can be told.
    """

    code: Code
    word: str
    shape: str
    colour: str
    rule: Sentence
    inputs: Mapping[str, Sentence]
    green: Sentence
    expected: Decimal
    actual: Decimal | None
    judged_on: dt.date
    since: dt.date | None


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
    code = _code_of_count(at) if plan.is_counted_up else _code_of_level(at)
    look = LOOKS[code]
    return Light(
        code=code,
        word=look.word,
        shape=look.shape,
        colour=look.colour,
        rule=write_rule(code, at),
        inputs=write_inputs(at),
        green=write_green(code, at),
        expected=at.expected,
        actual=at.latest.value if at.latest else None,
        judged_on=at.judged_on,
        since=_since(code, at),
    )


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
