"""第十七条: within how many days an inspected body may object, and within how many it is answered."""

import datetime as dt
from functools import cache
from importlib import resources

from duixian.policy.engine.act import Act, TableShape, number_of
from duixian.policy.engine.act_file import read_act
from duixian.policy.engine.answers import DatedValue

_SHAPE = {"objection_days": TableShape("日", ()), "decision_days": TableShape("日", ())}


class NotInForceError(LookupError):
    """The act gives no such period on that day: that is not zero days."""


@cache
def shipped_act() -> Act:
    """The act as it comes with Duixian."""
    text = resources.files(__package__).joinpath("act.yaml").read_text(encoding="utf-8")
    return read_act(text, file="supervision/act.yaml", shape=_SHAPE)


def objection_days(*, on: dt.date) -> DatedValue:
    """Calendar days after receiving a conclusion, within which to object. Errors: NotInForceError before 2021-02-01."""
    return _value("objection_days", on)


def decision_days(*, on: dt.date) -> DatedValue:
    """Calendar days after receiving an objection, within which to decide. Errors: NotInForceError before 2021-02-01."""
    return _value("decision_days", on)


def _value(table: str, on: dt.date) -> DatedValue:
    found = number_of(shipped_act().value(table, day=on))
    if found is None:
        raise NotInForceError(f"政府督查工作条例自2021年2月1日起施行，{on}还没有“{table}”的规定")
    return found
