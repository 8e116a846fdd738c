"""The official files: what was taken in, taking in another, and giving one back as it came."""

from http import HTTPStatus
from io import BytesIO

from django.contrib import messages
from django.forms import BaseForm
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.office.clock import acting_now
from duixian.office.forms import SourceForm
from duixian.office.gate import account_of
from duixian.office.refusing import refuse
from duixian.office.upload import was_over_limit
from duixian.registers import store
from duixian.registers.models import Source
from duixian.units import Refused
from duixian.workflow.actions.add_source import Added, add_source
from duixian.workflow.proposing import ADOPTABLE


def show(request: HttpRequest) -> HttpResponse:
    return _page(request, SourceForm())


def add(request: HttpRequest) -> HttpResponse:
    form = SourceForm(request.POST, request.FILES)
    if was_over_limit(request):
        form.tell_over_limit()
    if form.is_valid() and (added := _added(request, form)):
        words = _("已读取“%(name)s”，请逐份核对。") if added.new else _("“%(name)s”早已存入，没有重复添加。")
        messages.success(request, words % {"name": added.source.name})
        documents = list(added.source.documents.all())
        if len(documents) == 1:
            return redirect("office:review", pk=documents[0].pk)
        return redirect("office:sources")
    return _page(request, form)


def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bytes as they came, always to be saved and never shown: they are somebody else's."""
    source = get_object_or_404(Source.objects.defer("text"), pk=pk)
    try:
        data = store.fetch(source.sha256)
    except (FileNotFoundError, ValueError):
        text = _("存档的原件找不到，或与存入时不一致，已停止下载。请告诉系统管理员从备份恢复。")
        context = {"title": _("原件不可用"), "text": text}
        return render(request, "error.html", context, status=HTTPStatus.GONE)
    return FileResponse(
        BytesIO(data), as_attachment=True, filename=source.name, content_type="application/octet-stream"
    )


def _added(request: HttpRequest, form: SourceForm) -> Added | None:
    upload = form.cleaned_data["file"]
    try:
        return add_source(acting_now(account_of(request)), upload.read(), name=upload.name)
    except Refused as refused:
        refuse(form, refused)
        return None


def _page(request: HttpRequest, form: BaseForm) -> HttpResponse:
    found = Source.objects.defer("text").select_related("added_by").prefetch_related("documents__adopted_by")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(
        request, "office/sources.html", {"sources": found, "form": form, "adoptable": ADOPTABLE}, status=status
    )
