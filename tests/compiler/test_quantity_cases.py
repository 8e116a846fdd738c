"""Cases as documents with verdicts: what each text yields, and what it must not."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from duixian.compiler.contract import as_json
from duixian.compiler.lexicon import words
from duixian.compiler.page import Page
from duixian.compiler.pipeline import PASSES
from duixian.compiler.reading import Document, Kind
from duixian.units import Span

CASES = Path(__file__).parent / "cases" / "quantities"
YEAR = 2024
# A case is the body of a document: its kind and year are given, not read from a header.
ROOMS = words(
    "clauses assignments quantities contexts milestones recurrences sums checks",
)
BODY_PASSES = [one for one in PASSES if one.__module__.rpartition(".")[2] in ROOMS]


def read_body(text: str, *, kind: str = "work-plan") -> Document:
    """The text read as the body of one document of that kind."""
    document = Document(key="case", kind=Kind(kind), span=Span(0, len(text)), year=YEAR)
    page = Page(name="case", text=text)
    for one_pass in BODY_PASSES:
        document = one_pass(page, document)
    return document


def all_cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf8"))
    ]


def found_fields(items: tuple[Any, ...], verdicts: list[dict[str, Any]], said: Callable[[Any], Any]) -> list[Any]:
    """What was read, each item with those fields only that its verdict names."""
    read = [as_json(item) for item in items]
    padded = verdicts + [{}] * (len(read) - len(verdicts))
    return [{key: said(item[key]) for key in verdict} or item for item, verdict in zip(read, padded, strict=False)]


def as_written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.mark.parametrize("case", all_cases())
def test_a_text_yields_what_its_case_says(case):
    document = read_body(case["text"], kind=case.get("kind", "work-plan"))

    def quoted(value: Any) -> Any:
        """Spans as the words they hold."""
        if isinstance(value, list) and value and isinstance(value[0], list):
            return [quoted(item) for item in value]
        return case["text"][slice(*value)] if isinstance(value, list) else value

    for kind in ("quantities", "milestones", "recurrences", "sums"):
        if kind in case:
            verdicts = [{key: as_written(value) for key, value in item.items()} for item in case[kind]]
            assert found_fields(getattr(document, kind), verdicts, quoted) == verdicts
    if "findings" in case:
        assert [finding.code for finding in document.findings] == case["findings"]


@pytest.mark.parametrize("case", all_cases())
def test_every_item_quotes_its_place(case):
    document = read_body(case["text"], kind=case.get("kind", "work-plan"))
    assert all(item.span.of(case["text"]) == item.quote for item in document.quantities)
    assert all(item.span.of(case["text"]) == item.text for item in (*document.milestones, *document.recurrences))


def test_there_are_as_many_cases_that_must_not_match_as_cases_that_must():
    """A reader that finds too much is worse than one that finds too little: people stop looking."""
    cases = [case.values[0] for case in all_cases()]
    negative = [c for c in cases if any(c.get(kind) == [] for kind in ("quantities", "milestones", "sums", "findings"))]
    assert len(negative) * 2 >= len(cases)
