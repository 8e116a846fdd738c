"""Says which places a coverage is counted over, and what each of them must reach."""

from collections.abc import Sequence

from duixian.registers.models import Nature, Place, Target
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.sharing import Given, replace_shares


def cover_places(acting: Acting, target: Target, given: Sequence[Given], *, reason: str = "") -> Target:
    """The coverage with ``given`` as the places it is counted over; ``value`` is the level each must reach.

    Errors: Refused for a target that is no coverage, for a body or a topped-up part, for a level of nothing, and as
    ``replace_shares`` says; nothing is written then.
    """
    with performing("cover_places", acting) as log:
        if target.nature != Nature.COVERAGE:
            raise Refused(
                "not-a-coverage",
                gettext_noop("“{target}”是{nature}，不按达到的地区数计算。要分给各地，请用“分解”。"),
                target=str(target),
                nature=str(target.get_nature_display()),
            )
        for one in given:
            if not isinstance(one.owner, Place) or one.topped_up or one.value <= 0:
                raise Refused(
                    "coverage-of-places",
                    gettext_noop("覆盖面只按地区计，每地须达到的数要大于 0，没有自加。请核对“{owner}”一行。"),
                    owner=str(one.owner),
                )
        log.record(target, **replace_shares(target, given, reason=reason))
        return target
