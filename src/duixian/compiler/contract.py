"""The reading as plain JSON values: the contract that outside tools rely on."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from duixian.compiler.reading import Reading
from duixian.units import Span, plain

# Kept for the passes themselves; the contract shows the label, title and whole span of a clause.
_INSIDE_ONLY = {"heading", "findings"}


def as_json(value: Any) -> Any:
    """``value`` in JSON's own types: spans as [begin, end], decimals and days as strings."""
    match value:
        case Span():
            return [value.begin, value.end]
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [as_json(item) for item in value]
        case Mapping():
            return {key: as_json(item) for key, item in value.items()}
        case _ if is_dataclass(value):
            return {f.name: as_json(getattr(value, f.name)) for f in fields(value) if f.name not in _INSIDE_ONLY}
        case _:
            return value


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """One object a source: ``{"source", "documents": […], "findings": […]}``."""
    return {
        "source": reading.source,
        "documents": as_json(reading.documents),
        "findings": [as_json_finding(finding) for finding in reading.findings],
    }


def as_json_finding(finding: Any) -> dict[str, Any]:
    """``{"code", "severity", "message", "span"}``."""
    return {f.name: as_json(getattr(finding, f.name)) for f in fields(finding)}
