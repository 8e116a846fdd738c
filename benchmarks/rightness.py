"""How right numbers with their units are found, against the right answers that lie beside the texts."""

import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from benchmarks.plain_pattern import Found, find_plainly
from benchmarks.texts import Texts
from benchmarks.timing import Row
from duixian.compiler import read

Finder = Callable[[str], Iterable[Found]]


def rightness(texts: Texts) -> list[Row]:
    """Recall and precision of value and unit together; nothing where there are no right answers."""
    if texts.gold is None:
        return [Row("number and unit", "–", "no right answers lie beside the texts")]
    return [_row("one plain pattern", find_plainly, texts), _row("Duixian", _find, texts)]


def _row(name: str, finder: Finder, texts: Texts) -> Row:
    gold = found = right = 0
    for stem, text in texts.by_name.items():
        wanted, unscored = _wanted(texts, stem, text)
        got = [one for one in finder(text) if not any(begin <= one.begin < end for begin, end in unscored)]
        gold, found = gold + len(wanted), found + len(got)
        right += sum(any(_same(one, other) for other in got) for one in wanted)
    remark = f"{right} of {gold} right, {found} found"
    return Row(f"number and unit, {name}", f"R {right / gold:.1%}  P {right / found:.1%}", remark)


def _find(text: str) -> Iterable[Found]:
    for document in read(text).documents:
        for one in document.quantities:
            yield Found(one.span.begin, one.span.end, one.value, one.unit)


def _wanted(texts: Texts, stem: str, text: str) -> tuple[list[Found], list[tuple[int, int]]]:
    """The right answers, and where in the text documents stand whose numbers are not scored."""
    assert texts.gold is not None
    documents = json.loads((texts.gold / f"{stem}.json").read_text(encoding="utf-8"))["documents"]
    scored = [one for one in documents if one.get("score_quantities", True)]
    unscored = [one for one in documents if one not in scored]
    wanted = [_gold(text, quantity) for one in scored for quantity in one["quantities"]]
    return wanted, [(text.find(one["begins"]), text.rfind(one["ends"]) + len(one["ends"])) for one in unscored]


def _gold(text: str, quantity: dict[str, Any]) -> Found:
    begin = text.find(quantity["context"]) + quantity["context"].find(quantity["quote"])
    return Found(begin, begin + len(quantity["quote"]), Decimal(quantity["value"]), quantity["unit"])


def _same(gold: Found, found: Found) -> bool:
    touches = gold.begin < found.end and found.begin < gold.end
    return touches and (found.value, found.unit) == (gold.value, gold.unit)
