"""我的待办: what the signed-in person has to do, by day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from duixian.office.clock import site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.office.wording import say
from duixian.reports.duties import duties
from duixian.reports.duty import Duty


def show(request: HttpRequest) -> HttpResponse:
    account, today = account_of(request), site_day()
    found = duties(role=account.role, body=account.body, as_of=today)
    if wants_sheet(request):
        columns = [_("期限"), _("事项"), _("期限怎么算的")]
        rows = [[duty.day, say(duty.sentence), say(duty.basis)] for duty in found]
        return sheet_file(request, title=_("我的待办"), as_of=today, columns=columns, rows=rows)
    page = page_of(request, found)
    rows_shown = [(duty, _address(duty), duty.is_late(today)) for duty in page.object_list]
    late = sum(duty.is_late(today) for duty in found)
    return render(request, "office/duties.html", {"page": page, "rows": rows_shown, "late": late, "as_of": today})


def _address(duty: Duty) -> str:
    return reverse(duty.page, args=[] if duty.key is None else [duty.key])
