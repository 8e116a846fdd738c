"""How a document is signed: a body's name with the day beside it, the day of printing, a month alone."""

import datetime as dt
import re

from duixian.compiler.dates import DAY, day_of
from duixian.compiler.lexicon.organs import SIGNING_ENDS

SIGNING = re.compile(rf"(?:{'|'.join(SIGNING_ENDS)})(?:[（(][^（()）]{{1,20}}[)）])?$")
_LONGEST = 60
_YEAR = r"(?:20\d\d|[二2][〇零○OＯ0][〇零○OＯ一二三四五六七八九]{2}|[〇零○一二三四五六七八九\d]{2})"
_MONTH = re.compile(
    rf"[（(]?{_YEAR}年(?:度)?[一二三四五六七八九十\d]{{1,2}}月(?:[一二三四五六七八九十\d]{{1,3}}日)?[)）]?"
)
_PRINTED = re.compile(rf"[（(]?(?:[一-鿿、\s]{{2,40}}?)?{DAY.pattern}\s?(?:印发|印|发布|公布|印制)[)）]?")
_PASSED = re.compile(
    rf"[（(]\s?{DAY.pattern}[^（()）]{{0,60}}(?:通过|票决|批准|审议|修订|印发|发布|公布)[^（()）]{{0,20}}[)）]"
)
_SEAL = re.compile("[（(](?:印|印章|章|盖章|公章|代章|加盖公章)[)）]$")
_SHORTEST_NAME = 4


def day_with_signature(text: str) -> re.Match[str] | None:
    """The day in a line that holds a body's name and a day and nothing else."""
    if len(text) > _LONGEST:
        return None
    day = DAY.search(text)
    return day if day and day.end() == len(text) and SIGNING.search(text[: day.start()].rstrip()) else None


def is_month_line(text: str) -> bool:
    """Whether the line is a month, or a day without its century, and nothing else: 二〇一九年四月."""
    return len(text) <= _LONGEST and bool(_MONTH.fullmatch("".join(text.split())))


def day_printed(text: str) -> dt.date | None:
    """The day on which the line says that the document was printed: 某县人民政府办公室2024年3月1日印发.

    >>> day_printed("东河县人民政府办公室  2024年3月1日印发"), day_printed("2024年3月1日印发的《通知》")
    (datetime.date(2024, 3, 1), None)
    """
    match = _PRINTED.fullmatch(text) if len(text) <= _LONGEST else None
    return day_of(match) if match else None


def day_passed(text: str) -> dt.date | None:
    """The day in a note below the title that says who passed it: （2024年1月9日县人民代表大会票决通过）."""
    match = _PASSED.fullmatch(text) if len(text) <= 2 * _LONGEST else None
    return day_of(match) if match else None


def signed_name(text: str) -> str:
    """A name without the blanks that spread it over the line and without its seal; 、 between two on one line.

    >>> signed_name("东 河 县 人 民 政 府（印章）"), signed_name("东河县教育局  东河县财政局")
    ('东河县人民政府', '东河县教育局、东河县财政局')
    """
    names = text.split()
    several = len(names) > 1 and all(len(name) >= _SHORTEST_NAME and SIGNING.search(name) for name in names)
    return _SEAL.sub("", ("、" if several else "").join(names))
