"""Cases as documents with verdicts: what the structure passes read from a text, and what they must not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from duixian.compiler import Reading, read
from duixian.compiler.contract import as_json

CASES = Path(__file__).parent / "cases" / "structure"
OWN_FINDINGS = (
    "commitment-without-owner",
    "commitment-without-deadline",
    "document-without-owners",
    "document-without-deadlines",
    "document-without-commitments",
    "document-not-found",
    "person-spelt-two-ways",
    "body-spelt-two-ways",
    "place-unknown",
    "place-outside-issuer",
)


def all_cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf8"))
    ]


def found_documents(reading: Reading, verdict: list[dict[str, Any]]) -> Any:
    """The fields that the verdict names, and whether the document begins and ends with the words it gives."""
    found = []
    for n, document in enumerate(reading.documents):
        wanted = verdict[n] if n < len(verdict) else {"title": "no such document"}
        quote = document.span.of(reading.text)
        fields: dict[str, Any] = {name: as_json(getattr(document, name)) for name in wanted if hasattr(document, name)}
        if "begins" in wanted:
            fields["begins"] = quote[: len(wanted["begins"])]
        if "ends" in wanted:
            fields["ends"] = quote[-len(wanted["ends"]) :]
        found.append(fields)
    return found


def found_clauses(reading: Reading, _verdict: Any) -> list[str]:
    return [f"{one.path} {one.label} {one.title}" for document in reading.documents for one in document.clauses]


def found_ends(reading: Reading, verdict: list[str]) -> list[str]:
    """The last words of each clause, as many characters as the verdict gives."""
    quotes = [one.span.of(reading.text) for document in reading.documents for one in document.clauses]
    return [quote[-len(wanted) :] for quote, wanted in zip(quotes, verdict, strict=True)]


def found_assignments(reading: Reading, verdict: list[dict[str, Any]]) -> list[Any]:
    """Every assignment, with the fields that the verdict names; officials as [org, post, name]."""
    assignments = [one for document in reading.documents for one in document.assignments]
    found = []
    for n, one in enumerate(assignments):
        wanted = verdict[n] if n < len(verdict) else {"clause": None}
        fields = {name: as_json(getattr(one, name)) for name in wanted}
        for name in ("lead_officials", "responsible_officials"):
            if name in fields:
                fields[name] = [[person["org"], person["post"], person["name"]] for person in fields[name]]
        found.append(fields)
    return found


def found_members(reading: Reading, _verdict: Any) -> dict[str, Any]:
    return {
        body.name: [[one.role, one.name, one.post] for one in body.members]
        for document in reading.documents
        for body in document.bodies
    }


def found_releases(reading: Reading, _verdict: Any) -> list[Any]:
    return [[r.ordinal, r.month, r.topic, r.publisher] for document in reading.documents for r in document.releases]


def found_findings(reading: Reading, _verdict: Any) -> list[str]:
    return [one.code for one in reading.findings if one.code in OWN_FINDINGS]


FOUND: dict[str, Callable[[Reading, Any], Any]] = {
    "documents": found_documents,
    "clauses": found_clauses,
    "ends": found_ends,
    "assignments": found_assignments,
    "members": found_members,
    "releases": found_releases,
    "findings": found_findings,
}


def with_text_days(verdict: Any) -> Any:
    """YAML reads 2024-10-31 as a day; the contract writes it as text."""
    match verdict:
        case dict():
            return {key: with_text_days(value) for key, value in verdict.items()}
        case list():
            return [with_text_days(value) for value in verdict]
        case _:
            return as_json(verdict)


@pytest.mark.parametrize("case", all_cases())
def test_the_text_is_read_as_its_verdict_says(case: dict[str, Any]) -> None:
    reading = read(case["text"] + case.get("body", ""))
    verdicts = {name: with_text_days(case[name]) for name in FOUND if name in case}
    assert verdicts, "a case without a verdict tests nothing"
    assert {name: FOUND[name](reading, verdict) for name, verdict in verdicts.items()} == verdicts


def test_every_finding_of_the_structure_has_a_case() -> None:
    said = {code for param in all_cases() for code in param.values[0].get("findings", [])}
    assert said == set(OWN_FINDINGS)
