"""Gives a body a new name from a day on; the old one stays its former name."""

import datetime as dt

from duixian.registers.models import Body, BodyName, NameKind, NameState
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing

_A_DAY = dt.timedelta(days=1)
_LONGEST = 120


def rename_body(acting: Acting, body: Body, *, name: str, day: dt.date, basis: str = "") -> Body:
    """The body under its new name; ``day`` is its first day.

    Errors: Refused for no name or the same, a name that is another body's, a day to come, or one not after the last
    renaming.
    """
    with performing("rename_body", acting) as log:
        found = Body.objects.select_for_update().get(pk=body.pk)
        name, was = name.strip(), found.name
        current = found.names.filter(kind=NameKind.OFFICIAL, valid_to=None).first()
        _check(found, name, day, since=current.valid_from if current else None, today=acting.today)
        former = current or BodyName(body=found, name=was)
        former.kind, former.state, former.valid_to = NameKind.FORMER, NameState.CONFIRMED, day - _A_DAY
        _keep(acting, former, reason=former.reason)
        _free(name, was=was)
        found.name = name
        found.save(update_fields=["name"])
        known = found.names.filter(name=name, state=NameState.CONFIRMED, valid_to=None).first()
        official = known or BodyName(body=found, name=name)
        official.kind, official.state, official.valid_from = NameKind.OFFICIAL, NameState.CONFIRMED, day
        _keep(acting, official, reason=basis.strip())
        log.record(found, was=was, name=name, day=day.isoformat(), basis=basis.strip())
        return found


def _keep(acting: Acting, name: BodyName, *, reason: str) -> None:
    name.reason, name.decided_by, name.decided_at = reason[:200], acting.account, acting.now
    name.save()


def _free(name: str, *, was: str) -> None:
    """Where the new name is on the row of a confirmed alias, that row takes the old name: each name is on one row."""
    alias = Body.objects.filter(name=name).first()
    if alias is not None:
        owner = Body.objects.get(name=was)
        Body.objects.filter(pk=owner.pk).update(name=f"#{owner.pk}")
        Body.objects.filter(pk=alias.pk).update(name=was)


def _check(body: Body, name: str, day: dt.date, *, since: dt.date | None, today: dt.date) -> None:
    if not name or name == body.name or len(name) > _LONGEST:
        raise Refused("name-missing", gettext_noop("请填与“{body}”不同的新名称，不超过 120 字。"), body=body.name)
    if day > today:
        raise Refused(
            "renaming-in-future",
            gettext_noop("新名称从 {day} 起用，今天是 {today}。到那天再办。"),
            day=day,
            today=today,
        )
    if since is not None and day <= since:
        raise Refused(
            "renaming-before-last",
            gettext_noop("“{body}”这个名称从 {since} 起用，新名称要晚于那天。"),
            body=body.name,
            since=since,
        )
    taken = Body.objects.filter(name=name).exclude(same_as=body).first()
    held = BodyName.objects.filter(name=name, state=NameState.CONFIRMED, valid_to=None).exclude(body=body).first()
    if taken is not None or held is not None:
        raise Refused(
            "name-taken",
            gettext_noop("“{name}”已是另一个登记单位。若是同一单位，请在“名称与别称”页提出并确认为同一单位。"),
            name=name,
        )
