"""Titles of official documents, joined over the lines they are broken on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from duixian.compiler.dates import read_day_line
from duixian.compiler.labels import ANNEX, read_label
from duixian.compiler.lexicon.noise import BUTTONS, NOISE_BEGINS, NOISE_WITHIN, RECORD_BEGINS
from duixian.compiler.lexicon.organs import SIGNING_ENDS
from duixian.compiler.lexicon.titles import NOTICE_ENDS, PLAN_ENDS, STANDALONE_ENDS, TITLE_SIGNALS
from duixian.compiler.page import Line
from duixian.compiler.signatures import day_printed, day_with_signature, is_month_line

_LONGEST_LINE, _LONGEST_TITLE, _SHORTEST_TITLE, _MOST_LINES = 90, 160, 6, 5
_TRIAL = r"(?:[（(][^（）()]{1,14}[）)])?$"
_NOTICE = re.compile(rf"(?:关于|印发|公布|转发).{{2,140}}(?:{'|'.join(NOTICE_ENDS)}){_TRIAL}")
_PLAN = re.compile(rf"(?:{'|'.join((*PLAN_ENDS, *NOTICE_ENDS))}){_TRIAL}")
_STANDALONE = re.compile(rf"(?:{'|'.join(STANDALONE_ENDS)}){_TRIAL}")
_SIGNAL = re.compile("|".join(TITLE_SIGNALS))
# The first line of a broken title: an issuer, or words that only a title begins with.
_OPENS = re.compile(
    rf"关于|印发|《[^》]*$|20\d\d\s?年|实事|(?:{'|'.join(SIGNING_ENDS)})$|^(?:[一-鿿]{{2,10}}[省市州县区旗])"
)
_CARRIES = re.compile(r"关于.{0,40}(?:印发|转发|下发|公布|发布|做好|调整|成立)")
_ENDS = "|".join((*PLAN_ENDS, *NOTICE_ENDS))
_ISSUED = re.compile(rf"[一-鿿]{{2,24}}(?:{'|'.join(SIGNING_ENDS)})关于")
_COMPLETING = re.compile(
    rf"^(?:的?(?:{_ENDS}|(?:项目|工程|任务|事项|清单)?(?:工作|实施|行动|奖励|管理|暂行|责任).{{0,6}}(?:{_ENDS})){_TRIAL}"
    r"|[（(](?!单位)[^:：]{1,14}[）)]$)"
)
_JUNK = re.compile(
    r"^(?:\[bookmark:[^\]]{0,40}\]|[#*★☆◆■●]+|\ufeff"
    r"|【(?:公告|公示|通知|通告|政策|文件|民生|要闻|转载|最新)[^】]{0,4}】)\s*"
)
_BLANK_IN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
# Who keeps the portal: a field's name, but with an office for a value and a firm or centre behind it.
_KEEPER = (
    r"主办(?:单位)?\s{0,4}[:：]\s{0,4}[一-鿿]{2,20}(?:人民政府(?:办公[室厅])?|管委会|委员会)\s{1,8}"
    r"(?:承办|维护|技术支持|管理|制作)(?:单位)?\s{0,4}[:：]"
    r"|^主办(?:单位)?\s{0,4}[:：]\s{0,4}[一-鿿]{2,20}人民政府(?:办公[室厅])?$"
    r"|^(?:承办|维护|运维|管理|建设运维)(?:单位)?\s{0,4}[:：]\s{0,4}[一-鿿]{2,20}(?:信息中心|大数据[一-鿿]{0,8}|政务服务[一-鿿]{0,8}|电子政务[一-鿿]{0,8})$"
)
_NOISE = re.compile("|".join((" > ", ">>", _KEEPER, *NOISE_WITHIN)))
_ORNAMENTS = "|·•*>-—→◆■●□○▶►▪ "
_LETTERHEAD = re.compile(
    r"(?:中共)?[一-鿿]{2,24}(?:人民政府|政府|委员会|办公室|办公厅|局|厅|委|部|小组|指挥部)文件"
    r"|[一-鿿]{1,14}[〔\[（(【﹝［]20\d\d年?[〕\]）)】﹞］]第?\d{1,5}号"
)
_MASTHEAD = re.compile(
    r"[一-鿿]{2,20}(?:公报|政报|简报|通讯|信息)(?:20\d\d年)?[（(]?(?:第?\d{1,3}[期号]|总第\d{1,4}期|[（(].{1,14}[）)]|增刊)[）)]?.{0,20}|20\d\d年第?\d{1,3}期.{0,20}"
)
_RULE = re.compile(r"[-—–─＿_=★☆\s]{3,}")
# （县人民代表大会票决）: a note below a title; （试行） is part of one.
_NOTE = re.compile(r"[（(][^（()）]{15,60}[)）]|[（(][^（()）]{0,40}(?:票决|通过|\d日)[^（()）]{0,10}[)）]")
# 为深入贯彻…，制定本方案: a document's first sentence, which may have lost its full stop.
_OPENING_WORDS = re.compile(
    "(?:为(?:深入|切实|全面|进一步|贯彻|加快|推动|认真|扎实|了|确保|做好|积极|办好|落实|持续|不断|有效|更好|解决|保障)"
    "|根据|按照|经.{2,20}(?:同意|研究|审议|票决)"
    "|现将|现就|结合|今年以来|各位)[^《》]*[，,]"
)
_LONGEST_HEAD, _LONGEST_BUTTON = 50, 10
_NO_TITLE_ENDS = "。；;！!？?，,、：:…"


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """Lines ``first`` to ``last`` (inclusive, counted in the lines given) that make one title.

    ``notice`` tells a notice's form (关于…的通知); the others are names of plans, measures, lists.
    """

    first: int
    last: int
    text: str
    notice: bool

    @property
    def stands_alone(self) -> bool:
        """Whether a document with this title needs no notice around it."""
        return bool(_STANDALONE.search(self.text) and _SIGNAL.search(self.text))


def clean_title(text: str) -> str:
    """The title without editor's marks in front and without blanks between Chinese characters."""
    return _BLANK_IN_CHINESE.sub("", _JUNK.sub("", text.strip()).strip())


def is_noise(line: str) -> bool:
    """Whether the line is the portal's own."""
    head = line[:_LONGEST_LINE].lstrip(_ORNAMENTS)
    if len(head) <= _LONGEST_BUTTON and head.startswith(BUTTONS):
        return True
    return head.startswith(NOISE_BEGINS) or bool(_NOISE.search(head))


def is_record(line: str) -> bool:
    """Whether the line belongs to the portal's record of a document (索引号, 发布日期)."""
    return line.startswith(RECORD_BEGINS) and len(line) < _LONGEST_TITLE


# A line is looked at as a title's first, then as the next of those above it.
@lru_cache(maxsize=64)
def could_be_title_line(line: str) -> bool:
    """Whether the line may be part of a title."""
    return (
        len(line) <= _LONGEST_LINE
        and not _OPENING_WORDS.match(line)
        and not _NOTE.fullmatch(line)
        and line[-1] not in _NO_TITLE_ENDS.replace("、", "")
        and not is_noise(line)
        and not is_record(line)
        and "|" not in line
        and not is_letterhead(line)
        and not _is_masthead(line)
        and read_label(line) is None
        and not ANNEX.match(line)
        and not _is_signed(line)
    )


def _is_signed(line: str) -> bool:
    """Whether the line is a signature's: a day, a month, a body and a day, the day of printing."""
    return bool(read_day_line(line) or is_month_line(line) or day_with_signature(line) or day_printed(line))


def is_letterhead(line: str) -> bool:
    """Whether the line is a document's red head (某县人民政府文件) or its number alone."""
    return len(line) <= _LONGEST_HEAD and bool(_LETTERHEAD.fullmatch("".join(line.split())))


def _is_masthead(line: str) -> bool:
    """Whether the line is the head of a gazette's page (某县人民政府公报 2017年第2期)."""
    return len(line) <= _LONGEST_HEAD and line[-1] in "期刊）)" and bool(_MASTHEAD.fullmatch("".join(line.split())))


def first_of_letterhead(lines: Sequence[Line], first: int) -> int:
    """The line on which the letterhead above line ``first`` begins, or ``first`` where none stands there."""
    top = first
    while top and first - top < _MOST_LINES and in_letterhead(lines[top - 1].text):
        top -= 1
    heads = [n for n in range(top, first) if is_letterhead(lines[n].text)]
    return heads[0] if heads and lines[heads[0]].text.rstrip().endswith("件") else first


def in_letterhead(line: str) -> bool:
    """Whether the line may stand in a letterhead: its name, the number, a rule, who signs."""
    return is_letterhead(line) or bool(_RULE.fullmatch(line)) or line.startswith("签发人")


def title_at(lines: Sequence[Line], first: int) -> TitleBlock | None:
    """The title that begins on line ``first``, the fewest lines that make one whole, or None."""
    if not could_be_title_line(lines[first].text):
        return None
    joined = ""
    for last in range(first, min(first + _MOST_LINES, len(lines))):
        line = lines[last].text
        if last > first and not _may_continue(joined, line):
            return None
        own = clean_title(line)
        # A notice's title that is whole in one line and names its issuer needs none of the lines above it.
        if last > first and _ISSUED.match(own) and _is_whole(own):
            return None
        joined += own
        if len(joined) > _LONGEST_TITLE:
            return None
        if _is_whole(joined):
            return _completed(lines, TitleBlock(first, last, joined, bool(_NOTICE.search(joined))))
    return None


def _may_continue(joined: str, line: str) -> bool:
    return could_be_title_line(line) and bool(_OPENS.search(joined))


def _is_whole(text: str) -> bool:
    if len(text) < _SHORTEST_TITLE or text.count("《") != text.count("》") or "。" in text:
        return False
    if _NOTICE.search(text):
        return True
    # 关于印发…方案 goes on (的通知) in the next line, at whatever word it breaks.
    return not _CARRIES.search(text) and bool(_PLAN.search(text) and _SIGNAL.search(text))


def _becomes_notice(text: str, line: str) -> bool:
    """关于…民生实事项目 / 推进情况的通报: what seemed whole was the upper half of a notice's title."""
    if _NOTICE.search(text) or "关于" not in text or "关于" in line or _ISSUED.match(line):
        return False
    return len(text + line) <= _LONGEST_TITLE and bool(_NOTICE.search(text + line))


def _completed(lines: Sequence[Line], block: TitleBlock) -> TitleBlock:
    """A title that is whole may still go on: …十件民生实事 / 工作方案 / （试行）."""
    last, text = block.last, block.text
    while last + 1 < len(lines) and last - block.first < _MOST_LINES:
        line = clean_title(lines[last + 1].text)
        completes = _COMPLETING.search(line) or _becomes_notice(text, line)
        if not (completes and could_be_title_line(lines[last + 1].text)):
            break
        last, text = last + 1, text + line
    return TitleBlock(block.first, last, text, bool(_NOTICE.search(text)))
