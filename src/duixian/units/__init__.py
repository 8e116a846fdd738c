"""Exact values that every room shares: spans, findings, decimal amounts, days."""

from duixian.units.amount import parse_decimal, plain
from duixian.units.finding import Finding, Severity
from duixian.units.span import Span

__all__ = ["Finding", "Severity", "Span", "parse_decimal", "plain"]
