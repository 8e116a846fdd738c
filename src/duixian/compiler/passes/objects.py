"""Names what each quantity counts; reads quantities and roles, writes their object."""

import re
from collections.abc import Iterator
from dataclasses import replace

from duixian.compiler.figures.contexts import Context, contexts
from duixian.compiler.figures.phrases import any_of, any_word
from duixian.compiler.lexicon import actions
from duixian.compiler.lexicon.units import EVENTS, MONEY, PEOPLE, PERSON_NOUNS, RATES
from duixian.compiler.page import Page
from duixian.compiler.passes.places import PLACE
from duixian.compiler.reading import Document, Quantity, Role

_ONES = "个名位家所座处条支台辆套间栋户人村县乡镇校"
_BRACKET = re.compile(r"^\s*[（(][^（）()]{0,100}[）)]")
_ASIDE = re.compile(
    r"[（(][^（）()]{0,100}\d[^（）()]{0,100}[）)]|[（(][^（）()]{13,100}[）)]|[（(](?:续建|改扩建|"
    r"含[^（）()]{0,20}|一期|二期|试行)[）)]"
)
_CONTINUES = re.compile(r"^[、，。；：和及与或以并,;:]")
_EACH = re.compile(rf"^每(?:[{_ONES}]|[\u4e00-\u9fff]{{1,4}}$)")
_STOP = re.compile(any_of(actions.STOP_PATTERNS, actions.STOP_WORDS))
_OPENING = re.compile(
    rf"^(?:(?:{any_of(actions.OPENING_PATTERNS, actions.OPENING_WORDS)})(?![率数型])|{PLACE}(?![级和]))"
)
_ADVERB = re.compile(r"^(?:(?:免费|上门|集中|全面|积极|直接|同步|就近)的?)+")
_INNER_VERB = re.compile(rf"^.{{0,80}}(?:{any_of(actions.INNER_VERB_PATTERNS, actions.INNER_VERB_WORDS)})(?=.{{2,}}$)")
_ACTION = re.compile(
    rf"(?:的?(?:{any_word(actions.MANNER_WORDS)})){{0,3}}的?(?:{any_word(actions.DEED_WORDS)})(?:项目|工程)?$"
)
_TASK = re.compile(actions.TASK_TAIL)
_CLOSING = re.compile(rf"(?:{any_word(actions.CLOSING_WORDS)})$")
_EMPLOYMENT = re.compile(actions.EMPLOYMENT_TAIL)
_PERSON_END = re.compile(rf"(?:{any_word(actions.PERSON_WORDS)})$")
_PEOPLE_HEAD = re.compile(rf"^.{{0,40}}(?:{any_word(PERSON_NOUNS)}|家庭|户)")
_DOER = re.compile(rf"(?:{any_word(actions.DOER_WORDS)})[）)]?$")
_CHANGE = re.compile(rf"(?:{any_word(actions.CHANGE_WORDS)})+$")
_VERBS = frozenset(actions.OPENING_WORDS.split())
_BLANKS = re.compile(r"\s+")
# 吸纳残疾人120名就业: what they do is not whom the number counts.
_WHAT_PEOPLE_DO = frozenset({"就业", "创业", "增收", "脱贫", "入学", "参保", "上岗", "培训", "入住"})
_TWO = re.compile(r"[\u4e00-\u9fff]{2}$")
_AGE = re.compile(
    r"^\d{1,2}(?:\s?[-—–~至]{1,2}\s?\d{1,2})?(?:周?岁|年级)(?:[（(]含[）)])?(?:及?以[上下])?的?"
    r"|^\d{1,3}蒸吨(?:[/／]小时)?(?:及以[上下])?的?|^\d\s?[×x]\s?\d{1,2}小时"
)
_LISTED = re.compile(r"等(?!级|待|候|额|次|于|工程|项目|活动$|设施$|事项$|服务$)(?:各类|各种)?(?=[\u4e00-\u9fff“])")
_QUOTED = re.compile(r"^“[^”]{1,40}”(?:的)?")
_ENDS = "、，。；：的和及与或等\"' 　-—在为对将了由从,:|\t"
_MARKS = "、，。；：的等\"' 　-—,:|\t"
# Units of deeds keep the deed in their object: 心理健康监测, 职业技能培训.
_DEEDS = EVENTS | {"项", "类", "条", "件", "门", "种"}


def read_objects(page: Page, document: Document) -> Document:
    """The document with the object of each quantity: the document's own word for the thing counted."""
    found = [*contexts(page, document)]
    return replace(document, quantities=tuple(_with_objects(found)))


def _with_objects(found: list[Context]) -> Iterator[Quantity]:
    recent = Recent()
    for at, context in enumerate(found):
        recent.enter(context.quantity.clause)
        named = object_of(context)
        if not named:
            named = _bare_deed(context) or recent.like(context)
        elif _is_doer(context, named):
            named = _deed_ahead(context, found[at + 1 : at + 4]) or _deed_before(context, recent.last) or named
        quantity = replace(context.quantity, object=_BLANKS.sub("", named) or None)
        recent.keep(quantity)
        yield quantity


class Recent:
    """The quantities of a clause so far, for a count without a word of its own: 其中甲县5所."""

    def __init__(self) -> None:
        self.last: Quantity | None = None
        self._clause = ""
        self._alike: dict[str, Quantity] = {}

    def enter(self, clause: str) -> None:
        """Forget what another clause counted."""
        if clause != self._clause:
            self._clause, self._alike = clause, {}

    def keep(self, quantity: Quantity) -> None:
        """Remember what this one counts, unless it only qualifies or covers."""
        if quantity.object and quantity.role not in {Role.QUALIFIER, Role.SCOPE}:
            self.last = self._alike[quantity.unit] = self._alike[quantity.role] = quantity

    def like(self, context: Context) -> str:
        """What the one before it with the same unit, else the same role, counts; of a rate, the one right before."""
        quantity = context.quantity
        before = self._alike.get(quantity.unit) or self._alike.get(quantity.role)
        if quantity.unit in RATES or (self._alike and not context.own):
            before = self.last
        return (before.object or "") if before else ""


def object_of(context: Context) -> str:
    """The thing counted, from the words after the number, else from those before; empty where neither names it."""
    unit = context.quantity.unit
    if unit.endswith(PERSON_NOUNS) and len(unit) > 1:
        return unit
    if unit in RATES:
        return _of_rate(context)
    if unit in MONEY:
        named = thing_before(context.own, unit=unit)
        return "资金" if not named or named.startswith("每") else named
    named = thing_after(context.next, unit=unit)
    if not named or (unit in PEOPLE and named in _WHAT_PEOPLE_DO):
        person = thing_before(context.own, unit=unit)
        named = person if not named or _PERSON_END.search(person) else named
    return _EACH.sub("", named)


def _of_rate(context: Context) -> str:
    """The indicator whole before the number (落实率), or the set it is a share of (65%的县市)."""
    share = re.match(r"^(?:以上)?的([\u4e00-\u9fff（）、(),]{1,24})", context.after)
    if share:
        return _until_stop(share[1]).strip(_ENDS)
    before = _CHANGE.sub("", _open(context.own)).strip(_ENDS)
    return before or _until_stop(context.after).strip(_ENDS)


def thing_after(after: str, *, unit: str) -> str:
    """The noun phrase that begins right after a number and its unit.

    >>> thing_after("社区老年人日间照料中心", unit="个"), thing_after("困难重度残疾人家庭进行无障碍改造", unit="户")
    ('社区老年人日间照料中心', '困难重度残疾人家庭')
    """
    text = _BRACKET.sub("", after, count=1).lstrip()
    if text.startswith(("（", "(")) or _CONTINUES.match(text):
        return ""
    text = _ADVERB.sub("", text.removeprefix("的"))
    age = _AGE.match(text)
    kept, text = (age.group(), text[age.end() :]) if age else ("", text)
    phrase = _whole_noun(_ASIDE.sub("", text[:60]), unit=unit).strip(_ENDS)
    return kept.removesuffix("的") + phrase if phrase and ("岁" in kept or "年级" in kept) else phrase


def _whole_noun(phrase: str, *, unit: str) -> str:
    people = unit in PEOPLE
    phrase = _head_noun(phrase, people=people).strip(_ENDS)
    if unit in _DEEDS:
        return _TASK.sub("", phrase) or phrase
    bare = _without_action(phrase)
    return bare if bare.strip(_ENDS) or people or _TASK.search(phrase) else phrase


def _head_noun(phrase: str, *, people: bool) -> str:
    """The noun that 的 or 等 leads to, cut where the next verb begins."""
    quoted = _QUOTED.match(phrase)
    if quoted:
        rest = _until_stop(phrase[quoted.end() :])
        return rest if quoted.group().endswith("的") else quoted.group() + rest
    stop = _STOP.search(phrase)
    if stop and stop.start():
        phrase = phrase[: stop.start()]
    phrase = _until_stop(_after_particle(phrase))
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


def _until_stop(phrase: str) -> str:
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
    phrase = _close(_open(_ASIDE.sub("", before)))
    inner = _INNER_VERB.match(phrase)
    phrase = _open(phrase[inner.end() :]) or phrase[inner.end() :] if inner else phrase
    listed = _LISTED.search(phrase)
    return _bare(phrase[listed.end() :] if listed else phrase, unit=unit)


def _bare(phrase: str, *, unit: str) -> str:
    """Without 就业 after persons, without the action after things."""
    phrase = phrase.rstrip(_ENDS).lstrip(_MARKS)
    if unit in _DEEDS:
        return phrase
    if unit in PEOPLE:
        person = _EMPLOYMENT.sub("", phrase).strip(_ENDS)
        return person if _PERSON_END.search(person) and not person.endswith("残疾人") else phrase
    return _without_action(phrase).rstrip(_ENDS) or phrase


def _open(phrase: str) -> str:
    """Without the places, adverbs and verbs that open it; empty where nothing else is there."""
    phrase = phrase.lstrip(_ENDS)
    for _ in range(8):
        found = _OPENING.match(phrase)
        if not found or not found.end():
            break
        phrase = phrase[found.end() :].lstrip(_MARKS)
    return phrase


def _close(phrase: str) -> str:
    """Without the words between the thing and its number: 达到, 总量, 实现就业."""
    for _ in range(4):
        shorter = _CLOSING.sub("", phrase).rstrip(_ENDS)
        if shorter == phrase:
            break
        phrase = shorter
    return phrase


def _bare_deed(context: Context) -> str:
    """全年培训60万人次 after …职业技能培训，: the deed as the sentence named it before."""
    deed = _TWO.search(context.own.strip(_ENDS))
    if deed is None or deed.group() not in _VERBS:
        return ""
    found = re.search(rf"[\u4e00-\u9fff]{{2,8}}{deed.group()}(?=，|,|、|$)", context.told[: -len(context.own) or None])
    if found:
        return found.group()
    return (
        deed.group()
        if (context.quantity.unit in EVENTS or deed.group() == "培训") and not _CLOSING.search(deed.group())
        else ""
    )


def _is_doer(context: Context, named: str) -> bool:
    """州级图书馆不少于4次: who does it stands before the number, not what is done."""
    return (
        context.quantity.unit in EVENTS
        and bool(_DOER.search(named))
        and context.own.rstrip("各约开展举办组织 ").endswith(named[-2:])
    )


def _deed_ahead(context: Context, following: list[Context]) -> str:
    for later in following:
        if later.sentence != context.sentence or later.quantity.unit != context.quantity.unit:
            break
        named = thing_after(later.next, unit=later.quantity.unit)
        if named:
            return named
    return ""


def _deed_before(context: Context, last: Quantity | None) -> str:
    """What the number before it counts, else what the phrase or sentence before was about."""
    if last is not None and last.unit == context.quantity.unit and last.object:
        return last.object
    told = context.told[: -len(context.before) or None].rstrip("，、：, ") or context.earlier.rstrip("。；\n ")
    phrase = re.split(r"[，。；：,;:\n]", told)[-1]
    return "" if re.search(r"\d", phrase) else thing_before(phrase, unit="场")
