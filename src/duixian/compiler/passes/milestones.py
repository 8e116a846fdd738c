"""Finds the stages that have a time of their own; reads clauses and the year, writes milestones."""

import calendar
import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from duixian.compiler.figures.numbers import read_chinese
from duixian.compiler.figures.phrases import beginning_with
from duixian.compiler.figures.sentences import ClauseFinder, Sentences
from duixian.compiler.lexicon import stages as words
from duixian.compiler.page import Page
from duixian.compiler.reading import Document, Kind, Milestone, Stage
from duixian.units import Span

_Days = tuple[dt.date | None, dt.date | None]

# A bad recognition writes letters for 1 and 0: 1O月底.
_M = r"(?:(?![lIO]{1,2}[^\d月])[\dlIO]{1,2}|[一二三四五六七八九十]{1,2})"
_D = r"[\dlIO]{1,2}"
_LETTERS = str.maketrans("lIO", "110")
_PART = r"底|末|初|上旬|中旬|下旬|中"
_TIME = re.compile(
    beginning_with(r"\d一二三四五六七八九十今明次去当本上下第年")
    + rf"(?:(?P<year>2[0O][\dlIO]{{2}})\s?年(?:的)?\s?|(?P<near>今年|明年|次年|去年|当年|本年)的?)?"
    rf"(?:(?<![\d.])(?P<m1>{_M})\s?(?:月(?:份)?\s?(?:(?P<d1>{_D})\s?[日号])?(?P<p1>{_PART})?)?\s?(?:至|到|"
    rf"[-—–~～]{{1,2}})\s?(?:(?P<year2>2[0O][\dlIO]{{2}})年|(?P<near2>次年|"
    rf"明年))?\s?(?P<m2>{_M})\s?月(?:份)?\s?(?:(?P<d2>{_D})\s?[日号])?(?P<p2>{_PART})?"
    rf"|(?<![\d.])(?P<m>{_M})\s?月(?:份)?\s?(?:(?P<d>{_D})\s?[日号])?(?P<p>{_PART})?"
    rf"|(?P<half>[上下]半年)|(?:第?(?P<q>[一二三四1-4])季度)(?P<qend>末|底)?|(?P<yearend>年底|年末|"
    rf"(?<=年)底|(?<=年)末))"
    rf"(?P<by>之?前|以前)?(?P<from>起|开始)?"
)
_OWN_ACT = re.compile(words.ACTS)
_STRETCH = re.compile(words.STRETCH)
_NO_STAGE = re.compile(words.NO_STAGE)
_SAYS = re.compile(r"^[，,\s]?[\u4e00-\u9fff“]{2}")
# 前期准备阶段（2025年1月—3月）, 第一阶段：1月至3月.
_HEADED = re.compile(
    r"(?:阶段|环节|步骤)\s?[（(:：]\s?$"
    r"|(?:动员|部署|启动|准备|实施|推进|验收|总结|考核|评估|攻坚|排查|整改|收尾|发动)[（(]\s?$"
)
_HEADING = 24
_WHOLLY_DONE = re.compile(r"前(?:全部|全面|按时|如期|基本)?(?:完成|办结|落实到位)(?:任务|到位)?[)）]?$")
_LIMIT_LABEL = re.compile(r"(?:时限|完成时间|期限|截止日期|日期)[^，。；]{0,6}[:：]\s?$")
_CLOSE = re.compile(r"\s?[）)]")
_FIRST_SENTENCE = re.compile(r"[。：:，,]?\s?(?!\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]))[^。；;\n]{2,160}")
_PAUSE = re.compile(r"[，,；;。！？：:\n]")
_ONLY_DEADLINE = re.compile(r"[（(][^（）()]{0,80}(?:负责|牵头|责任|时限)[^（）()]{0,400}$|[（(][^（）()\d]{0,4}$")
_WHO_ANSWERS = re.compile("负责|牵头|责任|配合|承办")
# 秋季开学前（8月底前）交付使用: the bracket only says when.
_ACT_AFTER = re.compile(
    r"[）)](?:全部|全面|正式)?(?:投入|交付|完成|建成|竣工|开工|完工|通车|投用|启用|具备|达到|实现|开放|使用|开学|运行|供|通|搬|入住)"
)
_MERE_DATE = re.compile(r"[）)]|起?施行|印发|发布|会议|经|讲话|第.{1,3}次|召开的|起执行|以来|期间|的(?!招标|采购)")
_OPENS = re.compile(r"[“从自在于到]*(?:争取|力争|确保|预计|计划|拟)?[于在]?")
_LABEL = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．]|"
    r"[一二三四五六七八九]是)?\s*"
)
_HALVES = {"上半年": ((1, 1), (6, 30)), "下半年": ((7, 1), (12, 31))}
_TENTHS = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "中": (11, 20)}
_PLANS = {Kind.ANNOUNCEMENT, Kind.WORK_PLAN, Kind.NOTICE}
_TOLD = {Kind.NEWS, Kind.REPORT}
_WINDOW, _INDENT = 160, 60


def read_milestones(page: Page, document: Document) -> Document:
    """The document with its milestones in the order of the text; none without a year to count in."""
    if document.year is None or document.kind not in _PLANS | _TOLD:
        return document
    plain = page.unwrapped
    sentences = page.sentences_in(document.span)
    find = ClauseFinder(document.clauses)
    found = tuple(
        milestone
        for match in _TIME.finditer(plain, document.span.begin, document.span.end)
        if (milestone := _milestone(page, document, sentences, match)) is not None
    )
    placed = (replace(one, clause=find.path_at(one.span.begin)) for one in found)
    limits = sorted(((one.span, one.deadline) for one in document.assignments if one.deadline), key=itemgetter(0))
    kept = tuple(one for one in placed if not _is_deadline(limits, one))
    return replace(document, milestones=kept)


def _is_deadline(limits: Sequence[tuple[Span, dt.date]], stage: Milestone) -> bool:
    """由甲局负责，确保6月底前全部完成: the day that an assignment in the same words already gives as its limit.

    Shape: ``limits`` are the assignments' spans and days, in the order of the text.
    """
    if stage.start is not None or not _WHOLLY_DONE.search(stage.text):
        return False
    nearest = bisect_right(limits, stage.span.begin, key=lambda limit: limit[0].begin) - 1
    span, day = limits[nearest] if nearest >= 0 else (stage.span, None)
    return day == stage.end and stage.span.end <= span.end + 1


def _milestone(page: Page, document: Document, sentences: Sentences, match: re.Match[str]) -> Milestone | None:
    plain = match.string
    sentence = sentences.spans[sentences.at(match.start())]
    headed = _HEADED.search(plain, max(sentence.begin, match.start() - _HEADING), match.start())
    span = _headed_span(plain, sentence, match) if headed else _stage_span(plain, sentence, match)
    words_of_it = span.of(plain)
    if not headed and (
        not _has_act(match, words_of_it, in_plan=document.kind in _PLANS) or _sets_no_stage(plain, sentence, match)
    ):
        return None
    days = None if _is_day_alone(page.plain, match) else _days(match, document.year or 0)
    if days is None or not _fits(document, match, days):
        return None
    return Milestone(
        clause="", text=span.of(page.text), span=span, start=days[0], end=days[1], stage=stage_of(words_of_it)
    )


def _has_act(match: re.Match[str], phrase: str, *, in_plan: bool) -> bool:
    """Whether the phrase says what is done: by a day anything may be (10月底前全部开餐), in a month only known acts.

    A stretch of time that opens a plan's phrase (5月至10月管道入地) is a stage whatever is done in it.
    """
    if _OWN_ACT.search(phrase):
        return True
    before, _, behind = phrase.partition(match.group())
    if in_plan and (match["m2"] or match["q"]) and _OPENS.fullmatch(before) and _STRETCH.match(behind):
        return True
    return bool(match["by"]) and bool(_SAYS.search(behind))


def _fits(document: Document, match: re.Match[str], days: _Days) -> bool:
    """What a report or news tells of past days is no stage; only what it sets a beginning or an end for."""
    if document.kind in _PLANS:
        last = days[1] or days[0]
        return last is not None and last.year >= (document.year or 0)
    return bool(match["from"] or match["by"])


def _headed_span(plain: str, sentence: Span, match: re.Match[str]) -> Span:
    """前期准备阶段（1月—3月）。完成招标: the heading with its time, and its first sentence if that has no time."""
    begin = _stage_span(plain, sentence, match).begin
    close = _CLOSE.match(plain, match.end())
    end = close.end() if close else match.end()
    first = _FIRST_SENTENCE.match(plain, end, end + _WINDOW)
    if first and not _TIME.search(first.group()):
        end = first.end()
    return Span(begin, end)


def _stage_span(plain: str, sentence: Span, match: re.Match[str]) -> Span:
    """The phrase that holds the time; where the time opens it, also the phrases after it up to the next time."""
    back = plain[max(sentence.begin, match.start() - _WINDOW) : match.start()]
    opening = max((pause.end() for pause in _PAUSE.finditer(back)), default=0)
    begin = match.start() - len(back) + opening
    label = _LABEL.match(plain[begin : match.start()])
    begin += label.end() if label else 0
    ahead = plain[match.end() : min(sentence.end, match.end() + _WINDOW)]
    opens = _OPENS.fullmatch(plain[begin : match.start()])
    end = match.end() + (_to_next_time(ahead) if opens else _to_pause(ahead))
    return Span(begin, end)


def _to_pause(ahead: str) -> int:
    pause = _PAUSE.search(ahead)
    return pause.start() if pause else len(ahead.rstrip())


def _to_next_time(ahead: str) -> int:
    """To the end of the sentence or the pause before its next time, whichever comes first."""
    later = _TIME.search(ahead)
    limit = later.start() if later else len(ahead)
    pauses = list(_PAUSE.finditer(ahead, 1))
    if later:
        return max((p.start() for p in pauses if p.start() < limit), default=_to_pause(ahead))
    stop = next((p.start() for p in pauses if p.group() in "；;。！？\n"), len(ahead))
    return len(ahead[:stop].rstrip("（( "))


def _sets_no_stage(plain: str, sentence: Span, match: re.Match[str]) -> bool:
    told = plain[max(sentence.begin, match.start() - _WINDOW) : match.start()]
    phrase = _PAUSE.split(told)[-1]
    following = plain[match.end() : match.end() + 8].lstrip()
    if _in_assignment(plain, match.start()):
        return True
    if _ONLY_DEADLINE.search(told) and not _ACT_AFTER.match(plain, match.end()):
        return True
    if _MERE_DATE.match(following) and not _ACT_AFTER.match(plain, match.end()):
        return True
    label = _LIMIT_LABEL.search(told)
    passed = match["from"] and phrase.endswith("从")
    return bool(label) or (bool(_NO_STAGE.search(phrase)) and not passed)


def _is_day_alone(plain: str, match: re.Match[str]) -> bool:
    """Whether the day has a line of its own, under a signature or a title: it sets nothing, whatever follows it."""
    before = plain[max(0, match.start() - _INDENT) : match.start()].rpartition("\n")[2]
    behind = plain[match.end() : match.end() + _INDENT].partition("\n")[0]
    return bool(match["d"]) and not before.strip(" \t（(") and not behind.strip(" \t）)")


def _in_assignment(plain: str, position: int) -> bool:
    """（甲局牵头，乙局配合；11月30日前完成）: a day in the bracket that says who answers is their limit."""
    line = plain[max(0, position - 3 * _WINDOW) : position].rpartition("\n")[2]
    opening = max(line.rfind("（"), line.rfind("("))
    inside = line[opening + 1 :]
    return opening >= 0 and "）" not in inside and ")" not in inside and bool(_WHO_ANSWERS.search(inside))


def _days(match: re.Match[str], year: int) -> _Days | None:
    """Start and end, both inclusive; None for a day that no calendar has."""
    try:
        days = _open_or_closed(match, _year(match["year"], match["near"], year))
    except ValueError:
        return None
    if match["from"] and days[0] is not None:
        return days[0], None
    return (None, days[1]) if match["by"] else days


def _year(written: str | None, near: str | None, year: int) -> int:
    if written:
        return _number(written)
    return year + {"明年": 1, "次年": 1, "去年": -1}.get(near or "", 0)


def _open_or_closed(match: re.Match[str], year: int) -> _Days:
    if match["yearend"]:
        return None, dt.date(year, 12, 31)
    if match["half"]:
        begin, end = _HALVES[match["half"]]
        return dt.date(year, *begin), dt.date(year, *end)
    if match["q"]:
        quarter = _number(match["q"])
        days = dt.date(year, quarter * 3 - 2, 1), _month_end(year, quarter * 3)
        return (None, days[1]) if match["qend"] else days
    if match["m2"]:
        return _range(match, year)
    return _single(match, year)


def _single(match: re.Match[str], year: int) -> _Days:
    month = _number(match["m"])
    if match["d"]:
        day = dt.date(year, month, _number(match["d"]))
        return (day if match["from"] else None), day
    begin, end = _part(year, month, match["p"])
    return (None if match["p"] in {"底", "末"} and not match["from"] else begin), end


def _range(match: re.Match[str], year: int) -> _Days:
    first, last = _number(match["m1"]), _number(match["m2"])
    later = _year(match["year2"], match["near2"], year)
    later += 1 if later == year and last < first else 0
    start = dt.date(year, first, _number(match["d1"])) if match["d1"] else _part(year, first, match["p1"])[0]
    end = dt.date(later, last, _number(match["d2"])) if match["d2"] else _part(later, last, match["p2"])[1]
    return start, end


def _part(year: int, month: int, part: str | None) -> tuple[dt.date, dt.date]:
    """First and last day of a month or of its 上旬, 中旬, 下旬."""
    if part in _TENTHS:
        begin, end = _TENTHS[part]
        return dt.date(year, month, begin), dt.date(year, month, end)
    return dt.date(year, month, 21 if part == "下旬" else 1), _month_end(year, month)


def _month_end(year: int, month: int) -> dt.date:
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        raise ValueError(month)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _number(written: str) -> int:
    digits = written.translate(_LETTERS)
    return int(digits) if digits.isdigit() else int(read_chinese(written) or 0)


def stage_of(text: str) -> Stage:
    """Whether the words prepare the work, do it or finish it.

    >>> stage_of("完成项目招投标"), stage_of("完成主体施工"), stage_of("全部竣工并交付使用")
    (<Stage.PREPARE: 'prepare'>, <Stage.WORK: 'work'>, <Stage.FINISH: 'finish'>)
    """
    for words_of_it, stage in ((words.FINISH, Stage.FINISH), (words.PREPARE, Stage.PREPARE), (words.WORK, Stage.WORK)):
        if any(word in text for word in words_of_it):
            return stage
    return Stage.FINISH if "完成" in text else Stage.WORK
