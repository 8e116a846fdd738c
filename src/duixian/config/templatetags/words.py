"""Writes values, sentences and marked texts into templates."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from duixian.compiler.marking import Segment
from duixian.office.wording import say as _say
from duixian.office.wording import write as _write
from duixian.pace import Code
from duixian.registers.models import Nature, Proposal
from duixian.registers.natures import QuantityType, type_proposed
from duixian.reports.marked import Look
from duixian.reports.schemes import site_schemes
from duixian.units import Sentence, parse_decimal

register = template.Library()


@register.filter
def say(sentence: Sentence | None) -> str:
    """``{{ light.rule|say }}``."""
    return _say(sentence) if sentence is not None else ""


@register.filter
def write(value: Decimal | dt.date | int | str | None) -> str:
    """``{{ target.due|write }}``, ``{{ line.actual|write }}``; nothing for None."""
    return "" if value is None else _write(value)


@register.filter
def number(written: str | None) -> str:
    """A number that stands as text in a reading."""
    value = parse_decimal(written or "")
    return _write(value) if value is not None else str(written or "")


@register.filter
def day(written: str | None) -> str:
    """A day that stands as text in a reading."""
    return _write(dt.date.fromisoformat(written)) if written else ""


@register.filter
def quantity_type(proposal: Proposal) -> str:
    """What kind of quantity a proposed target is, where it is not simply added up."""
    typed = type_proposed(proposal)
    plain = QuantityType(Nature.FLOW)
    names = ("nature", "counting", "counter")
    return " · ".join(str(getattr(typed, n).label) for n in names if getattr(typed, n) != getattr(plain, n))


@register.filter
def is_in(value: Any, held: Collection[Any]) -> bool:
    """``{% include … with open=pk|is_in:keys %}``: Django tests membership in ``if`` only."""
    return value in held


@register.filter
def held_for(held: Mapping[Any, Any], key: Any) -> Any:
    """What is held under a key that only the template knows, or None."""
    return held.get(key)


@register.filter
def svg(value: Any) -> str:
    """A number for SVG: with a point in every language."""
    return str(value)


@register.simple_tag
def light_word(code: Code) -> SafeString:
    """A light's shape, word and colour, by its code alone."""
    looks = site_schemes().looks_on(timezone.localdate())
    look = looks.looks[looks.shown(code)]
    return format_html(
        '<span class="light light-{} colour-{}"><span class="light-shape" aria-hidden="true">{}</span>{}</span>',
        code.value,
        look.colour,
        look.shape,
        gettext(look.word),
    )


@register.simple_tag
def count_of(counts: Mapping[Code, int], code: Code) -> int:
    """How many of one light: Django looks up names alone in a mapping."""
    return counts[code]


@register.simple_tag
def marked(segments: Iterable[Segment], looks: Mapping[str, Look]) -> SafeString:
    """The text with every mark drawn: marks nest as they stand, one that crosses another is drawn in pieces.

    The first piece carries the mark's anchor ``text-ID``; the words link to the narrowest mark that has somewhere
    to go.
    """
    out: list[str] = []
    drawn: tuple[str, ...] = ()
    for segment in segments:
        shared = _shared(drawn, segment.ids)
        out += ["</span>"] * (len(drawn) - shared)
        out += [_opening(id_, looks[id_], first=id_ in segment.begins) for id_ in segment.ids[shared:]]
        out.append(_linked(segment, looks))
        drawn = segment.ids
    out += ["</span>"] * len(drawn)
    return mark_safe("".join(out))  # noqa: S308 -- every part below went through format_html


def _shared(drawn: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """How many marks, from the widest, stay open."""
    pairs = zip(drawn, wanted, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(drawn), len(wanted)))


def _opening(id_: str, look: Look, *, first: bool) -> SafeString:
    anchor = format_html(' id="text-{}"', id_) if first else ""
    return format_html('<span{} class="mark mark-{}">', anchor, look.kind)


def _linked(segment: Segment, looks: Mapping[str, Look]) -> SafeString:
    hrefs = [looks[id_].href for id_ in segment.ids if looks[id_].href]
    if not hrefs:
        return format_html("{}", segment.text)
    return format_html('<a href="{}">{}</a>', hrefs[-1], segment.text)
