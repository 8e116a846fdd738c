"""Reports what has been done for a target by a day."""

from duixian.ledgers.progress.models import Posting
from duixian.ledgers.progress.post import Figure, post_figure
from duixian.ledgers.progress.series import WHOLE, Series
from duixian.registers.models import Target
from duixian.units import Refused, gettext_noop, plain
from duixian.workflow.acting import Acting, performing
from duixian.workflow.figures import check_day, check_value
from duixian.workflow.scope import answers_for


def post_progress(acting: Acting, target: Target, figure: Figure, *, series: Series = WHOLE) -> Posting:
    """The new posting, of the whole target or of one share's ``series``.

    Errors: Refused, nothing written; see ``post_figure`` for what the ledger itself refuses.
    """
    with performing("post_progress", acting) as log:
        check_answers(acting, target, series)
        check_value(target, figure.value)
        check_day(target, figure.day, today=acting.today)
        who = acting.account
        posting = post_figure(target, figure, series=series, body=who.body, by=who, at=acting.now)
        log.record(
            posting,
            target=target.pk,
            place=series.place,
            for_body=series.body,
            counter=series.counter,
            day=figure.day.isoformat(),
            value=plain(figure.value),
            note=posting.note,
        )
        return posting


def check_answers(acting: Acting, target: Target, series: Series) -> None:
    """Errors: Refused where the acting person's body does not answer for the target."""
    if not answers_for(acting.account, target, series=series):
        raise Refused(
            "not-your-target",
            gettext_noop("“{target}”不是{body}负责的指标，没有写入。若分工有变，请联系督查室。"),
            target=str(target),
            body=str(acting.account.body or acting.account),
        )
