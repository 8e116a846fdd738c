"""Names the deed that a number of times counts where the number itself stands by whoever does it, or alone."""

import re
from collections.abc import Sequence
from functools import lru_cache

from duixian.compiler.figures.contexts import Context
from duixian.compiler.figures.nouns import ENDS, thing_after, thing_before, without_opening
from duixian.compiler.figures.phrases import any_word
from duixian.compiler.lexicon import actions
from duixian.compiler.lexicon.units import EVENTS

_CLOSING = re.compile(rf"(?:{any_word(actions.CLOSING_WORDS)})$")
_DOER = re.compile(rf"(?:{any_word(actions.DOER_WORDS)})[）)]?$")
_VERBS = frozenset(word for word in actions.OPENING_WORDS.split() if word[0] not in "每全今年当本下上其")
_NO_DEED = frozenset({"计划", "目标", "任务", "剩余", "其余", "力争", "确保", "累计"})
_PAUSE = re.compile(r"[，。；：,;:\n]")
_DIGIT = re.compile(r"\d")
_TWO = re.compile(r"[\u4e00-\u9fff]{2}$")
_EACH_OF = re.compile(r"每(?:人|户|名|个|家|校|村|[\u4e00-\u9fff]{1,6})")
_OFFERED = re.compile(r"(?:提供|开展|实施|进行|组织|给予)(?:免费)?(?P<thing>[\u4e00-\u9fff“”]{2,16})$")


def deed_said(context: Context) -> str:
    """全年培训60万人次 after …职业技能培训，: the deed as the sentence named it before."""
    deed = _deed(context)
    if not deed:
        return _offered(context)
    told = context.told[: -len(context.own) or None]
    told_as, worked_on_as = _patterns_of(deed)
    found = told_as.search(told)
    if found:
        return without_opening(found.group()) or found.group()
    worked_on = worked_on_as.search(told)
    return thing_before(worked_on["thing"], unit=context.quantity.unit) if worked_on and _each(context) else ""


@lru_cache(maxsize=256)
def _patterns_of(deed: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """职业技能培训， and 培训农牧民，: the deed as it was named, and what it is done on."""
    return (
        re.compile(rf"[\u4e00-\u9fff]{{2,8}}{deed}(?=，|,|、|$)"),
        re.compile(rf"{deed}(?P<thing>[^，。；、,;\d]{{2,16}})(?=[，。；、,;]|$)"),
    )


def bare_deed(context: Context) -> str:
    """The deed by its verb alone, where nothing names it more fully: 巡查三次."""
    deed = _deed(context)
    counts = context.quantity.unit in EVENTS or deed == "培训"
    return deed if counts and deed and not _CLOSING.search(deed) and deed not in _NO_DEED else ""


def _deed(context: Context) -> str:
    found = _TWO.search(context.own.strip(ENDS))
    return found.group() if found and found.group() in _VERBS else ""


def _each(context: Context) -> bool:
    return bool(_EACH_OF.search(context.before))


def is_doer(context: Context, named: str) -> bool:
    """州级图书馆不少于4次: who does it stands before the number, not what is done."""
    return (
        context.quantity.unit in EVENTS
        and bool(_DOER.search(named))
        and context.own.rstrip("各约开展举办组织 ").endswith(named[-2:])
    )


def deed_ahead(context: Context, following: Sequence[Context]) -> str:
    for later in following:
        if later.sentence != context.sentence or later.quantity.unit != context.quantity.unit:
            break
        named = thing_after(later.next, unit=later.quantity.unit)
        if named:
            return named
    return ""


def deed_before(context: Context, last: Context | None) -> str:
    """What the number before it counts, else what the phrase or sentence before was about."""
    if last is not None and last.quantity.unit == context.quantity.unit and last.object:
        return last.object
    told = context.told[: -len(context.before) or None].rstrip("，、：, ") or context.earlier.rstrip("。；\n ")
    phrase = _PAUSE.split(told)[-1]
    return "" if _DIGIT.search(phrase) else thing_before(phrase, unit="场")


def _offered(context: Context) -> str:
    """为3000名老人提供上门照护，每人每月不少于2次: what is offered to each, where the number has no word of its own."""
    if context.quantity.unit not in EVENTS or not _each(context):
        return ""
    found = _OFFERED.search(context.told[: -len(context.before) or None].rstrip("，、, "))
    return found["thing"] if found else ""
