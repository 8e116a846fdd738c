"""Every kind of page: nothing for axe to find, nothing wider than the window, nothing in the console."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

# Role, address; None is a visitor. The ids are those that the seed gives.
PAGES = [
    (None, "/"),
    (None, "/commitments/1/"),
    (None, "/about/"),
    (None, "/sign-in/"),
    ("supervision", "/office/"),
    ("supervision", "/office/commitments/1/"),
    ("supervision", "/office/sources/"),
    ("supervision", "/office/documents/2/?edit=18"),
    ("auditor", "/office/activity/"),
    ("administrator", "/office/accounts/"),
    ("administrator", "/office/accounts/create/"),
    ("supervision", "/office/targets/1/report/"),
    ("reporter", "/office/targets/2/report/"),
    (None, "/awards/"),
    (None, "/awards/2/"),
    (None, "/awards/receipt/?receipt=x"),
    ("reporter", "/office/awards/"),
    ("reporter", "/office/awards/1/"),
    ("reporter", "/office/awards/3/"),
    ("county", "/office/awards/file/"),
    ("county", "/office/awards/file/?kind=team&games=自治区运动会"),
    ("leader", "/office/awards/plans/"),
    ("leader", "/office/awards/what-if/"),
    ("administrator", "/office/awards/bodies/"),
    ("county", "/office/duties/"),
    ("reporter", "/office/filing/"),
    ("supervision", "/office/filings/?stage="),
    ("supervision", "/office/filings/1/"),
    ("supervision", "/office/completeness/"),
    ("administrator", "/office/burden/"),
    ("supervision", "/office/complaints/"),
    ("supervision", "/office/targets/2/acceptance/"),
    ("supervision", "/office/bodies/"),
    ("supervision", "/office/bodies/names/"),
    ("supervision", "/office/bodies/1/register/"),
    ("supervision", "/office/posts/1/"),
    ("supervision", "/office/posts/1/change/"),
    ("supervision", "/office/handovers/1/"),
    ("supervision", "/office/coordination/"),
    ("supervision", "/office/coordination/1/"),
    ("supervision", "/office/seats/1/adjust/"),
    ("leader", "/sign-in/password/"),
    ("leader", "/sign-in/second/"),
]


def look(visit: Callable[..., Any], role: str | None, path: str, **how: Any) -> list[str]:
    """What is wrong with the page, in words."""
    visitor = visit(**how)
    if role:
        visitor.sign_in(role)
    page = visitor.open(path)
    found = Axe().run(page)
    wrong = [f"{one['id']}: {node['html']}" for one in found.response["violations"] for node in one["nodes"]]
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > how.get("width", 1280):
        wrong.append(f"the page is {width} px wide")
    return wrong + visitor.complaints


@pytest.mark.parametrize(("role", "path"), PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_is_accessible_fits_and_is_quiet(
    visit: Callable[..., Any], role: str | None, path: str, width: int
) -> None:
    assert look(visit, role, path, width=width) == []


@pytest.mark.parametrize(
    ("role", "path"), [(None, "/"), ("supervision", "/office/commitments/1/"), ("supervision", "/office/documents/2/")]
)
def test_a_page_is_as_legible_in_the_dark(visit: Callable[..., Any], role: str | None, path: str) -> None:
    assert look(visit, role, path, scheme="dark") == []


def test_lights_are_told_apart_by_shape_and_word_and_not_by_colour_alone(visit: Callable[..., Any]) -> None:
    visitor = visit()
    page = visitor.open("/about/")
    shown = page.eval_on_selector_all(".lights-key .light", "all => all.map(one => one.textContent.trim())")
    assert len(shown) == len({one[0] for one in shown}) == len({one[1:] for one in shown}) == 8


def test_on_paper_only_the_matter_is_left(visit: Callable[..., Any]) -> None:
    visitor = visit()
    page = visitor.open("/commitments/1/")
    page.emulate_media(media="print")
    assert page.is_visible("text=当初怎么承诺的")
    assert not page.is_visible("nav")
    assert not page.is_visible(".languages")
