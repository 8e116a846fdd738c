"""Puts a refusal where the person who was refused will look: at the field, else at the head of the form."""

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest

from duixian.office.wording import say
from duixian.units import Refused

# The field that each refusal is about, by its code; all others are about the whole form.
_FIELDS = {
    "value-negative": "value",
    "rate-over-100": "value",
    "value-too-large": "value",
    "value-not-whole": "value",
    "value-too-fine": "value",
    "day-in-future": "day",
    "day-before-period": "day",
    "day-has-a-figure": "day",
    "total-falls-without-reason": "note",
    "correction-without-reason": "reason",
    "withdrawal-without-reason": "reason",
    "username-taken": "username",
    "account-body": "body",
    "password-weak": "password",
    "no-document": "file",
    "unreadable-file": "file",
    "change-in-future": "day",
    "changed-that-day": "day",
    "change-before-begin": "day",
    "left-already": "outgoing",
    "holds-already": "incoming",
    "no-place-left": "outgoing",
    "name-missing": "name",
    "name-taken": "name",
    "renaming-in-future": "day",
    "renaming-before-last": "day",
    "alias-missing": "name",
    "alias-known": "name",
    "post-without-title": "title",
    "post-places": "seats",
    "post-places-taken": "seats",
    "liaison-serving": "name",
    "liaison-before-begin": "day",
    "roster-without-day": "day",
    "notice-number": "number",
    "notice-in-future": "day",
    "notice-before-seat": "day",
    "not-serving": "holder",
}


def refuse(form: BaseForm, refused: Refused) -> None:
    """Adds the refusal to the form, at its field where the form has it."""
    field = _FIELDS.get(refused.code)
    form.add_error(field if field in form.fields else None, say(refused.sentence))


def tell(request: HttpRequest, refused: Refused) -> None:
    """Shows the refusal on the next page, for moves that have no form."""
    messages.error(request, say(refused.sentence))
