"""Finds totals told by how far their parts are, 涉及14所学校，9所封顶、3所装修、2所在建; only those they make."""

import re
from collections.abc import Iterator, Sequence

from duixian.compiler.figures.arithmetic import Part, claim
from duixian.compiler.figures.sentences import Sentences
from duixian.compiler.lexicon.units import AGES, MONEY, RATES, TIMES
from duixian.compiler.reading import Comparator, Quantity, Sum

_UNSUMMED = AGES | RATES | TIMES | MONEY
_MOST_PARTS = 8
# How far a part is, in the words of its own phrase before or behind the number.
_STATE = re.compile(
    r"已|未|正在|在建|尚|完工|竣工|开工|完成|封顶|投用|投入使用|交付|启用|进入|施工|装修|验收|推进|序时|进度|滞后|暂停|停工"
)
_PAUSE = re.compile("[，、；。,;：:\n（()）]")
_BACK, _AHEAD = 16, 24


def states(plain: str, quantities: Sequence[Quantity], sentences: Sentences) -> Iterator[Sum]:
    """The totals that all alike behind them in the sentence make, each of which says how far it is."""
    for index, total in enumerate(quantities):
        end = sentences.spans[sentences.at(total.span.begin)].end
        following = quantities[index + 1 : index + 1 + 2 * _MOST_PARTS]
        alike = [one for one in following if one.span.begin < end and _is_alike(one, total)]
        if 1 < len(alike) <= _MOST_PARTS and sum(one.value for one in alike) == total.value:
            how_far = {_state(plain, one) for one in alike} - {""}
            if len(how_far) == len(alike) and not _state(plain, total):
                parts = [Part(one.value, (one,)) for one in alike]
                yield claim(total, parts, computed=total.value, operation="sum")


def _is_alike(one: Quantity, other: Quantity) -> bool:
    return (
        one.unit == other.unit
        and one.unit not in _UNSUMMED
        and one.comparator is Comparator.EQUAL
        and one.per is None
        and one.value_high is None
    )


def _state(plain: str, one: Quantity) -> str:
    """The words of the number's own phrase, where they say how far it is; empty where they do not."""
    before = _PAUSE.split(plain[max(0, one.span.begin - _BACK) : one.span.begin])[-1]
    behind = _PAUSE.split(plain[one.span.end : one.span.end + _AHEAD])[0]
    return before + behind if _STATE.search(before + behind) else ""
