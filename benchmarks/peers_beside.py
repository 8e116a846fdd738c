"""Runs where the peers are installed: ``python -m benchmarks.peers_beside REPEAT`` prints the rows as JSON."""

import gc
import re
import sys
from collections.abc import Callable, Mapping
from functools import partial

import jionlp
from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture

from benchmarks.peers import answer
from benchmarks.plain_pattern import find_plainly
from benchmarks.rightness import rightness
from benchmarks.texts import Texts, load_texts
from benchmarks.timing import Row, Timed, timed
from duixian.compiler import read

Reader = Callable[[str], object]
# A peer that takes ten seconds a round is as well known after two.
_SLOW_ROUNDS = 2
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_OURS = "Duixian, whole reading"


def main() -> None:
    texts = load_texts()
    repeat = int(sys.argv[1])
    # The peers' dictionaries are millions of objects, which every later collection would walk through again.
    gc.collect()
    gc.freeze()
    quick = _measured(_quick_readers(), texts, repeat)
    slow = _measured(_slow_readers(), texts, min(repeat, _SLOW_ROUNDS))
    rows = [Row("texts from", texts.folder, f"{texts.characters:,} characters")]
    rows += [*_rows(quick, texts), *_rows(slow, texts)[1:], *rightness(texts)]
    sys.stdout.write(answer(rows) + "\n")


def _measured(readers: Mapping[str, Reader], texts: Texts, repeat: int) -> dict[str, Timed]:
    return timed({name: partial(_over_all, reader, texts) for name, reader in readers.items()}, repeat=repeat)


def _over_all(reader: Reader, texts: Texts) -> None:
    for text in texts.by_name.values():
        reader(text)


def _rows(times: Mapping[str, Timed], texts: Texts) -> list[Row]:
    """Characters a second of each, and how many times as fast ours is in the same rounds."""
    return [
        Row(
            name,
            f"{texts.characters / one.median:,.0f} /s",
            "" if name == _OURS else f"Duixian is {one.times(times[_OURS]):,.3g} × as fast",
        )
        for name, one in times.items()
    ]


def _quick_readers() -> dict[str, Reader]:
    number = NumberRecognizer(Culture.Chinese).get_number_model()
    return {
        _OURS: read,
        "one plain pattern": find_plainly,
        "Recognizers number": partial(_by_paragraph, (number.parse,)),
        "jionlp money and time": partial(_by_sentence, (jionlp.ner.extract_money, jionlp.ner.extract_time)),
    }


def _slow_readers() -> dict[str, Reader]:
    numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    models = (
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        units.get_dimension_model(),
        units.get_currency_model(),
    )
    four = "Recognizers number, percentage, dimension, currency"
    return {_OURS: read, four: partial(_by_paragraph, tuple(model.parse for model in models))}


def _by_paragraph(parsers: tuple[Reader, ...], text: str) -> None:
    """A paragraph at a time: on a whole text one fault in it would lose everything."""
    for paragraph in filter(str.strip, text.splitlines()):
        for parse in parsers:
            parse(paragraph)


def _by_sentence(parsers: tuple[Reader, ...], text: str) -> None:
    for sentence in _SENTENCE.findall(text):
        for parse in parsers:
            parse(sentence)


if __name__ == "__main__":
    main()
