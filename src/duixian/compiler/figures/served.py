"""Names whom the work is done on where only the deed stands by the number, and examinations that have a name."""

import re

from duixian.compiler.figures.nouns import ENDS, without_opening
from duixian.compiler.figures.phrases import any_word
from duixian.compiler.lexicon.units import PERSON_NOUNS

_PERSONS = rf"(?:{any_word(PERSON_NOUNS)}|孕产妇|婴幼儿|家庭|患者|学生|老人|对象)"
_DEEDS = "免费|提供|开展|实施|进行|接种|发放|配发|注射|全部|参加"
_SERVED = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|[为对给向]|面向|组织)(?P<person>[^，。；为对给向]{{0,24}}?{_PERSONS})"
    rf"(?:{_DEEDS})"
)
_GIVEN = re.compile(_DEEDS)
# 为妇女免费开展“两癌”筛查5600人: an examination with a name of its own is what is delivered.
EXAMINED_IN = frozenset({"人", "名", "人次", "例", "人份", "例次"})
_EXAMINED = re.compile(
    rf"^(?:.{{0,60}}(?:{_PERSONS}|进行|开展|提供|实施|完成|安排))?(?:免费(?!体检|健康))?"
    r"(?P<name>(?:“[^”]{1,8}”|[\u4e00-\u9fff、]{2,10}?)(?:免费)?(?:筛查|体检|检查|查体))(?:任务|完成|已完成|目标)*$"
)
_NO_EXAMINATION = re.compile(rf"(?:免费|全年|专项|开展|联合|监督|安全|进行)+(?:筛查|检查)|.*(?:{_PERSONS}).*")


def examination(own: str) -> str:
    """“两癌”免费筛查, where the words before the number end in one with a name; in 农村妇女免费筛查 it has none."""
    found = _EXAMINED.search(without_opening(own.strip(ENDS)))
    return found["name"] if found and not _NO_EXAMINATION.fullmatch(found["name"]) else ""


def person_served(before: str) -> str:
    """为65岁以上老年人免费接种疫苗3.2万人次: whom the work is done on, where only the deed stands by the number.

    >>> person_served("为农村适龄妇女免费提供“两癌”检查"), person_served("开展职业技能培训")
    ('农村适龄妇女', '')
    """
    found = _SERVED.search(before) if _GIVEN.search(before) else None
    return (without_opening(found["person"]) or found["person"]) if found else ""
