"""The draft of an adjusting notice: read back from the .docx, and offered only where the document asks for one."""

from io import BytesIO

import pytest
from docx import Document as Docx
from tests.body_acts import WORKS, a_change, roster
from tests.small_site import TODAY

from duixian.registers.models import Holder, Seat
from duixian.reports.adjusting_notice import adjusting_notice, may_draft
from duixian.reports.seats import SeatRow, seat_rows
from duixian.workflow.actions.change_holder import change_holder
from duixian.workflow.actions.enter_coordination import enter_coordination


@pytest.fixture
def entered(people):
    enter_coordination(people.acting(), roster(people))


def row_of(part: str) -> SeatRow:
    (row,) = seat_rows(Seat.objects.filter(part=part, role_written__contains="长"), as_of=TODAY)
    return row


def leave(people, name: str, incoming: str) -> None:
    holder = Holder.objects.get(name=name)
    change_holder(people.acting(), holder.post, a_change(holder, incoming=incoming, day=WORKS))


def test_the_draft_names_who_goes_who_comes_and_the_sentence_it_rests_on(people, entered):
    leave(people, "顾南山", "温如玉")
    text = "\n".join(
        line.text for line in Docx(BytesIO(adjusting_notice(row_of("chair"), printed_on=TODAY))).paragraphs
    )
    whole = text.replace("\n", "")
    assert "关于调整某某州养老服务工作领导小组组长的通知" in whole
    assert "组长由温如玉同志（某某州人民政府副州长）担任，顾南山同志不再担任" in whole
    assert "组长调整的，另行发文；其他成员因工作变动的，由接任的同志自动递补，不另行发文。" in whole
    assert "（送审稿，未编文号）" in whole
    assert "2026年2月10日" not in whole


def test_no_draft_is_offered_where_the_seat_passes_by_itself_or_nobody_holds_the_post(people, entered):
    leave(people, "林一舟", "周予安")
    assert not may_draft(row_of("deputy"))
    with pytest.raises(ValueError, match="no notice"):
        adjusting_notice(row_of("deputy"), printed_on=TODAY)
    leave(people, "顾南山", "")
    assert not may_draft(row_of("chair"))
    assert not may_draft(None)
