"""A comparison as plain JSON values, for programs."""

from typing import Any

from duixian.compiler.comparing.comparison import Comparison, Row, Side
from duixian.compiler.contract import as_json


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """``{"pairs": [{"axis", "first", "second", "rows": […]}], "left_out": […]}``.

    Shape: a row is ``{"relation", "confidence", "first", "second", "top_up", "doubts"}``; each side has the fields of a
    quantity in the reading's own contract. Spans are those of the side's own source.
    """
    return {
        "pairs": [
            {
                "axis": pair.axis.value,
                "first": as_json(pair.first),
                "second": as_json(pair.second),
                "rows": [_row(row) for row in pair.rows],
            }
            for pair in comparison.pairs
        ],
        "left_out": [{**as_json(one.paper), "reason": one.reason.value} for one in comparison.left_out],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "relation": row.relation.value,
        "confidence": as_json(row.confidence),
        "first": _side(row.first),
        "second": _side(row.second),
        "top_up": as_json(row.top_up),
        "doubts": [doubt.value for doubt in row.doubts],
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    return None if side is None else {"at": side.at, **as_json(side.quantity)}
