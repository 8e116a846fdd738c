"""Reads the report ledger."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db.models import Max, Q, QuerySet

from duixian.ledgers.filings.models import Filing, FilingFigure, FilingMove, FilingStage, FilingStep
from duixian.ledgers.filings.month import Month
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Target
from duixian.units import Refused, gettext_noop


def filings() -> QuerySet[Filing]:
    """Every report with all that a list shows of it."""
    return Filing.objects.select_related("body", "lead", "state__step").exclude(state=None)


def filings_of(body: int, *, months: Collection[Month] | None = None) -> QuerySet[Filing]:
    """What a body has begun to report, of all months or of those given."""
    found = Filing.objects.filter(body=body).select_related("body", "lead", "state__step")
    if months is None:
        return found
    wanted = Q()
    for month in months:
        wanted |= Q(year=month.year, month=month.month)
    return found.filter(wanted) if months else found.none()


def turn_of(filing: Filing) -> int:
    """The id of the last step that was more than opening the form, 0 before the first: what a form must have seen."""
    last: int | None = filing.steps.exclude(move=FilingMove.OPEN).aggregate(last=Max("pk"))["last"]
    return last or 0


def last_submissions(filing_ids: Collection[int]) -> Mapping[int, int]:
    """Filing id → the id of its last submission's step."""
    found = FilingStep.objects.filter(filing__in=filing_ids, move=FilingMove.SUBMIT)
    return dict(found.order_by().values("filing").annotate(last=Max("pk")).values_list("filing", "last"))


def figures_of(filing: Filing) -> QuerySet[FilingFigure]:
    """The figures of the last submission; none before the first."""
    step = last_submissions([filing.pk]).get(filing.pk)
    return FilingFigure.objects.filter(step=step).select_related(
        "target__commitment", "place", "for_body", "posting__corrected_by"
    )


def check_month_unlocked(target: Target, series: Series, day: dt.date) -> None:
    """Errors: Refused where the figure of that month was accepted: it stays until the report is opened again."""
    accepted = FilingFigure.objects.filter(
        target=target,
        place=series.place,
        for_body=series.body,
        step__filing__year=day.year,
        step__filing__month=day.month,
        step__filing__state__stage=FilingStage.ACCEPTED,
    )
    found = accepted.select_related("step__filing__body").first()
    if found is not None:
        raise Refused(
            "month-locked",
            gettext_noop(
                "{body}{year}年{month}月的填报已经接受并锁定，这个月“{target}”的数不能再填或更正。"
                "确需改动，请督查室写明原因重新打开。"
            ),
            body=str(found.step.filing.body),
            year=str(day.year),
            month=str(day.month),
            target=str(target),
        )
