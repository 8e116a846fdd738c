"""The menu: every line leads somewhere, to each role what it may open, and it says where one is."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.small_site import People

from duixian.office.navigation import entries
from duixian.registers.models import Role
from duixian.workflow.moves import PAGES

ROLES = [*Role.values, None]


def shown(client: Client, address: str = "/") -> dict[str, str]:
    """Address → aria-current, of every link of both menus."""
    context = client.get(address).context
    links = [link for item in context["menu"] for link in item.links]
    return {link.address: link.current for link in (*links, *context["own_menu"])}


def test_every_line_names_a_page_and_no_page_has_two() -> None:
    pages = [entry.page for entry in entries()]
    assert set(pages) <= set(PAGES)
    assert len(pages) == len(set(pages))
    assert {held for entry in entries() for held in entry.holds} <= set(PAGES) - set(pages)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_led_to_what_it_may_open_and_nowhere_else(
    role: str | None, people: People, signed_in: Callable[[str], Client]
) -> None:
    client = signed_in(role) if role else Client()
    allowed = {reverse(one.page) for one in entries() if (role or "anyone") in PAGES[one.page]}
    assert set(shown(client)) == allowed
    # The second factor asks for the password first.
    assert {client.get(address).status_code for address in allowed} <= {200, 302}


@pytest.mark.parametrize("role", ROLES)
def test_no_group_holds_a_single_page(role: str | None, people: People, signed_in: Callable[[str], Client]) -> None:
    menu = (signed_in(role) if role else Client()).get("/").context["menu"]
    assert all(len(item.links) > 1 for item in menu if item.words)
    assert all(len(item.links) == 1 for item in menu if not item.words)


def test_a_page_and_what_lies_below_it_are_marked(
    signed_in: Callable[[str], Client], elders: object, people: People
) -> None:
    client, board = signed_in("supervision"), reverse("office:board")
    assert shown(client, board)[board] == "page"
    commitment = reverse("office:commitment", args=[elders.pk])  # type: ignore[attr-defined]
    assert shown(client, commitment)[board] == "true"
    assert shown(client, "/")[board] == ""


def test_a_group_opens_without_script_and_says_that_one_is_in_it(
    people: People, signed_in: Callable[[str], Client]
) -> None:
    html = signed_in("supervision").get(reverse("office:activity")).content.decode()
    assert '<details class="nav-group" name="menu">' in html
    assert html.count("<summary aria-current") <= 1
