"""What one was told, where the digest goes, and the calendar of one's own deadlines."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from duixian.ledgers.models import Notice
from duixian.ledgers.notices.read import notices_of
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import tell
from duixian.reports.news import address_of, sentence_of
from duixian.units import Refused
from duixian.workflow.actions.issue_calendar_key import issue_calendar_key
from duixian.workflow.actions.set_email import set_email


def show(request: HttpRequest) -> HttpResponse:
    return _page(request)


def email(request: HttpRequest) -> HttpResponse:
    try:
        set_email(acting_now(account_of(request)), email=request.POST.get("email", ""))
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, _("已保存。"))
    return redirect("office:notices")


def calendar(request: HttpRequest) -> HttpResponse:
    """A new key, shown this once, or none any more."""
    revoke = request.POST.get("revoke") == "1"
    key = issue_calendar_key(acting_now(account_of(request)), revoke=revoke)
    if not key:
        messages.success(request, _("日历地址已停用。"))
        return redirect("office:notices")
    return _page(request, feed=request.build_absolute_uri(reverse("calendar", args=[key])))


def _page(request: HttpRequest, *, feed: str = "") -> HttpResponse:
    account = account_of(request)
    page = page_of(request, notices_of(account))
    rows = [(notice, sentence_of(notice.words), sentence_of(notice.clock), _address(notice)) for notice in page]
    context = {"page": page, "rows": rows, "feed": feed, "account": account, "as_of": site_day()}
    return render(request, "office/notices.html", context)


def _address(notice: Notice) -> str:
    """Where it leads; an old notice may lead to a page that is no longer there."""
    page, asked = address_of(notice)
    try:
        return reverse(page, args=asked)
    except NoReverseMatch:
        return ""
