"""Names a body's liaison, with what the liaison is to do."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from duixian.registers.lookup import principal, written_as
from duixian.registers.models import Account, Body, Liaison, Role
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLiaison:
    """Who, for what, from which day. ``telephone`` is the office's number."""

    name: str
    duties: str
    begins: dt.date
    telephone: str = ""
    account: Account | None = None


def name_liaison(acting: Acting, body: Body, new: NewLiaison) -> Liaison:
    """The liaison. Errors: Refused for another body's reporter, without name or duties, or where the same serves."""
    with performing("name_liaison", acting) as log:
        body = principal(body)
        check_own_body(acting, body)
        if not new.name.strip() or not new.duties.strip():
            raise Refused("liaison-incomplete", gettext_noop("联络员的姓名和职责都要填。"))
        serving = Liaison.objects.filter(Q(ends=None) | Q(ends__gte=new.begins), body=body, name=new.name.strip())
        if serving.exists():
            raise Refused(
                "liaison-serving",
                gettext_noop("{name} 在 {day} 已是{body}的联络员，不用再加。"),
                name=new.name.strip(),
                day=new.begins,
                body=body.name,
            )
        liaison = Liaison.objects.create(
            body=body,
            name=new.name.strip(),
            account=new.account,
            telephone=new.telephone.strip(),
            duties=new.duties.strip(),
            begins=new.begins,
        )
        log.record(liaison, name=liaison.name, body=body.name, begins=new.begins.isoformat())
        return liaison


def check_own_body(acting: Acting, body: Body) -> None:
    """Errors: Refused where a reporter acts for a body that is not theirs; the supervision office may for all."""
    account = acting.account
    if account.role == Role.REPORTER and account.body_id not in written_as(body):
        raise Refused("not-your-body", gettext_noop("您只能办理本单位的联络员，这是{body}。"), body=body.name)
