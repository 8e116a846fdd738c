"""Notices places that the issuer does not have; reads the issuer and the quantities' places, writes findings."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from duixian.compiler.page import Page
from duixian.compiler.reading import Document, Quantity
from duixian.places import Level, Place, PlaceBook, load_places
from duixian.units import Finding, Severity, Span

_AROUND = 160  # characters before a figure within which the place it is for is written
_COUNTIES = ("县", "市", "旗")  # 区 is left out: 园区, 新区 and the like are in no list of divisions


def check_places(page: Page, document: Document) -> Document:
    """``document`` with a finding for each place that is no division, or not one of the issuer's."""
    issuer = _issuing_place(document)
    if issuer is None or not document.quantities:
        return document
    found: dict[str, Finding] = {}
    for quantity in document.quantities:
        for name in (quantity.place or "").split("、"):
            if name not in found and (fault := _fault(page, issuer, name, quantity)):
                found[name] = fault
    return replace(document, findings=(*document.findings, *found.values()))


@lru_cache(maxsize=1)
def _book() -> PlaceBook:
    return load_places()


def _issuing_place(document: Document) -> Place | None:
    """The place whose government issued the document, where the book knows it and only one is called so."""
    named = document.issuer or ""
    found = next((places for end in _ends(named) if (places := _book().find(named[:end]))), ())
    return found[0] if len(found) == 1 else None


def _ends(name: str) -> Iterator[int]:
    """Where the place's name in a body's name may end, the longest first."""
    return (end for end in range(len(name), 1, -1) if name[end - 1] in "区州县市省")


def _fault(page: Page, issuer: Place, name: str, quantity: Quantity) -> Finding | None:
    if len(name) < 3 or not name.endswith(_COUNTIES) or name.startswith(("各", "全")):  # noqa: PLR2004  a name and its level
        return None
    places = _book().find(name)
    if not places:
        return _unknown(issuer, name, _place(page, name, quantity))
    own = (issuer.code, *((issuer.parent,) if issuer.level is Level.COUNTY else ()))
    if any(above.code in own for place in places for above in _book().lineage(place)):
        return None
    return _outside(issuer, name, _place(page, name, quantity))


def _place(page: Page, name: str, quantity: Quantity) -> Span:
    at = page.plain.rfind(name, max(0, quantity.span.begin - _AROUND), quantity.span.end)
    return Span(at, at + len(name)) if at >= 0 else quantity.span


def _unknown(issuer: Place, name: str, span: Span) -> Finding:
    message = (
        f"行政区划表里没有“{name}”（发文单位在{issuer.name}）。可能是写错或漏字，也可能不是行政区划。"
        "登记分解指标要以区划为单位。请核对原文，采纳时选定所指的地方。"
    )
    return Finding("place-unknown", Severity.NOTE, message, span)


def _outside(issuer: Place, name: str, span: Span) -> Finding:
    message = (
        f"“{name}”不属于发文单位所在的{issuer.name}。指标分解到不归本级管的地方，进度无人填报。"
        "请核对地名是否写错，或确认确实跨区域实施。"
    )
    return Finding("place-outside-issuer", Severity.WARNING, message, span)
