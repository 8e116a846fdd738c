"""Sets how much may be asked of a county in a month.

The administrator does it, who asks for nothing: the office that asks does not lift its own ceiling.
"""

from duixian.registers.models import Site
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing

_MOST = 10_000


def set_ceilings(acting: Acting, *, most_fields: int, most_minutes: int) -> Site:
    """The site's row. Errors: Refused for a ceiling of nothing, or so high that it is none."""
    with performing("set_ceilings", acting) as log:
        if not (1 <= most_fields <= _MOST and 1 <= most_minutes <= _MOST):
            raise Refused("ceiling-out-of-range", gettext_noop("上限须在 1 到 {most} 之间，没有写入。"), most=_MOST)
        site = Site.objects.select_for_update().get(pk=1)
        was = {"was_fields": site.most_fields, "was_minutes": site.most_minutes}
        site.most_fields, site.most_minutes = most_fields, most_minutes
        site.save(update_fields=["most_fields", "most_minutes"])
        log.record(site, **was, fields=most_fields, minutes=most_minutes)
        return site
