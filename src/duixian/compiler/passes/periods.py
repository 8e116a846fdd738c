"""Tells what each quantity is for each of, and how often it recurs; reads quantities, writes ``per`` and ``period``."""

import re

from duixian.compiler.figures.contexts import Context, Contexts
from duixian.compiler.lexicon.units import MONEY, RATES, TIMES
from duixian.compiler.reading import Role

_PERIODS = {"年": "year", "月": "month", "周": "week", "星期": "week", "季度": "quarter", "季": "quarter"}
_PERIOD = re.compile(
    r"(?:每个?|按|逐|平均每)(年|月|周|星期|季度|季)(?!度?[报以末初底]|龄|岁|票|租|薪|边|期|转|日|饼|刊|节)"
)
_RATE_PERIOD = re.compile(r"[/／·•]([年月周季])")
_RATE = re.compile(r"[/／]([\u4e00-\u9fff㎡]{1,3})")
_MEASURES = "个|名|位|家|所|座|处|条|支|台|辆|套|间|栋|只|张|件|例|批|对|队|班|片|公里|盏|亩|吨|平方米"
_EACH = re.compile(
    rf"每(?P<many>[百千万]名?(?:人口|人|户|老年人|学生|职工)?)|"
    rf"每(?:{_MEASURES})?(?P<each>[\u4e00-\u9fff（）]{{0,12}}?)(?=每|至少|不少于|不低于|不超过|最高|"
    rf"装机|召|联系|走访|各|按|配|举|组|开|建设|建立|建成|拥有|平均|安|提供|投|给|补|发|设|选|培|完|新|全|免|增|累|年|"
    rf"月|演出|流动|参|服务不|奖|约|$|\d)"
)
_SINGLE = re.compile(rf"每({_MEASURES}|户|人|村|县|乡|镇|校|亩|吨|场|次|期|年|月|周|季|站|点|平方米|公里)")
_ALL = re.compile(
    r"(?:^|[，、：（ ]|线下|线上|其他|其余|要求|推动|指导|支持)各(?![^，]{1,6}自筹)(?!类|级|项|种|地|族|方|部门|单位|"
    r"有关|相关|自|界|具)(?P<each>[\u4e00-\u9fff（）]{1,10}?)(?=每|至少|不少于|各|建|举|开展|组织|完|"
    r"新|配|打造|设|$)"
)
_EACH_COUNTED = re.compile(
    r"各(?:自|新建|建设|建成|建|举办|开展|配备|完成|安排|组织)?$|分别(?:新建|建设|建|举办|开展|配备)?$"
)
_UNCOUNTED = MONEY | RATES | TIMES
_WHOLE = re.compile(r"全[省市县区州年]|20\d\d年|累计|共计?|合计|总|今年|年内")
_PAUSES = re.compile(r"[，,；;。：:]")


def read_periods(contexts: Contexts) -> None:
    """Tells ``per`` and ``period`` of each quantity, each None where nothing of the kind is written."""
    sentence, carried = -1, None
    last: Context | None = None
    for context in contexts.all:
        if context.sentence != sentence:
            sentence, carried = context.sentence, None
        per = _per(context, last)
        if per is None and _WHOLE.search(context.before):
            carried = None
        carried = (None if _RATE.search(context.quantity.quote) else per) or carried
        context.per = per or (carried if _keeps(context) else None)
        context.period = _period(context)
        last = last if context.quantity.unit in _UNCOUNTED else context


def _keeps(context: Context) -> bool:
    """为每人提供…、…: what is delivered keeps the 每 of its sentence; places, ages and people served do not."""
    return context.role in {Role.TARGET, Role.RESULT, Role.STANDARD}


def _period(context: Context) -> str | None:
    rated = _RATE_PERIOD.search(context.quantity.quote)
    if rated:
        return _PERIODS[rated[1]]
    named = [found[1] for found in _PERIOD.finditer(context.before)]
    return _PERIODS[named[-1]] if named else None


def _per(context: Context, last: Context | None) -> str | None:
    rated = _RATE.search(context.quantity.quote)
    if rated:
        return rated[1] if rated[1] not in _PERIODS else None
    if last is not None and last.role is not Role.QUALIFIER and _EACH_COUNTED.search(context.before):
        return last.object or last.quantity.unit
    return _each(context.own)


def _each(before: str) -> str | None:
    """The thing named after the last 每 or 各, its measure word where no noun follows; None for 每年 and its like."""
    for found in reversed([*_EACH.finditer(before)] if "每" in before else []):
        if found["many"]:
            return found["many"]
        noun = found["each"].strip("（）")
        if noun.startswith(("年", "月", "周", "季度", "天", "日")):
            continue
        single = _SINGLE.match(before, found.start())
        named = noun or (single[1] if single else "")
        if named and named not in {*_PERIODS, "天", "日", "个月", "季度", "两年", "半年", "学期", "学年"}:
            return noun or named
    found_all = _ALL.search(before) if "各" in before else None
    return found_all["each"] if found_all else None
