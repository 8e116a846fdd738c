"""The page about the library is true: its examples run, and run where there is no Django."""

import doctest
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "library.md"
WITHOUT_DJANGO = """
import doctest, sys

class NoDjango:  # the first finder that is asked
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "django":
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, NoDjango())
failed, tried = doctest.testfile(sys.argv[1], module_relative=False, encoding="utf-8")
assert tried and not failed
assert not any(name.partition(".")[0] == "django" for name in sys.modules)
"""


def test_the_examples_of_the_page_run_as_they_stand():
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 20
    assert result.failed == 0


def test_the_library_works_where_django_cannot_be_imported():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO, str(PAGE)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
