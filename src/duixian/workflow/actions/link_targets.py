"""Proposes which lower target takes over which upper one, from the adopted documents themselves."""

from duixian.registers.models import LinkState, Site, TargetLink
from duixian.workflow.acting import Acting, performing
from duixian.workflow.linking import found_pairs


def link_targets(acting: Acting) -> list[TargetLink]:
    """The newly proposed links, sure and unsure ones. What a person decided before stays as it was decided."""
    with performing("link_targets", acting) as log:
        known = set(TargetLink.objects.values_list("upper", "lower"))
        found = [one for one in found_pairs() if (one.upper.pk, one.lower.pk) not in known]
        made = TargetLink.objects.bulk_create(
            TargetLink(
                upper=one.upper,
                lower=one.lower,
                assigned=one.assigned,
                topped_up=one.topped_up,
                doubts=list(one.doubts),
                state=LinkState.PROPOSED,
            )
            for one in found
        )
        log.record(Site.current(), proposed=len(made), unsure=sum(bool(one.doubts) for one in found))
        return made
