"""What operations are asked with: bounded numbers, days that can be, texts without control characters."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Schema
from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from duixian.api.sign_in import acting_now
from duixian.units import Refused, gettext_noop, parse_decimal

_MOST_KEY = 2**63 - 1
_FIRST_DAY = dt.date(2000, 1, 1)

Key = Annotated[int, Field(ge=1, le=_MOST_KEY)]
Year = Annotated[int, Field(ge=2000, le=2200)]
# The characters that no keyboard types are refused: one of them, NUL, some databases cannot hold.
Words = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$")]
Code = Annotated[str, StringConstraints(min_length=1, max_length=20, pattern=r"^[0-9A-Za-z-]+$")]


def _exact(written: Any) -> Decimal:
    """A number in plain digits inside a string: a JSON number would have been a float on its way here."""
    if not isinstance(written, str) or (value := parse_decimal(written)) is None:
        raise ValueError('a decimal number in a string, such as "12.5"')
    return value


Exact = Annotated[
    Decimal,
    BeforeValidator(_exact),
    Field(ge=0, max_digits=20, decimal_places=4),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{1,16}(\.[0-9]{1,4})?$", "examples": ["12.5"]}),
]


class Paged(Schema):
    """Which part of a long list: ``page`` from 1, ``size`` rows each."""

    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(50, ge=1, le=200)


class AsOf(Paged):
    """The day at whose end it is asked how things stood; today where none is given."""

    as_of: dt.date | None = None


def day_of(request: HttpRequest, asked: dt.date | None) -> dt.date:
    """The asked day. Errors: Refused for a day that has not come, or one before anything could be known."""
    today = acting_now(request).today
    day = asked or today
    if day > today or day < _FIRST_DAY:
        raise Refused(
            "as-of-out-of-range",
            gettext_noop("截至日 {day} 不在 {first} 到今天（{today}）之间。"),
            day=day,
            first=_FIRST_DAY,
            today=today,
        )
    return day
