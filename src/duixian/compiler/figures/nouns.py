"""Cuts the noun phrase that a number counts out of the words after it or before it."""

import re

from duixian.compiler.figures.phrases import any_of, any_word
from duixian.compiler.lexicon import actions
from duixian.compiler.lexicon.place_words import PLACE
from duixian.compiler.lexicon.units import EVENTS, PEOPLE, PERSON_NOUNS

_BRACKET = re.compile(r"^\s*[（(][^（）()]{0,100}[）)]")
_ASIDE = re.compile(
    r"[（(][^（）()]{0,100}\d[^（）()]{0,100}[）)]|[（(][^（）()]{13,100}[）)]|[（(](?:续建|改扩建|"
    r"含[^（）()]{0,20}|一期|二期|试行)[）)]"
)
_CONTINUES = re.compile(r"^[、，。；：和及与或以并,;:]|(?:换成|改成|改为|改造[成为]|升级为|转为|变为|成为)")
# 距全年18000人次的目标仍有差距: the target itself, which names nothing.
_TARGET_ALONE = re.compile("的(?:年度|全年)?(?:目标|任务|计划)(?:仍|还|尚|有|已|差|$)")
_STOP = re.compile(any_of(actions.STOP_PATTERNS, actions.STOP_WORDS))
_OPENING = re.compile(
    rf"^(?:(?:{any_of(actions.OPENING_PATTERNS, actions.OPENING_WORDS)})(?![率数型]|(?:(?<=免费)开放)?时[间长])"
    rf"|{PLACE}(?![级和]))"
)
_ADVERB = re.compile(r"^(?:(?:免费|上门|集中|全面|积极|直接|同步|就近)的?)+")
_INNER_VERB = re.compile(rf"^.{{0,80}}(?:{any_of(actions.INNER_VERB_PATTERNS, actions.INNER_VERB_WORDS)})(?=.{{2,}}$)")
_ACTION = re.compile(
    rf"(?:的?(?:{any_word(actions.MANNER_WORDS)})){{0,3}}的?(?<!重点)(?:{any_word(actions.DEED_WORDS)})(?:项目|工程)?$"
)
_TASK = re.compile(actions.TASK_TAIL)
_CLOSING = re.compile(
    rf"(?:{any_word(actions.CLOSING_WORDS)}|每[百千万]名?(?:人口?|户|老人)?|已[\u4e00-\u9fff]{{0,2}})$"
)
# 适龄女生HPV疫苗接种, 残疾儿童康复救助: those whom it is done for.
_DONE_FOR = re.compile(
    rf"^(?P<person>.{{0,16}}?(?:{any_word(PERSON_NOUNS)}|孕产妇|患者))[^，、；]{{0,8}}(?:接种|救助|资助|慰问|救治|补助|补贴|照护)$"
)
# 危房改造 is counted in households, and the houses are what is worked on.
_DWELLING_END = re.compile("(?:[房厕屋宅]|小区|片区|棚户区)$")
_EMPLOYMENT = re.compile(actions.EMPLOYMENT_TAIL)
_PERSON_END = re.compile(rf"(?:{any_word(actions.PERSON_WORDS)})$")
_PEOPLE_HEAD = re.compile(rf"^.{{0,40}}(?:{any_word(PERSON_NOUNS)}|家庭|户)")
_AGE = re.compile(
    r"^\d{1,2}(?:\s?[-—–~至]{1,2}\s?\d{1,2})?(?:周?岁|年级)(?:[（(]含[）)])?(?:及?以[上下])?的?"
    r"|^\d{1,3}蒸吨(?:[/／]小时)?(?:及以[上下])?的?|^\d\s?[×x]\s?\d{1,2}小时"
)
_LISTED = re.compile(r"等(?!级|待|候|额|次|于|工程|项目|活动$|设施$|事项$|服务$)(?:各类|各种)?(?=[\u4e00-\u9fff“])")
_QUOTED = re.compile(r"^“[^”]{1,40}”(?:的)?")
ENDS = "、，。；：的和及与或等\"' 　-—在为对将了由从,:|\t"
_ENDS_OF_WORDS = frozenset("会展赛班路")
_MARKS = "、，。；：的等\"' 　-—,:|\t"
# Units of deeds keep the deed in their object: 心理健康监测, 职业技能培训.
_DEEDS = EVENTS | {"项", "类", "条", "件", "门", "种"}


def thing_after(after: str, *, unit: str) -> str:
    """The noun phrase that begins right after a number and its unit.

    >>> thing_after("社区老年人日间照料中心", unit="个"), thing_after("困难重度残疾人家庭进行无障碍改造", unit="户")
    ('社区老年人日间照料中心', '困难重度残疾人家庭')
    """
    bracket = _BRACKET.match(after)
    text = (after[bracket.end() :] if bracket else after).lstrip()
    if text.startswith(("（", "(")) or _CONTINUES.match(text) or _TARGET_ALONE.match(text):
        return ""
    text = text.removeprefix("的")
    adverb = _ADVERB.match(text)
    text = text[adverb.end() :] if adverb else text
    age = _AGE.match(text)
    kept, text = (age.group(), text[age.end() :]) if age else ("", text)
    phrase = _whole_noun(_ASIDE.sub("", text[:60]), unit=unit).strip(ENDS)
    return kept.removesuffix("的") + phrase if phrase and ("岁" in kept or "年级" in kept) else phrase


def _whole_noun(phrase: str, *, unit: str) -> str:
    people = unit in PEOPLE
    phrase = _head_noun(phrase, people=people).strip(ENDS)
    if unit in _DEEDS:
        return _TASK.sub("", phrase) or phrase
    bare = _without_action(phrase)
    return bare if bare.strip(ENDS) or people or _TASK.search(phrase) else phrase


def _head_noun(phrase: str, *, people: bool) -> str:
    """The noun that 的 or 等 leads to, cut where the next verb begins."""
    quoted = _QUOTED.match(phrase)
    if quoted:
        rest = until_stop(phrase[quoted.end() :])
        return rest if quoted.group().endswith("的") else quoted.group() + rest
    stop = _STOP.search(phrase)
    if stop and stop.start():
        phrase = phrase[: stop.start()]
    phrase = until_stop(_after_particle(phrase))
    found = _PEOPLE_HEAD.match(phrase) if people else None
    return found.group() if found else phrase


def _after_particle(phrase: str) -> str:
    """服务便捷的零工驿站 → 零工驿站; 中小学教室的健康照明设备改造 → 中小学教室, the thing worked on."""
    listed = _LISTED.search(phrase)
    if listed and listed.start():
        phrase = phrase[listed.end() :]
    head, particle, tail = phrase.partition("的")
    if not particle:
        return phrase
    if not head:
        return tail
    worked_on = bool(_ACTION.search(_TASK.sub("", tail)))
    return head if worked_on else tail.rpartition("的")[2]


def until_stop(phrase: str) -> str:
    stop = _STOP.search(phrase)
    return phrase[: stop.start()] if stop else phrase


def _without_action(phrase: str) -> str:
    """危桥改造任务 → 危桥; empty where nothing but the task is left."""
    return _ACTION.sub("", _TASK.sub("", phrase))


def thing_before(before: str, *, unit: str) -> str:
    """The noun phrase that ends right before a number, without the verbs around it.

    >>> thing_before("完成农村公路危桥改造", unit="座"), thing_before("累计培训农牧民", unit="人次")
    ('农村公路危桥', '农牧民')
    """
    phrase = _close(without_opening(_ASIDE.sub("", before)))
    inner = _INNER_VERB.match(phrase)
    phrase = without_opening(phrase[inner.end() :]) or phrase[inner.end() :] if inner else phrase
    listed = _LISTED.search(phrase)
    return _bare(phrase[listed.end() :] if listed else phrase, unit=unit)


def _bare(phrase: str, *, unit: str) -> str:
    """Without 就业 after persons, without the action after things."""
    phrase = phrase.rstrip(ENDS).lstrip(_MARKS)
    if unit in _DEEDS:
        return phrase
    if unit in PEOPLE:
        phrase = _TASK.sub("", phrase) or phrase
        if (served := _DONE_FOR.match(phrase)) and unit != "户":
            return served["person"]
        if unit == "户" and _DWELLING_END.search(thing := _without_action(phrase).rstrip(ENDS)):
            return thing
        person = _EMPLOYMENT.sub("", phrase).strip(ENDS)
        return person if _PERSON_END.search(person) and not person.endswith("残疾人") else phrase
    return _without_action(phrase).rstrip(ENDS) or phrase


def without_opening(phrase: str) -> str:
    """Without the places, adverbs and verbs that open it; empty where nothing else is there."""
    phrase = phrase.lstrip(ENDS)
    for _ in range(8):
        found = _OPENING.match(phrase)
        rest = phrase[found.end() :].lstrip(_MARKS) if found else phrase
        # 招聘会 is no 会 that is recruited.
        if not found or not found.end() or rest in _ENDS_OF_WORDS:
            break
        phrase = rest
    return phrase


def _close(phrase: str) -> str:
    """Without the words between the thing and its number: 达到, 总量, 实现就业."""
    for _ in range(4):
        shorter = _CLOSING.sub("", phrase).rstrip(ENDS)
        if shorter == phrase:
            break
        phrase = shorter
    return phrase
