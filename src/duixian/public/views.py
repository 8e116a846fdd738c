"""What everyone may see: commitments that were adopted and released, and nothing else."""

import datetime as dt

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from duixian.pace import SEVERITY
from duixian.registers.models import Commitment, Site
from duixian.reports import board
from duixian.reports.board_filter import BoardFilter
from duixian.reports.chart import chart
from duixian.reports.commitment import detail
from duixian.reports.lit.refresh import SECONDS, refreshed
from duixian.reports.marked import Look
from duixian.reports.promise import passages

_MOST_CHARACTERS = 60
_A_PAGE = 50


def commitments(request: HttpRequest) -> HttpResponse:
    """All released commitments, or those in which every word of ``?q=`` stands."""
    as_of = site_day()
    words = request.GET.get("q", "").strip()[:_MOST_CHARACTERS]
    kept = refreshed(day=as_of, seconds=SECONDS) is not None
    whole = board.listing(BoardFilter(released_only=True), as_of=as_of, kept=kept)
    asked = BoardFilter(released_only=True, words=words)
    found = board.listing(asked, as_of=as_of, kept=kept) if words else whole
    page = Paginator(found.keys, _A_PAGE).get_page(request.GET.get("page"))
    context = {
        "as_of": as_of,
        "q": words,
        "total": whole.total,
        "counts": whole.counts,
        "page": page,
        "rows": found.rows(list(page)),
    }
    return render(request, "public/commitments.html", context)


def commitment(request: HttpRequest, pk: int) -> HttpResponse:
    as_of = site_day()
    try:
        found = detail(pk, as_of=as_of, released_only=True)
    except Commitment.DoesNotExist as missing:
        raise Http404 from missing
    context = {
        "as_of": as_of,
        "detail": found,
        "commitment": found.row.commitment,
        "passages": passages(found.row.commitment),
        "charts": [(target, chart(target.curve, target.figures, as_of=as_of)) for target in found.targets],
        "looks": {
            f"target-{one.line.target.pk}": Look("target", f"#target-{one.line.target.pk}") for one in found.targets
        },
    }
    return render(request, "public/commitment.html", context)


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "public/about.html", {"codes": SEVERITY})


def site_day() -> dt.date:
    """The day the pages are about: an example's own day, else today."""
    return Site.current().day(timezone.localdate())
