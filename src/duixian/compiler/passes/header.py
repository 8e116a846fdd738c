"""Reads a document's head and signature; writes its key, titles, kind, issuer, number, days and year."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from duixian.compiler.dates import DAY, day_of, read_day_line, read_year
from duixian.compiler.lexicon.kinds import KIND_WORDS
from duixian.compiler.lexicon.noise import PAPERS
from duixian.compiler.page import Line, Page
from duixian.compiler.parts import Parts, parts_of
from duixian.compiler.press import is_byline
from duixian.compiler.reading import Document, Kind
from duixian.compiler.signatures import SIGNING, day_passed, day_printed, day_with_signature, signed_name
from duixian.units import Span

_NUMBER = re.compile(
    r"[一-鿿]{1,14}\s{0,2}[〔\[（(【﹝［]\s{0,2}20\d\d\s{0,2}年?[〕\]）)】﹞］]\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}号"
)
_CALLED_SO = re.compile("公告|通告|公示")
_ORDER = re.compile(r"(?:[一-鿿]{2,12})?20\d\d年第\s?\d{1,4}\s?号")
_NUMBER_ABOVE, _NUMBER_BELOW, _SUBTITLE = 8, 12, 3
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s{0,2}(?:年|[-—－–]{1,2}\s?20\d\d)")
_YEAR_OF_DEEDS = re.compile(r"(?<!\d)(20\d\d)\s?年[^。；\n]{0,14}?(?:民生实事|实事)")
_BYLINE_YEAR = re.compile(r"(20\d\d)\s?[-./年]")
_EFFECTIVE = re.compile(
    r"自\s{0,2}(?:(?P<day>20\d\d\s{0,2}年\s{0,2}\d{1,2}\s{0,2}月\s{0,2}\d{1,2}\s{0,2}日)|(?P<issue>(?:公布|发布|印发)之日))起(?:开始)?(?:正式)?(?:施行|实施|执行|生效|试行)"
)
# ——2022年1月5日在某县人大常委会会议上: when a report was given.
_DELIVERED = re.compile(r"[（(]?\s?[—－–-]{1,3}.{0,20}?\d日\s?在.{4,60}(?:会议|大会)(?:上|第.{1,4}次)?")
_FORMED = re.compile(r"(?:成文|签署|发文)(?:日期|时间)\s{0,4}[:：|]?\s{0,4}")
_TITLE_ISSUER = re.compile(
    r"^(?P<issuer>[^《》]{2,30}?(?:人民政府|委员会|办公厅|办公室|[局厅委部会]))(?=关于|20\d\d年)"
)
_PRESS_LEAD = re.compile(r"^(?P<name>[一-鿿]{2,10}?)(?:\d{1,2}月\d{1,2}日)?(?:讯|电)[：:\s（(]")
_PRESS_SOURCE = re.compile(r"来源\s{0,4}[：:]\s{0,4}(?P<name>[一-鿿]{2,16})")
_PAPER = re.compile(rf"(?P<name>[一-鿿]{{2,8}}?(?:{'|'.join(PAPERS)}))")
_PRESS_TAIL = 120


def read_header(page: Page, document: Document) -> Document:
    """``document`` with everything that its head and its signature say."""
    parts = parts_of(page, document)
    title = parts.title.text if parts.title else None
    attached = parts.attached.text if parts.attached else None
    named = replace(document, title=title, attached_title=attached)
    date, number = _date(parts), _number(page, document, parts)
    year = _year(page, named, date, number)
    kind = _kind(page, named)
    return replace(
        named,
        kind=kind,
        key=f"{kind}-{year}" if year else str(kind),
        number=number,
        date=date,
        effective=_effective(page, document, date),
        issuer=_press_name(page, document) if kind is Kind.NEWS else _issuer(page, named, parts, number),
        year=year,
    )


def number_keys(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents with keys made unique within their source: work-plan-2023, work-plan-2023-2.

    A key stays the same as long as no document of its kind and year comes before it.
    """
    seen: Counter[str] = Counter()
    keyed = []
    for document in documents:
        seen[document.key] += 1
        count = seen[document.key]
        keyed.append(replace(document, key=f"{document.key}-{count}") if count > 1 else document)
    return tuple(keyed)


def _kind(page: Page, document: Document) -> Kind:
    """By the words of the plan inside, then of the title; a list of deeds that names who does them is a work plan."""
    if document.kind is Kind.NEWS:
        return Kind.NEWS
    for title in (document.attached_title, document.title):
        for kind, words in KIND_WORDS:
            if title and words.search(title):
                return _list_or_plan(page, document) if kind is Kind.ANNOUNCEMENT else kind
    return Kind.NOTICE


_OWNERS = re.compile(r"(?:牵头|责任|承办|主办|实施)(?:单位|部门)|负责[）)]|由[^，。；由]{2,24}(?:负责|牵头)")


def _list_or_plan(page: Page, document: Document) -> Kind:
    """What a list of deeds is by its title's own last word, else by whether it says who does them."""
    assigns = _OWNERS.search(page.plain, document.span.begin, document.span.end)
    if document.attached_title is None and (document.title or "").endswith("通知"):
        return Kind.WORK_PLAN if assigns and "印发" in (document.title or "") else Kind.NOTICE
    is_called_so = _CALLED_SO.search(document.title or "")
    return Kind.WORK_PLAN if assigns and not is_called_so else Kind.ANNOUNCEMENT


def _number(page: Page, document: Document, parts: Parts) -> str | None:
    """The number above the title, in it, or in the lines below it, as written but without blanks."""
    if document.kind is Kind.NEWS:
        return None
    below = parts.lines[: parts.body + _NUMBER_BELOW]
    for line in (*below, *_lines_above(page, document)):
        if line.text.startswith(("根据", "按照", "依据")):
            continue
        match = _NUMBER.search(line.text[:80]) or _ORDER.fullmatch(line.text)
        if match and _is_own_number(line.text, match):
            begin = line.span.begin + match.start()
            return "".join(page.text[begin : line.span.begin + match.end()].split())
    return None


def _is_own_number(text: str, match: re.Match[str]) -> bool:
    """A number in a sentence is another document's; its own stands alone, behind its field, or after the title."""
    around = (text[: match.start()] + text[match.end() :]).strip(" :：|（）()")
    return (
        not around
        or around in ("文号", "发文字号", "文 号", "编号")
        or (len(text) <= _NUMBER_LINE and "。" not in text and "《" not in around)
    )


_NUMBER_LINE = 70


def _lines_above(page: Page, document: Document) -> Sequence[Line]:
    """The lines just above the title, nearest first, as far as they may be its own head."""
    above = page.lines_before(document.span.begin, count=_NUMBER_ABOVE)
    own = []
    for line in reversed(above):
        if "。" in line.text or read_day_line(line.text):
            break
        own.append(line)
    return own


def _date(parts: Parts) -> dt.date | None:
    """The day under the signature, or under the title; else the one the portal's record calls 成文日期."""
    if parts.signed is not None:
        text = parts.lines[parts.signed].text
        match = day_with_signature(text)
        return day_of(match) if match else read_day_line(text)
    below = parts.lines[parts.body : parts.body + _SUBTITLE]
    found = (day for line in below if (day := _day_below_title(line.text)))
    return next(found, None) or _day_formed(parts) or _day_printed(parts)


def _day_below_title(text: str) -> dt.date | None:
    delivered = _DELIVERED.match(text)
    day = DAY.search(delivered.group()) if delivered else None
    return read_day_line(text) or day_passed(text) or (day_of(day) if day else None)


def _day_formed(parts: Parts) -> dt.date | None:
    for line in parts.lines[: parts.body + _NUMBER_BELOW]:
        formed = _FORMED.search(line.text[:80])
        day = DAY.match(line.text, formed.end()) if formed else None
        if day:
            return day_of(day)
    return None


def _day_printed(parts: Parts) -> dt.date | None:
    """The day of printing (某县人民政府办公室2024年3月1日印发) where the text has no other."""
    return next((day for line in reversed(parts.lines[parts.body :]) if (day := day_printed(line.text))), None)


def _effective(page: Page, document: Document, date: dt.date | None) -> dt.date | None:
    match = _EFFECTIVE.search(page.plain, document.span.begin, document.span.end)
    if not match:
        return None
    day = DAY.match(match["day"]) if match["day"] else None
    return day_of(day) if day else date


def _issuer(page: Page, document: Document, parts: Parts, number: str | None) -> str | None:
    """Who signed; else who signed another document of the same number series; else whom the title names."""
    signed = _signature(parts) or _below_title(parts)
    return signed or _series_issuer(page, document, number) or _title_issuer(document.title)


def _signature(parts: Parts) -> str | None:
    if parts.signed is None:
        return _undated_signature(parts)
    text = parts.lines[parts.signed].text
    if match := day_with_signature(text):
        return signed_name(text[: match.start()])
    names: list[str] = []
    for n in range(parts.signed - 1, parts.body, -1):
        name = signed_name(parts.lines[n].text)
        if len(name) > _LONGEST_NAME or not SIGNING.search(name) or "：" in name or ":" in name:
            break
        names.insert(0, name)
    return "、".join(names) or None


def _below_title(parts: Parts) -> str | None:
    """A body's name alone between a report's title and its text, beside the day."""
    below = [line.text for line in parts.lines[parts.body : parts.body + _SUBTITLE]]
    if not any(read_day_line(text) for text in below):
        return None
    names = (signed_name(text) for text in below)
    return next((name for name in names if SIGNING.search(name) and len(name) <= _LONGEST_NAME), None)


_LONGEST_NAME = 40


def _undated_signature(parts: Parts) -> str | None:
    """A body's name alone on the last line of the text."""
    end = parts.attached.first if parts.attached else len(parts.lines)
    if end - 1 <= parts.body:
        return None
    name = signed_name(parts.lines[end - 1].text)
    return (
        name
        if name.endswith(("人民政府", "办公厅", "办公室")) and len(name) <= _LONGEST_NAME and "：" not in name
        else None
    )


def _series_issuer(page: Page, document: Document, number: str | None) -> str | None:
    """伊州政办发 and 伊州政办函 are one office's series: its name under the one stands for the other."""
    if not number:
        return None
    stem = re.split(r"[〔\[（(【﹝［]", number)[0].rstrip("发函规字令")
    for match in _NUMBER.finditer(page.plain):
        if match.group().lstrip().startswith(stem) and not document.span.begin <= match.start() < document.span.end:
            return _name_over_day(page, match.end())
    return None


_DAY_BELOW_NAME = re.compile(
    rf"^\s{{0,40}}(?P<name>[一-鿿]{{4,30}})\s{{0,40}}\n\s{{0,60}}{DAY.pattern}\s{{0,40}}$", re.MULTILINE
)


def _name_over_day(page: Page, begin: int) -> str | None:
    match = _DAY_BELOW_NAME.search(page.plain, begin, begin + 6_000)
    return match["name"] if match and SIGNING.search(match["name"]) else None


def _title_issuer(title: str | None) -> str | None:
    match = _TITLE_ISSUER.match(title or "")
    return match["issuer"] if match else None


def _press_name(page: Page, document: Document) -> str | None:
    """The paper: named behind the report (来源：), in its first words (某某网讯), or beside its day."""
    text, begin, end = page.plain, document.span.begin, document.span.end
    top = min(end, begin + _PRESS_TAIL)
    head = page.lines_in(Span(begin, top))
    behind, within = (_PRESS_SOURCE.search(text, *span) for span in ((end, end + _PRESS_TAIL), (begin, top)))
    leads = (_PRESS_LEAD.match(line.text) for line in head)
    papers = (_PAPER.search(line.text) for line in head if is_byline(line.text))
    found = (behind, *leads, within, *papers)
    return next((match["name"] for match in found if match and not match["name"].startswith("本")), None)


def _year(page: Page, document: Document, date: dt.date | None, number: str | None) -> int | None:
    """The year a document is for: in its titles, else of its deeds, its day, its number, else the one most named."""
    for title in (document.title, document.attached_title):
        if title and (match := _YEAR.search(title)):
            return int(match[1])
    text = document.span.of(page.plain)
    if document.kind is Kind.NEWS and (match := _YEAR_OF_DEEDS.search(text) or _day_beside(page, document)):
        return int(match[1])
    if date:
        return date.year
    if number and (match := re.search(r"\d{4}", number)):
        return int(match[0])
    if match := _YEAR_OF_DEEDS.search(text):
        return int(match[1])
    named = Counter(_YEAR.findall(text))
    return read_year(named.most_common(1)[0][0]) if named else None


def _day_beside(page: Page, document: Document) -> re.Match[str] | None:
    """The day in a report's byline: its year is the report's."""
    head = page.lines_in(Span(document.span.begin, min(document.span.end, document.span.begin + _PRESS_TAIL)))
    return next((match for line in head if is_byline(line.text) and (match := _BYLINE_YEAR.search(line.text))), None)
