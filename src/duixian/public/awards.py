"""Awards on public notice while the notice runs, objections to them, and how far a claim has come by its receipt."""

from http import HTTPStatus

from django import forms
from django.core.paginator import Paginator
from django.core.validators import ProhibitNullCharactersValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.claims import read
from duixian.ledgers.models import Claim
from duixian.public.views import site_day
from duixian.units import Refused, Sentence
from duixian.workflow.actions.object_to_award import object_to_award

_MOST_CHARACTERS, _MOST_WORDS = 20, 60
_A_PAGE = 20


class ObjectionForm(forms.Form):
    """What somebody has against an award. Nothing is asked that the bureau does not need to look into it."""

    text = forms.CharField(
        label=lazy("异议和依据"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": lazy("请写明对什么有异议、有什么依据。")},
        validators=[ProhibitNullCharactersValidator()],
    )
    contact = forms.CharField(
        label=lazy("联系方式"),
        required=False,
        max_length=100,
        help_text=lazy("不公开。留下才能把核查结果告诉您。"),
        validators=[ProhibitNullCharactersValidator()],
    )


def notices(request: HttpRequest) -> HttpResponse:
    """Every award whose notice runs today, page by page; one whose notice is over is not among them."""
    wanted = request.GET.get("q", "").replace("\x00", "").strip()[:_MOST_WORDS]
    found = read.narrowed(read.on_notice(day=site_day()), q=wanted)
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("page"))
    return render(request, "public/award_notices.html", {"page": page, "wanted": wanted, "as_of": site_day()})


def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """One award on notice, and the form for an objection. 404 before and after the notice."""
    claim = get_object_or_404(read.on_notice(day=site_day()), pk=pk)
    form = ObjectionForm(request.POST if request.method == "POST" else None)
    done, refusal = False, None
    if request.method == "POST" and form.is_valid():
        refusal = _objected(request, form, claim)
        done = refusal is None
    context = {"claim": claim, "form": form, "done": done, "refusal": refusal, "as_of": site_day()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or refusal else None
    return render(request, "public/award_notice.html", context, status=status)


def receipt(request: HttpRequest) -> HttpResponse:
    """How far a claim has come, for whoever holds its receipt: steps and days, no names and no amounts."""
    written = request.GET.get("receipt", "").strip().upper()[:_MOST_CHARACTERS]
    claim = read.claims().filter(receipt=written).first() if written else None
    context = {
        "written": written,
        "claim": claim,
        "steps": read.steps_of(claim) if claim else (),
        "as_of": site_day(),
    }
    return render(request, "public/award_receipt.html", context)


def _objected(request: HttpRequest, form: ObjectionForm, claim: Claim) -> Sentence | None:
    """None where it was taken in; else why not."""
    found = form.cleaned_data
    try:
        object_to_award(
            claim,
            text=found["text"],
            contact=found["contact"],
            origin=_origin(request),
            now=timezone.now(),
            today=site_day(),
        )
    except Refused as refused:
        return refused.sentence
    return None


def _origin(request: HttpRequest) -> str:
    """Tells one visitor's objections from another's for the limit; the address itself is not kept."""
    return salted_hmac("duixian.objection", request.META.get("REMOTE_ADDR", "")).hexdigest()[:16]
