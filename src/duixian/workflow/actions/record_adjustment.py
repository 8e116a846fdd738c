"""Records the adjusting notice that puts another person into a coordination seat."""

import datetime as dt

from django.db.models import Max

from duixian.ledgers.handovers.read import is_serving
from duixian.registers.models import Holder, Seat
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing

_A_DAY = dt.timedelta(days=1)


def record_adjustment(acting: Acting, seat: Seat, *, holder: Holder, number: str, day: dt.date) -> Seat:
    """The seat as it is from ``day``, the notice's, on; the old one ends the day before.

    Errors: Refused without a number, for a day to come or not after the seat's first, for a seat that has ended, and
    for somebody who does not hold the post on that day.
    """
    with performing("record_adjustment", acting) as log:
        found = Seat.objects.select_for_update().select_related("coordination").get(pk=seat.pk)
        _check(found, holder, number.strip(), day, today=acting.today)
        found.ends = day - _A_DAY
        found.save(update_fields=["ends"])
        last = found.coordination.seats.aggregate(last=Max("ordinal"))["last"]
        filled = Seat.objects.create(
            coordination=found.coordination,
            part=found.part,
            role_written=found.role_written,
            post=holder.post,
            name_written=holder.name,
            ordinal=last + 1,
            begin=found.begin,
            end=found.end,
            begins=day,
            notice=number.strip()[:80],
        )
        log.record(
            filled,
            coordination=found.coordination.name,
            role=found.role_written,
            was=found.name_written,
            name=holder.name,
            number=number.strip(),
            day=day.isoformat(),
        )
        return filled


def _check(seat: Seat, holder: Holder, number: str, day: dt.date, *, today: dt.date) -> None:
    if not number:
        raise Refused("notice-number", gettext_noop("请填调整通知的文号。没有发文，席位就没有调整。"))
    if day > today:
        raise Refused(
            "notice-in-future",
            gettext_noop("发文日期 {day} 还没有到（今天 {today}）。"),
            day=day,
            today=today,
        )
    if seat.ends is not None or (seat.coordination.ends is not None and seat.coordination.ends < day):
        raise Refused("seat-ended", gettext_noop("这个席位已经结束，不能再调整。请看在用的名单。"))
    if seat.begins is not None and day <= seat.begins:
        raise Refused(
            "notice-before-seat",
            gettext_noop("席位从 {begins} 起有人，调整通知的日期要晚于那天。"),
            begins=seat.begins,
        )
    if not is_serving(holder, day):
        raise Refused(
            "not-serving",
            gettext_noop("{name} 在 {day} 不任{post}。请选当天在任的人，或先办职务变更。"),
            name=holder.name,
            day=day,
            post=str(holder.post),
        )
