"""Shares a target out to places or bodies, assigned and topped-up parts apart."""

from collections.abc import Sequence

from duixian.registers.models import Target
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.sharing import Given, replace_shares


def share_out(acting: Acting, target: Target, given: Sequence[Given], *, reason: str = "") -> Target:
    """The target with ``given`` as its shares, instead of those it had; with none it is one whole again.

    That the shares do not add up to the target is not refused: the allocation report says by how much.
    Errors: Refused for a target whose figures do not add up, and as ``replace_shares`` says; nothing is written then.
    """
    with performing("share_out", acting) as log:
        if not target.additive:
            raise Refused(
                "share-out-of-a-level",
                gettext_noop("“{target}”是{nature}，各地的数加起来不等于它，不能分解。"),
                target=str(target),
                nature=str(target.get_nature_display()),
            )
        log.record(target, **replace_shares(target, given, reason=reason))
        return target
