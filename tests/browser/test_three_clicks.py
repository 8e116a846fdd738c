"""A month where nothing needs typing takes at most three clicks from the sign-in page to the report handed in."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.small_site import PASSWORD

pytestmark = pytest.mark.browser

MOST_CLICKS = 3


class Counted:
    """A page whose clicks are counted; everything else a person does is typing their name and password."""

    def __init__(self, page: Any) -> None:
        self.page, self.clicks = page, 0

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        self.clicks += 1


def test_from_signing_in_to_a_report_handed_in(visit: Callable[..., Any]) -> None:
    found = Counted(visit(width=390).open("/sign-in/"))
    found.page.fill("#id_login", "county")
    found.page.fill("#id_password", PASSWORD)
    found.click("main button")
    found.page.wait_for_url("**/office/duties/")
    found.click("main a:has-text('月填报')")
    found.page.wait_for_url("**/office/filing/**")
    assert "都已按台账或上月的数填好" in found.page.inner_text("main")
    found.click("main form button:has-text('提交')")
    found.page.wait_for_selector("text=已提交")
    assert found.clicks <= MOST_CLICKS
    assert not found.page.locator("main a:has-text('月填报')").count()
