"""Whatever pages say can be said in English, with the same values, and what Django reads is what was written."""

import re

from .messages import ENGLISH, MsgId, catalogue, compiled, messages
from .repository import assert_none

_FIELDS = re.compile(r"%\(\w+\)s|%%|\{\w*\}")


def strings(message: MsgId) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def fields(text: str) -> list[str]:
    return sorted(_FIELDS.findall(text))


def test_every_msgid_has_its_english_and_none_is_left_over():
    written = {strings(message.id) for message in catalogue() if message.id}
    assert_none(sorted(written ^ {strings(message) for message in messages()}))


def test_no_translation_is_empty():
    assert_none(one.id for one in catalogue() if not all(text.strip() for text in strings(one.string)))


def test_a_translation_names_the_same_values():
    pairs = [pair for one in catalogue() if one.id for pair in zip(strings(one.id), strings(one.string), strict=True)]
    assert_none(pair for pair in pairs if fields(pair[0]) != fields(pair[1]))


def test_the_compiled_catalogue_is_in_step():
    assert ENGLISH.with_suffix(".mo").read_bytes() == compiled(catalogue())


def test_templates_code_plurals_and_pure_rooms_are_all_searched():
    found = messages()
    assert found["跳到正文"].startswith("config/templates/base.html")
    assert found["滞后"].startswith("pace/looks.py")
    assert ("共 %(count)s 项指标", "共 %(count)s 项指标") in found
