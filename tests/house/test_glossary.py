import ast
import re

import pytest

from .repository import SRC, modules, read_module, rooms, table_rows, text

ROWS = list(table_rows(text("docs/glossary.md")))
WORDS = {word.strip() for row in ROWS for word in row[0].split(",")}
# The words that the whole house is built on; the code adds its own below.
FOUNDATION = """
    source finding commitment measure target allocation milestone body post holder place ledger report light order claim
    publication supervision liaison clerk leader resident coach auditor document clause path label quantity quote value
    unit comparator role object period per assignment lead support official deadline recurrence sum roster member
    release title kind issuer number date effective adoption review correction evidence pass lexicon span register
    refusal
"""
# Enumerations whose values are words that people use.
ENUMS = {
    "compiler/reading.py": ("Kind", "Role", "Stage"),
    "units/finding.py": ("Severity",),
    "pace/looks.py": ("Code",),
    "places/place.py": ("Level",),
    "registers/models/accounts.py": ("Role",),
    "registers/models/assignments.py": ("Part",),
    "registers/models/sources.py": ("ProposalKind", "Decision"),
}
MODEL_BASES = {"models.Model", "AbstractBaseUser"}


def values_of(enum):
    for statement in enum.body:
        if isinstance(statement, ast.Assign):
            yield next(n.value for n in ast.walk(statement.value) if isinstance(n, ast.Constant))


def enum_words():
    for file, names in ENUMS.items():
        enums = {enum.name: enum for enum in read_module(SRC / file).classes}
        for name in names:
            yield from values_of(enums[name])


def class_words():
    """Models, and what a reading is made of: each part of a name like AssignmentBody is a word."""
    found = {c.name for m in modules() for c in m.classes if MODEL_BASES & {ast.unparse(base) for base in c.bases}}
    found |= {c.name for c in read_module(SRC / "compiler" / "reading.py").classes if not c.bases}
    for name in found:
        yield from (part.lower() for part in re.findall(r"[A-Z][a-z]+", name))


@pytest.mark.parametrize("word", sorted({*FOUNDATION.split(), *enum_words(), *class_words(), *rooms()}))
def test_the_glossary_has_the_word(word):
    # An italic word in a row's meaning is explained there.
    assert word in WORDS or f"*{word}*" in text("docs/glossary.md")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_word_has_a_chinese_term_and_a_meaning(row):
    assert len(row) == 3, row
    assert re.search(r"[\u4e00-\u9fff]", row[1]), f"{row[0]}: no Chinese term"
    assert row[2].rstrip(")").endswith((".", "below", "above")), f"{row[0]}: a meaning is a sentence"
