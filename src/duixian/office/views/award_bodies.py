"""Which body has which part in carrying out the award act."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from duixian.office.award_forms import ActBodyForm
from duixian.office.clock import acting_now
from duixian.office.gate import account_of
from duixian.office.refusing import refuse
from duixian.registers.models import ActBody, ActPart
from duixian.units import Refused
from duixian.workflow.actions.name_act_body import name_act_body


def show(request: HttpRequest) -> HttpResponse:
    return _page(request, ActBodyForm())


def assign(request: HttpRequest) -> HttpResponse:
    form = ActBodyForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    found = form.cleaned_data
    try:
        name_act_body(acting_now(account_of(request)), found["body"], part=ActPart(found["part"]), place=found["place"])
    except Refused as refused:
        refuse(form, refused)
        return _page(request, form)
    messages.success(request, _("已指定。"))
    return redirect("office:award_bodies")


def _page(request: HttpRequest, form: ActBodyForm) -> HttpResponse:
    rows = ActBody.objects.select_related("body", "place")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/award_bodies.html", {"rows": rows, "form": form}, status=status)
