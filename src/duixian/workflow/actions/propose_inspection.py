"""Proposes an inspection plan (督查方案, 第十五条): what, whom, how far, when, by whom."""

from duixian.ledgers.inspections.models import Inspection
from duixian.ledgers.inspections.post import NewInspection, post_inspection
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.inspection_collisions import collisions
from duixian.workflow.order_hands import hand_of, needed_words


def propose_inspection(acting: Acting, new: NewInspection) -> Inspection:
    """The plan, which nobody may act on before it is approved.

    Errors: Refused without its words, bodies, or somebody who leads the team; for days that are past or crossed; and
    where a visit would be one too many, repeated, or beside another team's.
    """
    with performing("propose_inspection", acting) as log:
        needed_words(number=new.number, title=new.title, basis=new.basis, content=new.content, scope=new.scope)
        _check_people(new)
        _check_days(acting, new)
        found = collisions(new)
        if found:
            raise Refused(f"inspection-{found[0].code}", gettext_noop("{reason}没有写入。"), reason=found[0].sentence)
        inspection = post_inspection(new, hand_of(acting))
        log.record(inspection, number=new.number, bodies=[window.body.pk for window in new.windows])
        return inspection


def _check_people(new: NewInspection) -> None:
    if not new.windows:
        raise Refused("inspection-without-body", gettext_noop("督查方案要写明督查哪些单位，没有写入。"))
    if len({window.body.pk for window in new.windows}) != len(new.windows):
        raise Refused("inspection-body-twice", gettext_noop("同一单位在方案里写了两次，请合并成一次到场。"))
    if sum(one.leads for one in new.team) != 1:
        raise Refused("inspection-without-leader", gettext_noop("督查组要有一名组长（第八条），没有写入。"))
    if len({one.name for one in new.team}) != len(new.team):
        raise Refused("inspector-twice", gettext_noop("督查组里同一人写了两次。"))


def _check_days(acting: Acting, new: NewInspection) -> None:
    for window in new.windows:
        if window.ends < window.begins:
            raise Refused(
                "inspection-days-crossed",
                gettext_noop("{body}的结束日 {ends} 早于开始日 {begins}。"),
                body=str(window.body),
                begins=window.begins,
                ends=window.ends,
            )
        if window.begins < acting.today:
            raise Refused(
                "inspection-in-the-past",
                gettext_noop("{body}的开始日 {begins} 已经过去；方案须先批准，后到场。"),
                body=str(window.body),
                begins=window.begins,
            )
