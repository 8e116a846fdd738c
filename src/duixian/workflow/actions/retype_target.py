"""Types a target anew: what kind of quantity it is, how its figures are reported, which stage they count."""

from duixian.ledgers.progress.post import rebuild_balances
from duixian.ledgers.progress.read import counting
from duixian.registers.models import Counter, Counting, LinkState, Nature, Target, TargetLink
from duixian.registers.natures import QuantityType, check_type
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing

_NAMES = ("nature", "counting", "counter")


def retype_target(acting: Acting, target: Target, typed: QuantityType, *, reason: str) -> Target:
    """The target with its new type.

    Rows of the ledger keep the meaning they were posted with: while one of them says more than 0, nothing about it may
    mean something else afterwards. Zero means the same in every type.
    Errors: Refused without a reason, where nothing changes, or where shares, figures or links contradict.
    """
    with performing("retype_target", acting) as log:
        found = Target.objects.select_for_update().get(pk=target.pk)
        before = _type_of(found)
        if not reason.strip():
            raise Refused("retype-without-reason", gettext_noop("改类型须写明原因，没有改。"))
        if typed == before:
            raise Refused("retype-unchanged", gettext_noop("与现在的类型相同，没有要改的。"))
        check_type(typed, unit=found.unit)
        _check_shares(found, typed)
        _check_figures(found, before, typed)
        _check_links(found)
        for name in _NAMES:
            setattr(found, name, getattr(typed, name))
        found.save(update_fields=[*_NAMES])
        rebuild_balances(found)
        log.record(found, was=_written(before), now=_written(typed), reason=reason.strip())
        return found


def _type_of(target: Target) -> QuantityType:
    return QuantityType(Nature(target.nature), Counting(target.counting), Counter(target.counter))


def _check_shares(target: Target, typed: QuantityType) -> None:
    adds_up = typed.nature in (Nature.FLOW, Nature.STOCK)
    if (adds_up and target.additive) or not target.allocations.exists():
        return
    raise Refused(
        "retype-with-shares",
        gettext_noop("“{target}”已经分解到各地各单位，改成{nature}后这些数没有意义。请先收回分解，再改类型。"),
        target=str(target),
        nature=str(typed.nature.label),
    )


def _check_figures(target: Target, before: QuantityType, typed: QuantityType) -> None:
    same = before.counting == typed.counting and before.counter == typed.counter
    adds_up = (Nature.FLOW, Nature.STOCK)
    if same and (before.nature in adds_up) == (typed.nature in adds_up) and typed.nature != Nature.COVERAGE:
        return
    posted = counting().filter(target=target).exclude(value=0).count()
    if posted:
        raise Refused(
            "retype-with-figures",
            gettext_noop(
                "“{target}”已有 {count} 笔按原口径填报的数，改后意思就变了。"
                "请先把它们更正为 0 并写明原因，改类型后再按新口径更正回来。"
            ),
            target=str(target),
            count=posted,
        )


def _check_links(target: Target) -> None:
    linked = TargetLink.objects.filter(state=LinkState.CONFIRMED)
    if linked.filter(upper=target).exists() or linked.filter(lower=target).exists():
        raise Refused(
            "retype-with-links",
            gettext_noop("“{target}”与上下级指标已确认对应，两边类型须相同。请先取消对应，再改类型。"),
            target=str(target),
        )


def _written(typed: QuantityType) -> dict[str, str]:
    return {name: str(getattr(typed, name).value) for name in _NAMES}
