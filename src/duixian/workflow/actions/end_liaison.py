"""Ends a liaison's service on a day."""

import datetime as dt

from duixian.registers.models import Liaison
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.actions.name_liaison import check_own_body


def end_liaison(acting: Acting, liaison: Liaison, *, day: dt.date) -> Liaison:
    """The liaison with ``day`` as the last one. Errors: Refused for another body's, an ended one, an earlier day."""
    with performing("end_liaison", acting) as log:
        found = Liaison.objects.select_for_update().select_related("body").get(pk=liaison.pk)
        check_own_body(acting, found.body)
        if found.ends is not None:
            raise Refused(
                "liaison-ended", gettext_noop("{name} 已于 {day} 不再任联络员。"), name=found.name, day=found.ends
            )
        if day < found.begins:
            raise Refused(
                "liaison-before-begin",
                gettext_noop("{name} 从 {begins} 起任联络员，不能在 {day} 就结束。"),
                name=found.name,
                begins=found.begins,
                day=day,
            )
        found.ends = day
        found.save(update_fields=["ends"])
        log.record(found, name=found.name, body=found.body.name, ends=day.isoformat())
        return found
