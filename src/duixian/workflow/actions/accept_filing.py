"""Accepts a report, which locks its figures: nothing of that month is posted or corrected for them any more."""

from duixian.ledgers.filings.models import Filing, FilingMove, FilingStep
from duixian.ledgers.filings.post import Hand, check_open, post_step
from duixian.ledgers.filings.read import figures_of
from duixian.registers.models import Target
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.filing_scope import check_reviews


def accept_filing(acting: Acting, filing: Filing, *, turn: int) -> FilingStep:
    """The step.

    Errors: Refused where a figure was corrected after it was handed in, or the report has moved on since ``turn``.
    """
    with performing("accept_filing", acting) as log:
        check_open(filing, FilingMove.ACCEPT)
        check_reviews(acting.account, filing, FilingMove.ACCEPT)
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(filing, FilingMove.ACCEPT, hand, turn=turn)
        _check_unchanged(filing)
        log.record(filing, month=f"{filing.year}-{filing.month:02}")
        return step


def _check_unchanged(filing: Filing) -> None:
    """With its targets locked: whoever posts at this moment has posted before, or waits and finds the month locked."""
    figures = list(figures_of(filing))
    keys = sorted({figure.target_id for figure in figures})
    list(Target.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk", flat=True))
    for figure in figures_of(filing):
        if figure.posting is not None and hasattr(figure.posting, "corrected_by"):
            raise Refused(
                "figure-changed-since",
                gettext_noop(
                    "“{target}”的数在提交后又更正为 {value}，与填报不一致，没有接受。请退回，由填报人重新提交。"
                ),
                target=str(figure.target),
                value=figure.posting.corrected_by.value,
            )
