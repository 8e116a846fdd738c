"""The log of who did what."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from duixian.ledgers.activity.read import entries
from duixian.office.forms import ActivityForm
from duixian.reports.activity import rows

_A_PAGE = 50


def show(request: HttpRequest) -> HttpResponse:
    form = ActivityForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = entries(verb=wanted.get("verb") or None)
    if person := wanted.get("person"):
        found = found.filter(Q(actor__full_name__icontains=person) | Q(actor__username__icontains=person))
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("page"))
    return render(request, "office/activity.html", {"form": form, "page": page, "rows": rows(page.object_list)})
