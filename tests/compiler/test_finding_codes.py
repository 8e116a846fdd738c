"""Every code that the figure checks can raise has its docs entry and a case that raises it."""

import re
from pathlib import Path

import pytest
import yaml

from duixian.compiler.figures import agreement
from duixian.compiler.passes import checks

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(__file__).parent / "cases" / "quantities"
_CODE = re.compile(r"\"([a-z]+(?:-[a-z]+)+)\"")
CODES = sorted({code for room in (agreement, checks) for code in _CODE.findall(Path(room.__file__).read_text("utf8"))})


def raised_in_cases() -> set[str]:
    cases = [case for path in CASES.glob("*.yaml") for case in yaml.safe_load(path.read_text("utf8"))]
    return {code for case in cases for code in case.get("findings", [])}


def test_the_codes_are_found_in_the_passes():
    assert len(CODES) >= 9


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_its_docs_entry(code):
    assert f"### {code}\n" in (ROOT / "docs" / "findings.md").read_text("utf8")


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_case_that_raises_it(code):
    assert code in raised_in_cases()
