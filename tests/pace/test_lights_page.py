"""The page about lights is run as it is written."""

import doctest
from pathlib import Path

from duixian.pace import SEVERITY, shipped_schemes

PAGE = Path(__file__).parents[2] / "docs" / "lights.md"


def test_its_examples_give_what_it_says() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (found.failed, found.attempted > 8) == (0, True)


def test_it_lists_every_light_worst_first_by_its_own_word() -> None:
    looks = shipped_schemes().looks[0].looks
    rows = [line.split("|")[1:3] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    listed = [(code.strip(), word.strip()) for code, word in rows if code.strip() in set(SEVERITY)]
    assert listed == [(code.value, looks[code].word) for code in SEVERITY]
