"""Lays documents beside each other: what a later year keeps or drops, what a lower level took over and topped up."""

from duixian.compiler.comparing.compare import compare
from duixian.compiler.comparing.comparison import Comparison, Relation
from duixian.compiler.comparing.contract import comparison_as_json

__all__ = ["Comparison", "Relation", "compare", "comparison_as_json"]
