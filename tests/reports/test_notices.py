import datetime as dt
from dataclasses import replace

import pytest
from django.core import mail
from icalendar import Calendar
from tests import order_acts
from tests.small_site import NOW, TODAY

from duixian.ledgers.models import Digest, Notice
from duixian.registers.models import Role
from duixian.reports.calendar_feed import calendar_feed
from duixian.reports.duties import duties
from duixian.reports.news import address_of, news_for, sentence_of
from duixian.workflow.actions.decide_extension import decide_extension
from duixian.workflow.actions.set_email import set_email
from duixian.workflow.telling import send_digest, tell

DAY = dt.timedelta(days=1)


@pytest.fixture
def signed(people, site):
    return order_acts.signed(people)


def told(people, *, day=TODAY):
    return tell(people.reporter, news_for(people.reporter, as_of=day), day=day, at=NOW)


def test_everybody_is_told_once_and_again_only_when_the_day_comes_near_or_is_over(people, signed):
    assert [str(sentence_of(one.words)) for one in told(people)] == ["办理并反馈督办单 某督〔2026〕1号 助餐点进度"]
    assert told(people) == []
    assert told(people, day=TODAY + DAY) == []
    assert len(told(people, day=dt.date(2026, 7, 4))) == 1
    assert told(people, day=dt.date(2026, 7, 7)) == []
    assert len(told(people, day=dt.date(2026, 7, 8))) == 1


def test_a_deadline_that_moved_is_told_anew(people, site):
    order = order_acts.asked(people)
    told(people)
    decide_extension(people.acting(), order, grants=True)
    assert [one.due for one in told(people)] == [dt.date(2026, 7, 14)]


def test_a_notice_keeps_how_its_day_was_computed_and_where_it_leads(people, signed):
    (notice,) = told(people)
    assert str(sentence_of(notice.clock)).startswith("自2026年6月30日的次日起算，5个工作日")
    assert address_of(notice) == ("office:order", [str(signed.pk)])


def write(notices):
    return f"{len(notices)}", "\n".join(str(sentence_of(one.words)) for one in notices)


def send(people, *, day=TODAY):
    return send_digest(people.reporter, write=write, sender="duixian@example.org", day=day, at=NOW)


def test_one_digest_a_day_at_most_with_everything_since_the_last(people, signed):
    set_email(people.acting("reporter"), email="someone@example.org")
    told(people)
    assert send(people)
    order_acts.handed_over(people, number="2号")
    told(people)
    assert not send(people)
    assert send(people, day=TODAY + DAY)
    assert [message.subject for message in mail.outbox] == ["1", "1"]
    assert "2号" in mail.outbox[1].body


def test_nothing_goes_out_without_an_address_or_without_news(people, signed):
    told(people)
    assert not send(people)
    set_email(people.acting("reporter"), email="someone@example.org")
    assert send(people)
    assert not send(people, day=TODAY + DAY)
    assert len(mail.outbox) == 1


def test_an_e_mail_that_the_server_refused_is_tried_again(people, signed, monkeypatch):
    set_email(people.acting("reporter"), email="someone@example.org")
    told(people)

    def refuse(*_args, **_more):
        raise OSError("no route")

    monkeypatch.setattr("duixian.workflow.telling.send_mail", refuse)
    with pytest.raises(OSError, match="no route"):
        send(people)
    assert not Digest.objects.exists()
    monkeypatch.undo()
    assert send(people)


def test_what_one_is_told_is_ones_own(people, signed):
    assert not list(news_for(people.county, as_of=TODAY))
    told(people)
    assert {notice.account for notice in Notice.objects.all()} == {people.reporter}


def feed(found):
    data = calendar_feed(found, name="待办", host="h", now=NOW, say=str, address=lambda duty: f"https://h/{duty.key}")
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_a_calendar_has_each_dated_duty_as_a_whole_day_with_how_it_was_computed(people, signed):
    found = duties(role=Role.REPORTER, body=people.reporter.body, as_of=TODAY)
    (event,) = feed(found)
    assert event.start == dt.date(2026, 7, 7)
    assert event.end == dt.date(2026, 7, 8)
    assert "5个工作日" in event["description"]


def test_a_moved_deadline_moves_its_event_and_one_without_a_day_has_none(people, signed):
    (duty,) = duties(role=Role.REPORTER, body=people.reporter.body, as_of=TODAY)
    (before,) = feed([duty])
    (after,) = feed([replace(duty, day=dt.date(2024, 2, 29))])
    assert before["uid"] == after["uid"]
    assert after.start == dt.date(2024, 2, 29)
    assert feed([replace(duty, day=None)]) == []


def test_an_inspection_waits_for_the_leader_then_the_office_then_the_body(people, site):
    def waiting(name, day=TODAY):
        account = getattr(people, name)
        return [str(duty.sentence) for duty in duties(role=account.role, body=account.body, as_of=day)]

    order_acts.proposed(people)
    assert waiting("leader") == ["批准或不批准督查方案 督方〔2026〕1号 助餐点开餐情况"]
    order_acts.approved(people, number="2号", title="另一事", days=(TODAY + 40 * DAY, TODAY + 41 * DAY))
    assert "到场并反馈结论 2号 另一事" in waiting("supervision")
    order_acts.concluded(people, number="3号", title="第三事", days=(TODAY + 75 * DAY, TODAY + 76 * DAY))
    assert "签收督查结论 3号 第三事" in waiting("reporter", day=TODAY + DAY)
    assert waiting("county", day=TODAY + DAY) == []
