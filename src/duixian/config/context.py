"""What every page shows of the site itself."""

from typing import Any

from django.http import HttpRequest

from duixian.office.navigation import menu_for, own_menu_for
from duixian.registers.models import Site
from duixian.workflow.moves import pages_for


def site(request: HttpRequest) -> dict[str, Any]:
    """``this_site`` (its name and shown day), the two menus, and ``may_open``: the pages this role may open."""
    account = getattr(request, "user", None)
    this_site = getattr(request, "this_site", None) or Site.current()
    return {
        "this_site": this_site,
        "may_open": pages_for(account),
        "menu": menu_for(request),
        "own_menu": own_menu_for(request),
    }
