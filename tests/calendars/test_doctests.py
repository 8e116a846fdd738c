import doctest
import pkgutil
from importlib import import_module

import pytest

import duixian.calendars

NAMES = [one.name for one in pkgutil.walk_packages(duixian.calendars.__path__, "duixian.calendars.")]


@pytest.mark.parametrize("name", NAMES)
def test_examples_in_docstrings_come_out_as_written(name):
    assert doctest.testmod(import_module(name)).failed == 0
