"""Whose part is what in an inspection, and who keeps out of the decision (第十七条)."""

from duixian.ledgers.inspections.models import Inspected, Inspection
from duixian.registers.lookup import is_body, of_body
from duixian.registers.models import Account, Body, Role
from duixian.units import Refused, gettext_noop


def may_see_inspection(account: Account, inspection: Inspection) -> bool:
    """A reporter sees the inspections of their own body; every other official sees all."""
    if account.role != Role.REPORTER:
        return True
    return any(is_body(account.body, item.body) for item in inspection.visited.all())


def inspected_of(inspection: Inspection, body: Body) -> Inspected:
    """The body's line in the plan. Errors: Refused for a body that the plan does not name: it is not widened."""
    found = inspection.visited.select_related("body").filter(of_body(body)).first()
    if found is None:
        raise Refused(
            "beyond-the-plan",
            gettext_noop("督查方案{number}没有列{body}，不能扩大督查范围（第十五条），没有写入。"),
            number=inspection.number,
            body=str(body),
        )
    return found


def own_line(account: Account, inspection: Inspection) -> Inspected:
    """The line of the acting person's own body. Errors: Refused where there is none."""
    if account.body is None:
        raise Refused("not-your-inspection", gettext_noop("只有被督查单位能办这一步，没有写入。"))
    return inspected_of(inspection, account.body)


def check_recused(account: Account, inspection: Inspection) -> None:
    """Errors: Refused for somebody who took part, by account or by name, or who proposed the plan."""
    for one in inspection.team.all():
        if one.account_id == account.pk or one.name == account.full_name:
            raise Refused(
                "must-recuse",
                gettext_noop(
                    "{name}参加了{number}，须回避对异议的复核（第十七条），没有写入。请由没有参加的人作决定。"
                ),
                name=account.full_name,
                number=inspection.number,
            )
