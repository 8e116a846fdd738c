"""Bodies: the list, what the register says of one, its names and its liaisons."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from duixian.office.body_forms import AliasForm, AsOfForm, EndForm, LiaisonForm, LookForm, PostForm, RenameForm, posted
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import refuse, tell
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.registers.models import AssignmentOfficial, Body, BodyName, Liaison, NameState
from duixian.reports import aliases, bodies
from duixian.reports.body_register import PostRow, body_register
from duixian.units import Refused
from duixian.workflow.acting import Acting
from duixian.workflow.actions.decide_alias import decide_alias
from duixian.workflow.actions.end_liaison import end_liaison
from duixian.workflow.actions.enter_posts import enter_posts
from duixian.workflow.actions.name_liaison import NewLiaison, name_liaison
from duixian.workflow.actions.name_post import name_post
from duixian.workflow.actions.propose_alias import propose_alias
from duixian.workflow.actions.rename_body import rename_body

Act = Callable[[Acting, dict[str, Any]], Any]


def show_all(request: HttpRequest) -> HttpResponse:
    form = LookForm(request.GET, today=site_day())
    form.is_valid()
    found = bodies.bodies(words=form.cleaned_data.get("q", ""))
    if wants_sheet(request):
        return _bodies_sheet(request, bodies.rows(found, as_of=form.day), form)
    page = page_of(request, found)
    context = {
        "form": form,
        "page": page,
        "rows": bodies.rows(list(page), as_of=form.day),
        "as_of": form.day,
        "waiting": BodyName.objects.filter(state=NameState.PROPOSED).count(),
        "loose": AssignmentOfficial.objects.filter(held_post=None).exclude(post="").count(),
    }
    return render(request, "office/bodies.html", context, status=_status(form))


def register(request: HttpRequest, pk: int) -> HttpResponse:
    """One body as of a day; another name of a body leads to the body itself."""
    form = AsOfForm(request.GET, today=site_day())
    form.is_valid()
    try:
        found = body_register(pk, as_of=form.day)
    except Body.DoesNotExist as missing:
        raise Http404 from missing
    if found.body.same_as_id is not None:
        return redirect("office:body_register", pk=found.body.same_as_id)
    if wants_sheet(request):
        title = _("%(body)s职务和任职") % {"body": found.body.name}
        columns = [_("职务"), _("职数"), _("现任"), _("任职起"), _("曾任"), _("实事责任项数")]
        rows = [_post_cells(row) for row in found.posts]
        return sheet_file(request, title=title, as_of=form.day, columns=columns, rows=rows)
    context = {"form": form, "register": found, "as_of": form.day}
    return render(request, "office/body_register.html", context, status=_status(form))


def names(request: HttpRequest) -> HttpResponse:
    """The names that wait for a decision, and those decided."""
    waiting = aliases.waiting()
    decided = aliases.rows(BodyName.objects.exclude(state=NameState.PROPOSED).exclude(decided_at=None))
    if wants_sheet(request):
        columns = [_("文件写法"), _("单位"), _("状态"), _("缘由"), _("起"), _("止")]
        rows = [
            [
                row.name.name,
                row.name.body.name,
                row.name.get_state_display(),
                _(row.name.reason),
                row.name.valid_from,
                row.name.valid_to,
            ]
            for row in (*waiting, *decided)
        ]
        return sheet_file(request, title=_("名称与别称"), as_of=site_day(), columns=columns, rows=rows)
    context = {"waiting": waiting, "page": page_of(request, decided)}
    return render(request, "office/aliases.html", context)


def decide_name(request: HttpRequest, pk: int) -> HttpResponse:
    name = get_object_or_404(BodyName, pk=pk)
    same = request.POST.get("same") == "1"
    try:
        decided = decide_alias(acting_now(account_of(request)), name, same=same)
    except Refused as refused:
        tell(request, refused)
    else:
        told = {"name": decided.name.name, "body": decided.name.body.name, "rows": sum(decided.moved.values())}
        words = (
            _("“%(name)s”已确认是“%(body)s”，移来 %(rows)s 条登记。")
            if same
            else _("“%(name)s”和“%(body)s”仍是两个单位。")
        )
        messages.success(request, words % told)
    return redirect("office:aliases")


def propose_name(request: HttpRequest, pk: int) -> HttpResponse:
    body = get_object_or_404(Body, pk=pk)
    form = AliasForm(posted(request))
    title = _("提出%(body)s的另一个名称") % {"body": body.name}

    def act(acting: Acting, told: dict[str, Any]) -> None:
        propose_alias(acting, body, name=told["name"])

    return _form_page(
        request, form, act, body=body, title=title, button=_("提出"), done=_("已提出，请在“名称与别称”页确认。")
    )


def rename(request: HttpRequest, pk: int) -> HttpResponse:
    body = get_object_or_404(Body, pk=pk)
    form = RenameForm(posted(request))
    title = _("%(body)s更名") % {"body": body.name}

    def act(acting: Acting, told: dict[str, Any]) -> None:
        rename_body(acting, body, **told)

    return _form_page(
        request, form, act, body=body, title=title, button=_("更名"), done=_("已更名，原名称仍能找到这个单位。")
    )


def add_post(request: HttpRequest, pk: int) -> HttpResponse:
    """A new post, or another number of places in one that is there (``?title=`` fills it in)."""
    body = get_object_or_404(Body, pk=pk)
    form = PostForm(
        posted(request), initial={key: request.GET[key] for key in ("title", "seats") if key in request.GET}
    )
    title = _("登记%(body)s的职务") % {"body": body.name}

    def act(acting: Acting, told: dict[str, Any]) -> None:
        name_post(acting, body, **told)

    return _form_page(request, form, act, body=body, title=title, button=_("登记"), done=_("已登记。"))


def add_liaison(request: HttpRequest, pk: int) -> HttpResponse:
    body = get_object_or_404(Body, pk=pk)
    form = LiaisonForm(posted(request), body=body, initial={"begins": site_day()})
    title = _("指定%(body)s的联络员") % {"body": body.name}

    def act(acting: Acting, told: dict[str, Any]) -> None:
        name_liaison(acting, body, NewLiaison(**told))

    return _form_page(request, form, act, body=body, title=title, button=_("指定"), done=_("已指定。"))


def stop_liaison(request: HttpRequest, pk: int) -> HttpResponse:
    liaison = get_object_or_404(Liaison.objects.select_related("body"), pk=pk)
    form = EndForm(posted(request), initial={"day": site_day()})
    title = _("%(name)s不再任%(body)s联络员") % {"name": liaison.name, "body": liaison.body.name}

    def act(acting: Acting, told: dict[str, Any]) -> None:
        end_liaison(acting, liaison, day=told["day"])

    return _form_page(request, form, act, body=liaison.body, title=title, button=_("确定"), done=_("已登记。"))


def enter(request: HttpRequest) -> HttpResponse:
    """Ties the officials of documents adopted before to posts."""
    try:
        entered = enter_posts(acting_now(account_of(request)))
    except Refused as refused:
        tell(request, refused)
    else:
        words = _(
            "%(duties)s 项责任已落到职务，新增 %(posts)s 个职务、%(holders)s 名任职者；%(left)s 项的职务没有写明单位。"
        )
        told = {"duties": entered.duties, "posts": entered.posts, "holders": entered.holders, "left": entered.left}
        messages.success(request, words % told)
    return redirect("office:bodies")


def _form_page(
    request: HttpRequest, form: BaseForm, act: Act, *, body: Body, title: str, button: str, done: str
) -> HttpResponse:
    """A form of one body's: acted on, or shown again with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            act(acting_now(account_of(request)), dict(form.cleaned_data))
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, done)
            return redirect("office:body_register", pk=body.pk)
    back = {"address": reverse("office:body_register", args=[body.pk]), "words": body.name}
    context = {"form": form, "title": title, "button": button, "back": back}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/body_form.html", context, status=status)


def _bodies_sheet(request: HttpRequest, rows: Sequence[bodies.Row], form: LookForm) -> HttpResponse:
    columns = [_("单位"), _("地区"), _("其他名称"), _("牵头"), _("责任"), _("职务"), _("联络员")]
    cells: list[list[Any]] = [
        [
            row.body.name,
            row.body.place.name if row.body.place else None,
            "、".join(row.other_names),
            row.leads,
            row.supports,
            row.posts,
            "、".join(row.liaisons),
        ]
        for row in rows
    ]
    return sheet_file(request, title=_("单位一览"), as_of=form.day, columns=columns, rows=cells)


def _post_cells(row: PostRow) -> list[Any]:
    begins = [one.begins.isoformat() if one.begins else "" for one in row.holders]
    now = "、".join(one.name for one in row.holders)
    former = "、".join(one.name for one in row.former)
    return [row.post.title, row.post.seats, now, "、".join(filter(None, begins)), former, row.duties]


def _status(form: BaseForm) -> int | None:
    return HTTPStatus.BAD_REQUEST if form.errors else None
