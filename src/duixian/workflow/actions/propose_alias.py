"""Says by hand that a name may be a body's; it waits to be confirmed like one that a document brought."""

from duixian.registers.lookup import principal
from duixian.registers.models import Body, BodyName, NameState
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.naming import suggest_alias

_BY_HAND = gettext_noop("人工提出")


def propose_alias(acting: Acting, body: Body, *, name: str) -> BodyName:
    """The proposal. Errors: Refused for no name, the body's own, or one that was decided for this body already."""
    with performing("propose_alias", acting) as log:
        body, name = principal(body), name.strip()
        if not name or name == body.name:
            raise Refused("alias-missing", gettext_noop("请填“{body}”以外的另一个名称。"), body=body.name)
        row = suggest_alias(body, name, reason=_BY_HAND)
        if row.state == NameState.CONFIRMED:
            raise Refused("alias-known", gettext_noop("“{name}”已确认是“{body}”的名称。"), name=name, body=body.name)
        if row.state == NameState.REJECTED:
            row.state, row.reason, row.decided_by, row.decided_at = NameState.PROPOSED, _BY_HAND, None, None
            row.save()
        log.record(row, name=name, body=body.name)
        return row
