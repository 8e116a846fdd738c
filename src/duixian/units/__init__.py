"""Exact values that every room shares: spans, findings, decimal amounts, sentences, refusals."""

from duixian.units.amount import parse_decimal, plain, trimmed
from duixian.units.finding import Finding, Severity
from duixian.units.refusal import Refused
from duixian.units.sentence import Sentence, gettext_noop
from duixian.units.span import Span

__all__ = [
    "Finding",
    "Refused",
    "Sentence",
    "Severity",
    "Span",
    "gettext_noop",
    "parse_decimal",
    "plain",
    "trimmed",
]
