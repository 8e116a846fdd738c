"""Names what each quantity counts; reads quantities and roles, writes their object."""

import re
from collections.abc import Iterator
from dataclasses import replace

from duixian.compiler.lexicon import actions
from duixian.compiler.lexicon.units import EVENTS, PEOPLE, PERSON_NOUNS, RATES
from duixian.compiler.page import Page
from duixian.compiler.passes.contexts import Context, contexts
from duixian.compiler.passes.places import PLACE_PATTERN
from duixian.compiler.reading import Document, Quantity, Role

_BRACKET = re.compile(r"^\s*[（(][^（）()]{0,100}[）)]")
_INNER_BRACKET = re.compile(
    r"[（(][^（）()]{0,100}\d[^（）()]{0,100}[）)]|[（(](?:续建|改扩建|含[^（）()]{0,20}|其中[^（）()]{0,40}|一期|二期|试行)[）)](?=$|[，、])"
)
_AHEAD = re.compile(r"^[^\d、]{0,40}(?:、(?!其中|并)[^\d、]{2,24}){0,6}")
_STOP = re.compile(actions.STOPS)
_OPENING = re.compile(rf"^(?:{actions.OPENING}|{PLACE_PATTERN}(?=[^级]))")
_ACTION = re.compile(rf"{actions.ACTION_TAIL}(?:项目|工程)?$")
_TASK = re.compile(rf"{actions.TASK_TAIL}$")
_CLOSING = re.compile(rf"{actions.CLOSING}$")
_EMPLOYMENT = re.compile(actions.EMPLOYMENT_TAIL)
_PERSON_END = re.compile(rf"{actions.PERSON_TAIL}$")
_PEOPLE_HEAD = re.compile(rf"^.{{0,40}}(?:{'|'.join(PERSON_NOUNS)}|家庭|户)")
_DOER = re.compile(rf"{actions.DOER}")
_AGE = re.compile(
    r"^\d{1,2}(?:\s?[-—–~至]{1,2}\s?\d{1,2})?(?:周?岁|年级)(?:[（(]含[）)])?(?:及?以[上下])?(?:的)?|^\d{1,3}蒸吨[^的]{0,6}?(?:及以[上下])?(?=[\u4e00-\u9fff])"
)
_SPLIT_LIST = re.compile(r"[、和及与或]|以及")
_ENDS = "、，。；：的和及与或等“”\"' 　-—在为对将了"
_PREVIOUS_NUMBER = re.compile(
    r"^.*\d[\d.,]*(?:余|多)?(?:[万亿])?(?:余|多)?[\u4e00-\u9fff%㎡]{1,2}?(?=、|和|及|与)|^.*\d\S{1,3}、"
)


def read_objects(page: Page, document: Document) -> Document:
    """The document with the object of each quantity: the document's own word for the thing counted."""
    return replace(document, quantities=tuple(_with_objects(page, document)))


def _with_objects(page: Page, document: Document) -> Iterator[Quantity]:
    last: Quantity | None = None
    topic = ""
    for context in contexts(page, document):
        named = object_of(context) or _inherited(context, last, topic)
        quantity = replace(context.quantity, object=named or None)
        if quantity.role not in {Role.QUALIFIER, Role.SCOPE} and named:
            last, topic = quantity, named
        yield quantity


def object_of(context: Context) -> str:
    """The thing counted, from the words after the number, else from those before; empty where neither names it."""
    quantity = context.quantity
    if quantity.unit.endswith(PERSON_NOUNS) and len(quantity.unit) > 1:
        return quantity.unit
    if quantity.unit in RATES:
        return _of_rate(context)
    ahead = thing_after(context.after, unit=quantity.unit)
    if ahead and not (context.before.endswith("至少") and False):
        return ahead
    return thing_before(context.before, unit=quantity.unit)


def _of_rate(context: Context) -> str:
    """The indicator whole before the number (落实率), or the set it is a share of (65%的县市)."""
    share = re.match(r"^(?:以上|左右)?的([\u4e00-\u9fff（）、(),]{1,24})", context.after)
    if share:
        return _until_stop(share[1])
    before = _open(context.before)
    before = re.sub(
        r"(?:稳定在|保持在|达到|达|提高到|提升到|提升至|提高至|不断|控制在|较上年|为|增加|增长|以上)+$", "", before
    )
    return before.strip(_ENDS) or _until_stop(context.after)


def thing_after(after: str, *, unit: str) -> str:
    """The noun phrase that begins right after a number and its unit.

    >>> thing_after("社区老年人日间照料中心", unit="个"), thing_after("困难重度残疾人家庭进行无障碍改造", unit="户")
    ('社区老年人日间照料中心', '困难重度残疾人家庭')
    """
    text = _BRACKET.sub("", after, count=1).lstrip()
    age = _AGE.match(text)
    kept, text = (age.group(), text[age.end() :]) if age else ("", text)
    found = _AHEAD.match(text)
    phrase = _INNER_BRACKET.sub("", found.group() if found else "")
    phrase = _head_noun(phrase, people=unit in PEOPLE)
    phrase = _without_action(phrase).strip(_ENDS)
    if kept and phrase and "蒸吨" not in kept:
        return kept.removesuffix("的") + phrase
    return phrase


def _head_noun(phrase: str, *, people: bool) -> str:
    """The noun that 的 or 等 leads to, cut where the next verb begins."""
    phrase = _after_particle(phrase)
    phrase = _until_stop(phrase)
    if people:
        found = _PEOPLE_HEAD.match(phrase)
        return found.group() if found else phrase
    return phrase


def _after_particle(phrase: str) -> str:
    """服务便捷的零工驿站 → 零工驿站; 中小学教室的健康照明设备改造 → 中小学教室, the thing worked on."""
    listed = re.search(r"等(?!级|待|候|额|次|于)(?:各类|各种)?(?=[\u4e00-\u9fff])", phrase)
    if listed and listed.start():
        phrase = phrase[listed.end() :]
    head, particle, tail = phrase.partition("的")
    if not particle:
        return phrase
    if not head:
        return tail
    worked_on = bool(_ACTION.search(_TASK.sub("", tail))) and not _STOP.search(head)
    return head if worked_on else tail.rpartition("的")[2]


def _until_stop(phrase: str) -> str:
    stop = _STOP.search(phrase)
    return phrase[: stop.start()] if stop else phrase


def _without_action(phrase: str) -> str:
    """危桥改造任务 → 危桥; the whole where nothing but the action is left."""
    bare = _ACTION.sub("", _TASK.sub("", phrase))
    return bare if bare.strip(_ENDS) or _TASK.search(phrase) else phrase


def thing_before(before: str, *, unit: str) -> str:
    """The noun phrase that ends right before a number, without the verbs around it.

    >>> thing_before("完成农村公路危桥改造", unit="座"), thing_before("累计培训农牧民", unit="人次")
    ('农村公路危桥', '农牧民')
    """
    phrase = _PREVIOUS_NUMBER.sub("", before)
    phrase = _INNER_BRACKET.sub("", phrase)
    phrase = _close(_open(phrase))
    listed = re.search(r"等(?!级|待|候|额|次)(?=[\u4e00-\u9fff“])", phrase)
    phrase = phrase[listed.end() :] if listed else phrase
    return _bare(phrase, unit=unit)


def _bare(phrase: str, *, unit: str) -> str:
    """Without 就业 after persons, without the action after things."""
    phrase = phrase.strip(_ENDS)
    if unit in PEOPLE:
        person = _EMPLOYMENT.sub("", phrase).strip(_ENDS)
        return person if _PERSON_END.search(person) and not person.endswith("残疾人") else phrase
    return _without_action(phrase).strip(_ENDS)


def _open(phrase: str) -> str:
    """Without the places, adverbs and verbs that open it."""
    phrase = phrase.lstrip(_ENDS)
    for _ in range(8):
        found = _OPENING.match(phrase)
        if not found or not found.end() or found.end() == len(phrase):
            break
        phrase = phrase[found.end() :].lstrip(_ENDS)
    return "" if _OPENING.fullmatch(phrase) else phrase


def _close(phrase: str) -> str:
    """Without the words between the thing and its number: 达到, 总量, 实现就业."""
    for _ in range(4):
        shorter = _CLOSING.sub("", phrase).rstrip(_ENDS)
        if shorter == phrase:
            break
        phrase = shorter
    return phrase


def _inherited(context: Context, last: Quantity | None, topic: str) -> str:
    """What a count without a word of its own counts: that of the number before it with the same unit."""
    if last is not None and last.object and (last.unit == context.quantity.unit or context.quantity.role is last.role):
        return last.object
    return topic
