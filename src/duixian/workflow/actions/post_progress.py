"""Reports what has been done for a target by a day."""

from duixian.ledgers.progress.models import Posting
from duixian.ledgers.progress.post import Figure, post_figure
from duixian.registers.models import Place, Target
from duixian.units import Refused, gettext_noop, plain
from duixian.workflow.acting import Acting, performing
from duixian.workflow.figures import check_day, check_value
from duixian.workflow.scope import answers_for


def post_progress(acting: Acting, target: Target, figure: Figure, *, place: Place | None = None) -> Posting:
    """The new posting. Errors: Refused, nothing written; see ``post_figure`` for what the ledger itself refuses."""
    with performing("post_progress", acting) as log:
        check_answers(acting, target, place)
        check_value(target, figure.value)
        check_day(target, figure.day, today=acting.today)
        posting = post_figure(target, figure, place=place, body=acting.account.body, by=acting.account, at=acting.now)
        log.record(
            posting,
            target=target.pk,
            place=place.pk if place else None,
            day=figure.day.isoformat(),
            value=plain(figure.value),
            note=posting.note,
        )
        return posting


def check_answers(acting: Acting, target: Target, place: Place | None) -> None:
    """Errors: Refused where the acting person's body does not answer for the target."""
    if not answers_for(acting.account, target, place=place):
        raise Refused(
            "not-your-target",
            gettext_noop("“{target}”不是{body}负责的指标，没有写入。若分工有变，请联系督查室。"),
            target=str(target),
            body=str(acting.account.body or acting.account),
        )
