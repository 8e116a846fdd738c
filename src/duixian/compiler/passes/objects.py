"""Names what each quantity counts; reads quantities and roles, writes their object."""

import re
from collections.abc import Sequence

from duixian.compiler.figures.cells import Column
from duixian.compiler.figures.contexts import Context, Contexts
from duixian.compiler.figures.deeds import bare_deed, deed_ahead, deed_before, deed_said, is_doer
from duixian.compiler.figures.nameless import is_where, names_nothing
from duixian.compiler.figures.nouns import ENDS, thing_after, thing_before, until_stop, without_opening
from duixian.compiler.figures.phrases import any_word
from duixian.compiler.figures.served import EXAMINED_IN, examination, person_served
from duixian.compiler.lexicon import actions
from duixian.compiler.lexicon.place_words import PLACE
from duixian.compiler.lexicon.units import EVENTS, MONEY, PEOPLE, PERSON_NOUNS, RATES
from duixian.compiler.reading import Clause, Role

_ONES = "个名位家所座处条支台辆套间栋户人村县乡镇校"
_EACH = re.compile(rf"^每(?:[{_ONES}]|[\u4e00-\u9fff]{{1,4}}$)")
_PERSON_END = re.compile(rf"(?:{any_word(actions.PERSON_WORDS)})$")
_CHANGE = re.compile(rf"(?:{any_word(actions.CHANGE_WORDS)})+$")
_OF_PLAN = re.compile(
    r"((?:年度|全年|年初|既定|省定|市定|下达)?(?:目标任务|任务|计划|目标))(?:数|量)?"
    r"(?:[\d.,]{1,12}[万亿]?[\u4e00-\u9fff]{1,2})?的(?:约|近)?$"
)
_SCHOOLS = frozenset({"小学", "初中", "高中", "中学", "学前"})
_CHANGED = re.compile(
    rf"^(?:{any_word(actions.CHANGE_WORDS)}|[较比](?:上年|去年|年初|上季度|往年)?|同比|环比|增加到|上调|调整|为|至|到)+$"
)
_SHARE = re.compile(r"(?:以上)?的([\u4e00-\u9fff（）、(),]{1,24})")
_INDICATOR = re.compile(r"[率比度重例]$")
_RATE_OPENING = re.compile(
    rf"^(?:(?:{any_word(actions.RATE_OPENING_WORDS)}|{PLACE}(?![级和])|[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．])(?!率)\s?)+"
)
# 已完工的9个, 因故停工3个: which of those named before, not what they are.
_RELATIVE = re.compile(r"(?:完成|完工|开工|竣工|进度|[^\W\d]目标|任务)的$|^[，、]?因[^，。；]{2,24}$")
_PAUSE = re.compile(r"[，。；：、,;:\n]")
_DIGIT = re.compile(r"\d")
_TASK_ALONE = re.compile(
    r"(?:计划|任务|目标|应|需)(?:实施|完成|建设|改造|新建|为|数|是)*$"
    r"|^\s*(?:全年|年内|计划|完成|实施|开工|新开工|建设|治理|整治|改造|建成|重点)+$"
)
# 加装电梯60台，每台补助10万元，年底前完工70%: of the lifts, not of the money.
_WORK_DONE = re.compile("[开完竣]工|交付|投用|建成")
_HEADING = 24
# 吸纳残疾人120名就业: what they do is not whom the number counts.
_WHAT_PEOPLE_DO = frozenset({"就业", "创业", "增收", "脱贫", "入学", "参保", "上岗", "培训", "入住"})


def read_objects(contexts: Contexts) -> None:
    """Names the object of each quantity: the document's own word for the thing counted."""
    recent = Recent(contexts.document.clauses)
    for at, context in enumerate(contexts.all):
        recent.enter(context.quantity.clause)
        cell = contexts.cells.at(context.quantity.span.begin)
        named = cell.name if cell and cell.column is Column.RATE else object_of(context)
        if not named or (is_where(context, named) and recent.counts(context.quantity.unit)):
            named = deed_said(context) or recent.alike(context) or bare_deed(context) or recent.like(context)
        elif is_doer(context, named):
            named = deed_ahead(context, contexts.all[at + 1 : at + 4]) or deed_before(context, recent.last) or named
        context.object = "".join(named.split()) or None
        recent.keep(context)


class Recent:
    """The quantities of a clause so far, for a count without a word of its own: 其中甲县5所."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self.last: Context | None = None
        self._counted: Context | None = None
        self._titles = {one.path: one.title for one in clauses}
        self._clause = ""
        self._alike: dict[str, Context] = {}

    def enter(self, clause: str) -> None:
        """Forget what another clause counted."""
        if clause != self._clause:
            self._clause, self._alike = clause, {}

    def keep(self, context: Context) -> None:
        """Remember what this one counts, unless it only qualifies or covers."""
        if context.object and context.role not in {Role.QUALIFIER, Role.SCOPE}:
            unit = context.quantity.unit
            self.last = self._alike[unit] = context
            if unit not in RATES:
                self._alike[context.role] = context
            if unit not in RATES and unit not in MONEY:
                self._counted = context

    def counts(self, unit: str) -> bool:
        """Whether something in this clause was counted in that unit."""
        return unit in self._alike

    def alike(self, context: Context) -> str:
        """What the one before it in this clause that counts times counts: 已放映2214场 after 公益电影2952场."""
        before = self._alike.get(context.quantity.unit) if context.quantity.unit in EVENTS else None
        return (before.object or "") if before else ""

    def like(self, context: Context) -> str:
        """What the one before it with the same unit, else the same role, counts; of a rate, the one right before."""
        unit = context.quantity.unit
        before = self._alike.get(unit)
        if before is None and unit not in RATES and unit not in MONEY and (topic := _topic(context)):
            return topic
        before = before or self._alike.get(context.role)
        if unit in RATES or (self._alike and not context.own):
            before = self._counted if _WORK_DONE.search(context.own) else self.last
        return (before.object if before else self._titled(unit)) or ""

    def _titled(self, unit: str) -> str:
        """（九）改造老旧小区。计划开工12个…: the heading names the thing where nothing before the number does."""
        title = self._titles.get(self._clause, "")
        known = unit not in MONEY and unit not in RATES and len(title) <= _HEADING
        return thing_before(title, unit=unit) if known else ""


def _topic(context: Context) -> str:
    """为困难家庭实施无障碍改造，全年任务1200户: what the phrase before names, where the number's own names nothing."""
    told = context.told[: -len(context.before) or None].rstrip("，, ")
    phrase = _PAUSE.split(told)[-1]
    if not told or _DIGIT.search(phrase) or not _TASK_ALONE.search(context.before):
        return ""
    unit = context.quantity.unit
    return (person_served(phrase) if unit in PEOPLE else "") or thing_before(phrase, unit=unit)


def object_of(context: Context) -> str:
    """The thing counted, from the words after the number, else from those before; empty where neither names it."""
    unit = context.quantity.unit
    if unit.endswith(PERSON_NOUNS) and len(unit) > 1:
        return unit
    if unit in RATES:
        return _of_rate(context)
    return _of_money(context) if unit in MONEY else _of_count(context)


def _of_money(context: Context) -> str:
    named = thing_before(context.own, unit=context.quantity.unit)
    if _CHANGED.search(context.own.strip(ENDS)) or _CHANGED.search(named):
        return ""
    return "资金" if not named or named.startswith("每") else named


def _of_count(context: Context) -> str:
    unit = context.quantity.unit
    named = thing_after(context.next, unit=unit)
    named = "" if names_nothing(named) else named
    if not named and unit in EXAMINED_IN and (examined := examination(context.own)):
        return examined
    if not named and _RELATIVE.search(context.own):
        return ""
    if not named or (unit in PEOPLE and named in _WHAT_PEOPLE_DO):
        named = _named_before(context, named)
    named = _EACH.sub("", named)
    return "" if names_nothing(named) or (named in _SCHOOLS and unit == "个") else named


def _named_before(context: Context, after: str) -> str:
    """What the words before the number name; ``after`` is what people do, where that stands behind it."""
    unit = context.quantity.unit
    before = thing_before(context.own, unit=unit)
    named = before if not after or _PERSON_END.search(before) else after
    served = person_served(context.before) if unit in PEOPLE and not _PERSON_END.search(named) else ""
    return served or named


def _of_rate(context: Context) -> str:
    """The indicator whole before the number (落实率), or the set it is a share of (65%的县市, 年度任务的90%)."""
    planned = _OF_PLAN.search(context.before)
    if planned:
        return planned[1]
    share = _SHARE.match(context.after)
    if share:
        return until_stop(share[1]).strip(ENDS)
    before = _CHANGE.sub("", context.own.lstrip("）) ")).strip(ENDS)
    before = _RATE_OPENING.sub("", before) if _INDICATOR.search(before) else without_opening(before)
    before = _CHANGE.sub("", before).strip(ENDS)
    if _CHANGED.search(before):
        return ""
    return before or until_stop(context.after).strip(ENDS)
