"""What a reported figure must be, whoever reports it."""

import datetime as dt
from decimal import Decimal

from duixian.registers.models import Nature, Target
from duixian.units import Refused, gettext_noop, plain

# Far above any promise of a province; a slipped key (a phone number, a date) lies beyond it.
_MOST_TIMES_TARGET = 1000
# Indivisible things; 0.5 of them is a slip, not a figure.
_WHOLE_UNITS = frozenset(
    (
        "个",
        "户",
        "人",
        "人次",
        "套",
        "座",
        "所",
        "家",
        "场",
        "场次",
        "次",
        "处",
        "台",
        "项",
        "间",
        "名",
        "辆",
        "批次",
        "期",
    )
)
_PLACES = 4


def check_value(target: Target, value: Decimal) -> None:
    """Errors: Refused for a figure that is negative, absurdly large, over-precise or half of an indivisible thing."""
    name, unit = str(target), target.unit
    if not value.is_finite() or value < 0:
        raise Refused("value-negative", gettext_noop("数值不能是负数。“{target}”请填 0 或更大的数。"), target=name)
    # A place of a coverage reports what it has reached, not a percentage.
    if unit == "%" and target.nature != Nature.COVERAGE and value > Decimal(100):
        raise Refused("rate-over-100", gettext_noop("比率不能超过 100%，现填 {value}%。请核对。"), value=plain(value))
    if target.cumulative and value > max(target.value, Decimal(1)) * _MOST_TIMES_TARGET:
        raise Refused(
            "value-too-large",
            gettext_noop("填报的 {value}{unit} 超过目标 {goal}{unit} 的一千倍，像是误填，没有写入。请核对单位和数字。"),
            value=plain(value),
            goal=plain(target.value),
            unit=unit,
        )
    if unit in _WHOLE_UNITS and value != value.to_integral_value():
        raise Refused(
            "value-not-whole",
            gettext_noop("“{unit}”是整数单位，现填 {value}。请填整数。"),
            unit=unit,
            value=plain(value),
        )
    if value != round(value, _PLACES):
        raise Refused("value-too-fine", gettext_noop("最多四位小数，现填 {value}。"), value=plain(value))


def check_day(target: Target, day: dt.date, *, today: dt.date) -> None:
    """Errors: Refused for a day in the future, or before the target's period begins."""
    if day > today:
        raise Refused(
            "day-in-future",
            gettext_noop("截至日 {day} 晚于今天（{today}）。只能填报已经发生的进度。"),
            day=day,
            today=today,
        )
    if day < target.begins:
        raise Refused(
            "day-before-period",
            gettext_noop("截至日 {day} 早于本指标的起算日 {begins}。请核对日期。"),
            day=day,
            begins=target.begins,
        )
