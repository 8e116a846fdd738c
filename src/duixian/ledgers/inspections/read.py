"""Reads the inspection ledger."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from duixian.ledgers.inspections.models import Inspected, Inspection, InspectionMove, InspectionStep
from duixian.registers.models import Body


def inspections() -> QuerySet[Inspection]:
    """Every inspection, newest first, with its bodies and steps."""
    steps = InspectionStep.objects.select_related("body", "by", "answers")
    return Inspection.objects.select_related("order", "by").prefetch_related(
        Prefetch("visited", queryset=Inspected.objects.select_related("body")),
        Prefetch("steps", queryset=steps),
        "team",
    )


def windows_in_force(*, begins: dt.date, ends: dt.date, bodies: Collection[Body]) -> QuerySet[Inspected]:
    """The visits planned to ``bodies`` that touch those days, of every inspection that was not refused."""
    refused = InspectionStep.objects.filter(inspection=OuterRef("inspection"), move=InspectionMove.REFUSE)
    return (
        Inspected.objects.filter(Q(body__in=bodies) & Q(begins__lte=ends) & Q(ends__gte=begins))
        .filter(~Exists(refused))
        .select_related("inspection", "body")
    )
