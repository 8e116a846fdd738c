import datetime as dt
import doctest
import importlib
import pkgutil
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import pytest

import duixian.pace
from duixian.pace import Light, Sentence, light

from .plans import day, figures, plan


def test_a_sentence_is_written_in_chinese() -> None:
    due = Sentence("{day}前完成{count}{unit}", {"day": dt.date(2026, 9, 30), "count": Decimal("1E3"), "unit": "户"})
    assert str(due) == "2026年9月30日前完成1000户"


def test_a_sentence_and_those_inside_it_are_translated_before_they_are_filled() -> None:
    english = {"{gap}未完成": "{gap} to go", "{value}{unit}": "{value} {unit}"}
    nested = Sentence("{gap}未完成", {"gap": Sentence("{value}{unit}", {"value": 3, "unit": "km"})})
    assert nested.render(translate=english.__getitem__) == "3 km to go"


def every_kind_of_light() -> Iterator[Light]:
    """Counted up, a rate, a limit, each under, at and over its target, silent, on the way, on and after the due day."""
    kinds = (plan(), plan(cumulative=False, unit="%"), plan(comparator="<="), plan(comparator="<=", cumulative=False))
    for kind, total in product(kinds, (None, 0, 30, 181, 365, 400)):
        reported = {at: () if total is None else figures(**{at: total}) for at in ("d1_5", "d6_30", "d12_31")}
        yield from (light(kind, reported[at], as_of=day(at[1:].replace("_", "-"))) for at in reported)
        yield light(kind, reported["d12_31"], as_of=dt.date(2027, 2, 28))
        yield light(kind, reported["d6_30"], as_of=day("9-30"))


def test_every_sentence_of_a_light_is_a_template_that_translators_find() -> None:
    """makemessages sees a string only where it is marked; an unmarked template could never be translated."""
    marked: set[str] = set()
    for module in pkgutil.iter_modules(duixian.pace.__path__):
        source = importlib.import_module(f"duixian.pace.{module.name}").__file__
        assert source
        with open(source, encoding="utf-8") as text:  # noqa: PTH123 a module's own path is a string
            marked.update(re.findall(r'gettext_noop\(\s*"([^"]+)"', text.read()))
    used: set[str] = set()

    def note(template: str) -> str:
        used.add(template)
        return template

    for lit in every_kind_of_light():
        used.update({*lit.inputs, lit.word})
        for sentence in (lit.rule, lit.green, *lit.inputs.values()):
            sentence.render(translate=note)
    assert used <= marked


@pytest.mark.parametrize("name", ["", *(f".{module.name}" for module in pkgutil.iter_modules(duixian.pace.__path__))])
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"duixian.pace{name}")).failed == 0
