"""Tells what each quantity is in the work: first its place, then its type; reads quantities, writes their role."""

import re

from duixian.compiler.figures.cells import Column
from duixian.compiler.figures.contexts import Context, Contexts
from duixian.compiler.lexicon import roles as words
from duixian.compiler.lexicon.progress import AHEAD_SECTION
from duixian.compiler.lexicon.units import AGES, EVENTS, MONEY, PEOPLE, PERSON_NOUNS, RATES, SIZES, TIMES
from duixian.compiler.reading import Comparator, Document, Kind, Role


def _compiled() -> dict[str, re.Pattern[str]]:
    """Every upper-case pattern of the lexicon, ready to search."""
    return {name: re.compile(value) for name, value in vars(words).items() if name.isupper()}


_WORDS = _compiled()
_DIVISIONS = re.compile(
    rf"^(?:的)?(?:[\u4e00-\u9fff]{{0,8}}?)(?:{words.DIVISION})(?=[，。；、）)的,;.各和及与]|\d|$|约|近|"
    rf"[未实开新改完共均内中推设每进接试全建为对配]|所有)"
)
_DIVISION_ALONE = re.compile(rf"(?:{words.DIVISION})$")
_DIVISION_AT_END = re.compile(rf"(?:{words.DIVISION})$")
_NEXT_NUMBER = re.compile(
    r"^[\u4e00-\u9fff]{1,14}?(?:[（(][^（）()]{0,60}[）)])?(?:的|约|近|各|共)?[\d一二两三四五六七八九十]"
)
_GOVERNED = re.compile(rf"{words.DELIVERS}(?:(?!在|为|对|覆盖|涉及)[^，]){{0,40}}$")
_SERVED = re.compile(rf"[\u4e00-\u9fff]{{0,6}}?(?:{'|'.join(PERSON_NOUNS)})")
_JUST_GOVERNED = re.compile(rf"{words.DELIVERS}$")
_THING = re.compile(
    r"(?:规模)?(?:企业|大班|班额|单位|村|社区|学校|建筑|场所|场馆|商场|项目|团体|公园|小区|医院|工程|"
    r"用户)"
)
_AHEAD_SECTION = re.compile(AHEAD_SECTION)
# 50户以上自然村: a village is not counted in households.
_VILLAGE = re.compile(r"(?:[\u4e00-\u9fff]{0,4}(?:自然|建制|行政|安置))?(?:村|屯|寨|小区|安置点)")
_BEASTS = frozenset({"头", "只", "匹", "羽"})
_HEADING = 16
_INSTITUTION = re.compile(r"(?:学校|中?小学|中学|高中|幼儿园|医院|卫生院|企业|单位|机构|站所|小区|社区|村)")
_YEAR = re.compile(r"(20\d\d)年")


def read_roles(contexts: Contexts) -> None:
    """Tells the role of each quantity from the words around it."""
    tense, served = Tense(contexts.document), -1
    for context in contexts.all:
        cell = contexts.cells.at(context.quantity.span.begin)
        achieved = tense.hear(context) if cell is None else tense.hear_cell(context, cell.column)
        role = role_of(context, achieved=achieved)
        if served == context.sentence and role is Role.TARGET and _is_of_those(context):
            role = Role.BENEFICIARY
        served = context.sentence if role is Role.BENEFICIARY else -1
        context.role = role


def _is_of_those(context: Context) -> bool:
    """解决2.3万人饮水问题，其中脱贫人口3126名: some of those who were served right before."""
    return context.quantity.unit in PEOPLE and context.own.lstrip("，、 ").startswith("其中")


class Tense:
    """Whether what a sentence tells has been achieved; only reports and news tell such things.

    A sentence without a word of its own keeps the tense of the one before it.
    """

    def __init__(self, document: Document) -> None:
        self._tells = document.kind in {Kind.REPORT, Kind.NEWS}
        self._year = document.year
        self._ahead = frozenset(one.path for one in document.clauses if _AHEAD_SECTION.search(one.title[:_HEADING]))
        self._clause = ""
        self.achieved = document.kind is Kind.REPORT

    def hear(self, context: Context) -> bool:
        """The tense of the sentence that the context stands in, kept for the next one."""
        if not self._tells:
            return False
        self._enter(context)
        told = context.told + context.quantity.quote
        plan, done = _last("PLAN", told), _last("DONE", told)
        if plan >= 0 or done >= 0:
            self.achieved = done > plan
        elif _tells_past(context, self._year):
            self.achieved = True
        elif _last("PLAN", context.paragraph) > _last("DONE", context.paragraph):
            self.achieved = False
        return self.achieved

    def hear_cell(self, context: Context, column: Column) -> bool:
        """What a column of a progress table sets or tells is said by its head, whatever stands around it."""
        if column is Column.SET:
            return False
        plan, done = _last("PLAN", context.told), _last("DONE", context.told)
        return column is not Column.OTHER or (self._tells and done >= plan)

    def _enter(self, context: Context) -> None:
        """A section called 下一步工作 looks ahead, the one after it does not."""
        clause, before = context.quantity.clause, self._looks_ahead(self._clause)
        if clause != self._clause:
            self._clause = clause
            if self._looks_ahead(clause) or before:
                self.achieved = not self._looks_ahead(clause)

    def _looks_ahead(self, clause: str) -> bool:
        return any(clause == path or clause.startswith(f"{path}.") for path in self._ahead)


def _last(name: str, told: str) -> int:
    """Where the last word of that kind stands, or -1: of 计划改造…，已完成… the nearer one holds."""
    return max((match.start() for match in _WORDS[name].finditer(told)), default=-1)


def _tells_past(context: Context, year: int | None) -> bool:
    """An earlier year, or 已 behind the quantity; 确保6月底前全部完成 tells nothing done."""
    earlier = year is not None and any(int(said) < year for said in _YEAR.findall(context.whole))
    return earlier or (_last("PLAN", context.whole) < 0 and bool(_WORDS["DONE"].search(context.whole)))


def role_of(context: Context, *, achieved: bool) -> Role:
    """The role of one quantity, by its unit first, then by the words beside it."""
    unit = context.quantity.unit
    reached = Role.RESULT if achieved and not _is_set(context) else Role.TARGET
    if unit in AGES:
        return Role.QUALIFIER
    if unit in MONEY:
        return _money(context, reached)
    if unit in RATES:
        return _rate(context, reached)
    if unit in TIMES:
        return _time(context, reached)
    return _count(context, reached)


def _is_set(context: Context) -> bool:
    if _says(context, "SET_BEFORE") or _says(context, "SET_AFTER"):
        return True
    if _WORDS["THEN_DONE"].search(context.following) and not _says(context, "DONE_BEFORE"):
        return True
    return _says(context, "LISTED_BEFORE") and _says(context, "LISTED_AFTER")


def _money(context: Context, reached: Role) -> Role:
    if _says(context, "CHANGED_FROM_BEFORE") and _says(context, "CHANGED_FROM_AFTER"):
        return Role.BASELINE
    if _says(context, "MONEY_EARNED_BEFORE") or (reached is Role.RESULT and _says(context, "MONEY_GROWN_BEFORE")):
        return reached
    if context.own != context.before and _WORDS["MONEY_IN_ALL"].search(context.own):
        return Role.BUDGET
    if (
        "/" in context.quantity.quote
        or "／" in context.quantity.quote
        or _says(context, "MONEY_STANDARD")
        or _says(context, "ONCE_AFTER")
    ):
        return Role.STANDARD
    if _is_size_of_other(context):
        return Role.QUALIFIER
    return reached if _says(context, "MONEY_ACHIEVED") else Role.BUDGET


def _rate(context: Context, reached: Role) -> Role:
    if _is_baseline(context):
        return Role.BASELINE
    if _says(context, "RATE_STANDARD_BEFORE") or _says(context, "RATE_STANDARD_AFTER"):
        return Role.STANDARD
    compared = context.quantity.comparator is not Comparator.EQUAL
    if compared and _says(context, "INDICATOR_BEFORE") and _says(context, "RATE_SHARE_OF"):
        return Role.QUALIFIER
    return reached


def _time(context: Context, reached: Role) -> Role:
    quote = context.quantity.quote
    if _says(context, "AHEAD_BEFORE"):
        return reached if reached is Role.RESULT else Role.STANDARD
    if _is_baseline(context):
        return Role.BASELINE
    if context.after.startswith("的") and not context.after.startswith("的时限"):
        return Role.QUALIFIER
    if "工作日" not in quote and _says(context, "TIME_OF_YEAR"):
        return reached
    if _says(context, "TIME_QUALIFIER_BEFORE") or quote.endswith("以上"):
        return Role.QUALIFIER
    if "内" not in quote and "工作日" not in quote and _says(context, "TIME_COUNTED_BEFORE"):
        return reached
    return Role.STANDARD


def _count(context: Context, reached: Role) -> Role:
    there = reached is Role.TARGET and _says(context, "BASELINE_BEFORE")
    if there or _is_baseline(context):
        return Role.BASELINE
    if _says(context, "COUNT_STANDARD"):
        return Role.STANDARD
    if _is_size_of_other(context) or (context.quantity.unit in EVENTS and _says(context, "IN_A_ROW_BEFORE")):
        return Role.QUALIFIER
    if _DIVISION_ALONE.fullmatch(context.quantity.unit) and _is_scope(context):
        return Role.SCOPE
    if not _serves_people(context) and _says(context, "SERVES_ANY") and _names_those_of(context):
        return Role.SCOPE
    if _is_beneficiary(context):
        return Role.BENEFICIARY
    return Role.SCOPE if _is_scope(context) else reached


def _says(context: Context, name: str) -> bool:
    """Whether the named pattern of the lexicon holds: …_AFTER and RATE_SHARE_OF read ahead, all others back."""
    if name.endswith("_AFTER") or name == "RATE_SHARE_OF":
        return bool(_WORDS[name].match(context.after))
    return bool(_WORDS[name].search(context.before))


def _is_baseline(context: Context) -> bool:
    """已有53家, 在减排26%的基础上, 由20个压缩至5个; not what a plan will reach by then."""
    if _says(context, "BASELINE_AFTER"):
        return True
    return _says(context, "CHANGED_FROM_BEFORE") and _says(context, "CHANGED_FROM_AFTER")


def _is_size_of_other(context: Context) -> bool:
    """500平方米以上的场馆, 100人以上的企业: which things are meant, not how many."""
    quote = context.quantity.quote
    if not quote.endswith(("以上", "以下", "以内")) or context.quantity.unit not in SIZES | PEOPLE | MONEY | _BEASTS:
        return False
    if context.after.startswith("的") or (context.quantity.unit in {"户", "人"} and _VILLAGE.match(context.after)):
        return True
    return bool(_THING.match(context.after)) and not _GOVERNED.search(context.before)


def _is_beneficiary(context: Context) -> bool:
    if _says(context, "SERVES_ANY"):
        return True
    if not _serves_people(context):
        return False
    if _says(context, "BENEFICIARY_AFTER"):
        return True
    if _says(context, "RAISES_INCOME") and _says(context, "RAISES_INCOME_AFTER"):
        return True
    if context.quantity.unit != "人次" and _says(context, "BENEFICIARY_SERVED"):
        return True
    if _says(context, "SERVED_DAILY"):
        return True
    found = _WORDS["BENEFICIARY_BEFORE"].search(context.before)
    return bool(found) and not _says(context, "NOT_BENEFICIARY_BEFORE")


def _names_those_of(context: Context) -> bool:
    """惠及9个乡镇4.7万人, 惠及286所小学的4.7万名学生: the places are not who is served."""
    followed = _NEXT_NUMBER.match(context.after or " ")
    return bool(_DIVISIONS.match(context.after) or (followed and _INSTITUTION.match(context.after)))


def _serves_people(context: Context) -> bool:
    """People, households and firms can be served; so can what 26万学生 counts."""
    unit = context.quantity.unit
    return unit in PEOPLE or unit.endswith(PERSON_NOUNS) or bool(_SERVED.match(context.after))


def _is_scope(context: Context) -> bool:
    """Divisions and bodies that the work covers, not those it is to make: 在30个县, not 创建30个示范县."""
    if _DIVISION_ALONE.fullmatch(context.quantity.unit):
        return not _JUST_GOVERNED.search(context.before)
    if _INSTITUTION.match(context.after) and _says(context, "ALL_OF_BEFORE"):
        return True
    named = context.quantity.unit == "个" and bool(_DIVISIONS.match(context.after))
    if not named:
        return _says(context, "SCOPE_NAMED") and bool(_DIVISION_AT_END.search(context.before))
    if _NEXT_NUMBER.match(context.after or " ") or _says(context, "SCOPE_BEFORE") or _says(context, "SCOPE_NAMED"):
        return True
    return not _GOVERNED.search(context.before)
