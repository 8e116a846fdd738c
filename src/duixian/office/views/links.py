"""Pairs of an upper and a lower level's targets: found in the documents, confirmed by a person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import tell
from duixian.office.share_forms import LinkForm
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.registers.models import LinkState, TargetLink
from duixian.reports.links import rows
from duixian.units import Refused, plain
from duixian.workflow.actions.decide_link import decide_link
from duixian.workflow.actions.link_targets import link_targets

_COLUMNS = (lazy("上级指标"), lazy("本级指标"), lazy("上级数"), lazy("本级数"), lazy("下达"), lazy("自加"))


def show(request: HttpRequest) -> HttpResponse:
    found = rows()
    if wants_sheet(request):
        cells = [
            (
                f"{row.upper}（{row.upper.unit}）",
                f"{row.lower}（{row.lower.unit}）",
                row.upper.value,
                row.lower.value,
                row.assigned,
                row.topped_up,
                str(row.state.label),
                "；".join(map(_, row.doubts)) or None,
            )
            for row in found
        ]
        columns = [*map(str, _COLUMNS), _("办理状态"), _("拿不准之处")]
        return sheet_file(request, title=_("上下级对应"), as_of=site_day(), columns=columns, rows=cells)
    return render(request, "office/links.html", {"page": page_of(request, found)})


def find(request: HttpRequest) -> HttpResponse:
    """Proposes pairs from all adopted documents."""
    made = link_targets(acting_now(account_of(request)))
    messages.success(request, _("找出 %(count)s 对新的，请逐对确认。") % {"count": len(made)})
    return redirect("office:links")


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirms or rejects one pair, with its two parts as written."""
    link = get_object_or_404(TargetLink, pk=pk)
    state = request.POST.get("state")
    initial = {"assigned": plain(link.assigned), "topped_up": plain(link.topped_up)}
    form = LinkForm({name: request.POST.get(name) or value for name, value in initial.items()})
    if not form.is_valid() or state not in LinkState.values:
        messages.error(request, _("下达和自加都要填数字。这一对没有改。"))
        return redirect("office:links")
    acting = acting_now(account_of(request))
    try:
        decide_link(acting, link, state=LinkState(state), **form.cleaned_data)
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, _("已保存这一对。"))
    return redirect("office:links")
