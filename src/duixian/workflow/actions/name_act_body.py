"""Names the body that has a part in carrying out the award act."""

from duixian.registers.models import ActBody, ActPart, Body, Place
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import ACT


def name_act_body(acting: Acting, body: Body, *, part: ActPart, place: Place | None = None) -> ActBody:
    """The row; for a part that one body alone can have, it takes the other's place. Errors: Refused."""
    with performing("name_act_body", acting) as log:
        if place is not None and part is not ActPart.PAYS:
            raise Refused("county-without-payer", gettext_noop("只有拨付单位才选县市。"))
        row = _row_of(body, part, place) or ActBody(act=ACT, part=part, place=place)
        row.body = body
        row.save()
        log.record(row, body=body.name, part=part.value, place=place.name if place else None)
        return row


def _row_of(body: Body, part: ActPart, place: Place | None) -> ActBody | None:
    """The row that the new one takes the place of: many bodies are consulted, each other part is one body's."""
    rows = ActBody.objects.filter(act=ACT, part=part, place=place)
    return (rows.filter(body=body) if part is ActPart.CONSULTED else rows).first()
