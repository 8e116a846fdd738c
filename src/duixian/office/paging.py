"""Pages of a long list; what else stands in the address stays there."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

_A_PAGE = 50


def page_of(request: HttpRequest, items: Sequence[Any] | QuerySet[Any], *, a_page: int = _A_PAGE) -> Page[Any]:
    """The items of ``?page=``; a number that is none, or beyond the last, gives the nearest page there is.

    Drawn by ``parts/pages.html``. Of a queryset only the page's rows are read, and the count.
    """
    return Paginator(items, a_page).get_page(request.GET.get("page"))
