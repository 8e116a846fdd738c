"""Says of a proposed name whether it is the body's: nothing is taken for one body before."""

from dataclasses import dataclass, field

from duixian.registers.lookup import principal
from duixian.registers.models import Body, BodyName, NameState
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.merging import merge


@dataclass(frozen=True, slots=True)
class Decided:
    """The name as decided, and how many rows of each kind moved to the principal."""

    name: BodyName
    moved: dict[str, int] = field(default_factory=dict)


def decide_alias(acting: Acting, name: BodyName, *, same: bool, reason: str = "") -> Decided:
    """Confirms, with all that lies on the alias moved to the body; or rejects, and the two stay two.

    Errors: Refused where it was decided already, where the name was confirmed for another body, and where the two
    cannot be made one (``merging``).
    """
    with performing("decide_alias", acting) as log:
        found = BodyName.objects.select_for_update(of=("self",)).select_related("body__same_as").get(pk=name.pk)
        if found.state != NameState.PROPOSED:
            raise Refused("alias-decided", gettext_noop("“{name}”已经有人定过，不能再定一次。"), name=found.name)
        body = principal(found.body)
        moved = _confirm(found, body) if same else {}
        _decide(acting, found, NameState.CONFIRMED if same else NameState.REJECTED, reason.strip() or found.reason)
        if same:
            _settle_others(acting, found)
        log.record(found, name=found.name, body=body.name, same=same, moved=moved, reason=reason.strip())
        return Decided(found, moved)


def _confirm(found: BodyName, body: Body) -> dict[str, int]:
    held = BodyName.objects.filter(name=found.name, state=NameState.CONFIRMED, valid_to=None).select_related("body")
    other = held.exclude(body=body).first()
    alias = Body.objects.select_related("same_as").filter(name=found.name).first()
    owner = other.body if other else alias.same_as if alias and alias.same_as else body
    if principal(owner) != body:
        raise Refused(
            "alias-of-another",
            gettext_noop("“{name}”已确认是“{other}”的名称，不能又是“{body}”的。"),
            name=found.name,
            other=owner.name,
            body=body.name,
        )
    found.body = body
    return merge(alias, into=body) if alias is not None and alias != body and alias.same_as is None else {}


def _decide(acting: Acting, name: BodyName, state: NameState, reason: str) -> None:
    name.state, name.reason = state, reason[:200]
    name.decided_by, name.decided_at = acting.account, acting.now
    name.save()


def _settle_others(acting: Acting, confirmed: BodyName) -> None:
    """A name means one body: what else was proposed for it is answered with it."""
    others = BodyName.objects.filter(name=confirmed.name, state=NameState.PROPOSED).exclude(pk=confirmed.pk)
    for other in others:
        _decide(acting, other, NameState.REJECTED, f"已确认是“{confirmed.body.name}”")
