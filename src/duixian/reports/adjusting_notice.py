"""The draft of the notice that puts another person into a coordination seat, where the document asks for one."""

import datetime as dt
import re

from duixian.registers.models import Holder, Seat
from duixian.reports.coordination import rule_words
from duixian.reports.official_paper import OfficialPaper
from duixian.reports.seats import SeatRow, Sitting
from duixian.units.sentence import in_chinese

_OFFICE = re.compile("(?:办公厅|办公室)$")
# Nobody knows yet when the notice will be signed.
_NO_DAY = "    年  月  日"


def may_draft(row: SeatRow | None) -> bool:
    """Whether a draft is offered: the document asks for a notice, and somebody holds the post by now."""
    return row is not None and row.sitting is Sitting.NOTICE and row.holder is not None


def adjusting_notice(row: SeatRow, *, printed_on: dt.date) -> bytes:
    """A .docx without number and day: both are given when it is signed. Errors: ValueError where none is asked for."""
    if not may_draft(row) or row.holder is None:
        raise ValueError(f"no notice is asked for seat {row.seat.pk}")
    seat, document = row.seat, row.coordination.document
    name, issuer = row.coordination.name, document.issuer or ""
    paper = OfficialPaper(issuer, title=f"关于调整{name}{seat.role_written}的通知")
    paper.address("各成员单位")
    paper.paragraph(_what(seat, row.holder))
    paper.sign_as_written(_NO_DAY)
    basis = f"《{document.name}》{_number(document.number)}“{rule_words(row.coordination)}”"
    paper.note(f"草稿提示，签发时删去：依据{basis}，{in_chinese(printed_on)}按登记起草；文号、日期待填")
    return paper.data()


def _what(seat: Seat, holder: Holder) -> str:
    place = _OFFICE.sub("", seat.coordination.document.issuer or "") or "本级人民政府"
    return (
        f"因人事变动，经{place}同意，{seat.coordination.name}{seat.role_written}由{holder.name}同志"
        f"（{holder.post}）担任，{seat.name_written}同志不再担任，其他成员不变。"
    )


def _number(number: str | None) -> str:
    return f"（{number}）" if number else ""
