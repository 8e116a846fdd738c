"""The screens of delivery at both widths: nothing for axe to find, nothing too wide; by keyboard; on paper."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.test_pages import look

pytestmark = pytest.mark.browser

PAGES = [
    ("leader", "/office/summary/"),
    ("leader", "/office/map/"),
    ("leader", "/office/map/?draw=tiles"),
    ("leader", "/office/gantt/"),
    ("leader", "/office/commitments/1/gantt/"),
    ("leader", "/office/places/990002/"),
    ("leader", "/office/bodies/1/"),
    ("leader", "/office/changes/?since=2026-03-01&shares=on"),
    ("supervision", "/office/sources/compare/?first=1&second=2"),
    ("administrator", "/office/map/layout/"),
]


@pytest.mark.parametrize(("role", "path"), PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_a_screen_is_accessible_fits_and_is_quiet(visit: Callable[..., Any], role: str, path: str, width: int) -> None:
    assert look(visit, role, path, width=width) == []


@pytest.mark.parametrize(
    ("role", "path"), [("leader", "/office/summary/"), ("leader", "/office/map/"), ("leader", "/office/gantt/")]
)
def test_a_screen_is_as_legible_in_the_dark(visit: Callable[..., Any], role: str, path: str) -> None:
    assert look(visit, role, path, scheme="dark") == []


def test_the_leader_s_screen_needs_no_scrolling(visit: Callable[..., Any]) -> None:
    visitor = visit()
    page = visitor.sign_in("leader")
    visitor.open("/office/summary/")
    page.set_viewport_size({"width": 1280, "height": 800})
    panels = page.eval_on_selector_all(".screen .panel", "all => all.map(one => one.getBoundingClientRect().bottom)")
    assert len(panels) == 3
    assert max(panels) <= 800


def test_a_group_of_the_menu_opens_by_keyboard_and_closes_the_other(visit: Callable[..., Any]) -> None:
    visitor = visit(script=False)
    page = visitor.sign_in("leader")
    first, second = page.locator(".nav-group").nth(0), page.locator(".nav-group").nth(1)
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert first.get_attribute("open") is not None
    second.locator("summary").focus()
    page.keyboard.press("Space")
    assert second.get_attribute("open") is not None
    assert first.get_attribute("open") is None


@pytest.mark.parametrize(("path", "matter"), [("/office/map/", "青屏县"), ("/office/gantt/", "让老年人就近吃饭")])
def test_on_paper_a_screen_keeps_its_matter_and_loses_its_controls(
    visit: Callable[..., Any], path: str, matter: str
) -> None:
    visitor = visit()
    visitor.sign_in("leader")
    page = visitor.open(path)
    page.emulate_media(media="print")
    assert page.locator(f"main :text('{matter}')").first.is_visible()
    assert not page.is_visible("nav")
    assert not page.is_visible(".filters")


def test_every_tile_says_in_words_what_its_colour_says(visit: Callable[..., Any]) -> None:
    visitor = visit(width=390)
    visitor.sign_in("leader")
    page = visitor.open("/office/map/?draw=tiles")
    shown = page.eval_on_selector_all(".tile-light", "all => all.map(one => one.textContent.trim())")
    assert shown
    assert all(len(one) > 1 for one in shown)
    assert page.locator(".tile-word").first.is_visible()
