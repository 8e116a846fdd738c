"""The calendar of one person's deadlines, to whoever has its key; a calendar program cannot sign in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from duixian.office.clock import site_day
from duixian.office.wording import say
from duixian.registers.models import Account
from duixian.reports.calendar_feed import calendar_feed
from duixian.reports.duties import duties
from duixian.reports.duty import Duty
from duixian.workflow.actions.issue_calendar_key import hash_of


def calendar(request: HttpRequest, key: str) -> HttpResponse:
    """Nothing of it is kept on the way, and a key that is not in force finds nothing."""
    account = Account.objects.filter(calendar_key=hash_of(key), is_active=True).select_related("body").first()
    if account is None:
        raise Http404

    def address(duty: Duty) -> str:
        return request.build_absolute_uri(reverse(duty.page, args=[] if duty.key is None else [duty.key]))

    found = duties(role=account.role, body=account.body, as_of=site_day())
    data = calendar_feed(
        found, name=_("兑现待办"), host=request.get_host(), now=timezone.now(), say=say, address=address
    )
    headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(data, content_type="text/calendar; charset=utf-8", headers=headers)
