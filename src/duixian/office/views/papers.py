"""Papers: the quarterly report and the notice of an order as Word and PDF, and the templates they are made from."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.ledgers.models import Order
from duixian.ledgers.orders import read
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.order_forms import TemplateForm
from duixian.office.refusing import refuse, tell
from duixian.office.sheets import XLSX, download
from duixian.registers.models import PaperTemplate, Site
from duixian.registers.paper_templates import KINDS, ORDER, QUARTER
from duixian.reports.order_paper import order_words
from duixian.reports.paper_forms import paper_of, shipped
from duixian.reports.pdf import pdf_of
from duixian.reports.quarter import Quarter, quarter_of, quarter_report, read_quarter
from duixian.reports.quarter_words import named, sheet, words
from duixian.reports.sheet import as_xlsx
from duixian.units import Refused
from duixian.workflow.actions.set_paper_template import set_paper_template
from duixian.workflow.order_scope import may_see_order

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def quarter(request: HttpRequest) -> HttpResponse:
    """The report on a page; with ``?as=docx``, ``pdf`` or ``xlsx`` as a file."""
    today = site_day()
    try:
        asked = read_quarter(request.GET["q"]) if "q" in request.GET else quarter_of(today)
        report = quarter_report(asked, today=today)
        told = words(report, named(Site.current()))
        match request.GET.get("as"):
            case "docx":
                return download(paper_of(QUARTER, told), name=f"季度报告-{asked}.docx", kind=DOCX)
            case "pdf":
                return download(pdf_of("quarter", told), name=f"季度报告-{asked}.pdf", kind=PDF)
            case "xlsx":
                return download(as_xlsx(sheet(report)), name=f"季度报告-{asked}.xlsx", kind=XLSX)
    except Refused as refused:
        tell(request, refused)
        return redirect("office:board")
    context = {"report": report, "quarter": asked, "latest": _latest(quarter_of(today)), "as_of": report.as_of}
    return render(request, "office/quarter.html", context)


def order(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice that goes to the body, as Word or with ``?as=pdf`` as PDF."""
    get_object_or_404(Order, pk=pk)
    found = read.whole(pk)
    if not may_see_order(account_of(request), found):
        raise PermissionDenied
    told = order_words(found, issuer=named(Site.current()).issuer)
    try:
        if request.GET.get("as") == "pdf":
            return download(pdf_of("order", told), name=f"督办通知单-{found.number}.pdf", kind=PDF)
        return download(paper_of(ORDER, told), name=f"督办通知单-{found.number}.docx", kind=DOCX)
    except Refused as refused:
        tell(request, refused)
        return redirect("office:order", pk=pk)


def templates(request: HttpRequest) -> HttpResponse:
    return _templates_page(request, TemplateForm())


def template(_request: HttpRequest, key: str) -> HttpResponse:
    """Our own template of a kind, to be changed in WPS."""
    if key not in KINDS:
        raise Http404
    data = shipped(KINDS[key], issuer=named(Site.current()).issuer)
    return download(data, name=f"{_(KINDS[key].name)}-模板.docx", kind=DOCX)


def set_template(request: HttpRequest) -> HttpResponse:
    form = TemplateForm(request.POST, request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        data = upload.read() if upload else None
        try:
            kind = KINDS[form.cleaned_data["kind"]]
            set_paper_template(acting_now(account_of(request)), kind, data=data, name=upload.name if upload else "")
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("已启用新模板。") if data else _("已恢复自带模板。"))
            return redirect("office:paper_templates")
    return _templates_page(request, form)


def _templates_page(request: HttpRequest, form: TemplateForm) -> HttpResponse:
    newest = {row.kind: row for row in PaperTemplate.objects.select_related("by").order_by("pk")}
    context = {"kinds": [(kind, newest.get(key)) for key, kind in KINDS.items()], "form": form, "as_of": site_day()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/paper_templates.html", context, status=status)


def _latest(here: Quarter) -> list[Quarter]:
    """The quarter and the three before it."""
    numbers = [here.year * 4 + here.number - 1 - back for back in range(4)]
    return [Quarter(number // 4, number % 4 + 1) for number in numbers]
