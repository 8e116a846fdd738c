"""What people come to do: by keyboard, with htmx, and without any script."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

_MOST_TABS = 80


# New content answers to clicks only when htmx has settled it, a moment after it shows.
# Selectors only: the site's content policy forbids the evaluation that waiting for a condition needs.
AT_REST = "body:not(:has(.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added))"


def tab_to(page: Any, words: str) -> None:
    """Presses Tab until what has the focus is called ``words`` or is the field of that label."""
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        name = page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent")
        if "".join(name.split()) == words:
            return
    raise AssertionError(f"no Tab leads to {words}")


def test_a_report_is_posted_by_keyboard_alone(visit: Callable[..., Any]) -> None:
    visitor = visit(width=390)
    page = visitor.sign_in("reporter")
    tab_to(page, "让老年人就近吃饭")
    page.keyboard.press("Enter")
    page.wait_for_url("**/commitments/1/")
    tab_to(page, "填报：养老护理人员")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/")
    tab_to(page, "累计完成")
    page.keyboard.type("三百")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=要填数字，现为“三百”")
    tab_to(page, "累计完成")
    page.keyboard.press("Control+A")
    page.keyboard.type("300")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=已填报“养老护理人员”")
    assert page.locator("#target-2 .figures strong").inner_text() == "300"


def test_the_first_tab_skips_to_the_matter(visit: Callable[..., Any]) -> None:
    page = visit().open("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_with_script_an_item_is_decided_in_place(visit: Callable[..., Any]) -> None:
    visitor = visit()
    visitor.sign_in("supervision")
    page = visitor.open("/office/documents/2/")
    page.evaluate("window.stayed = true")
    item = page.locator(".item-target", has_text="告知率")
    item.get_by_role("button", name="采纳").click()
    page.wait_for_selector(".item-target.item-is-accepted")
    page.wait_for_selector(f"#{item.get_attribute('id')}:focus-within")
    item.get_by_role("link", name="更正或不采纳").click()
    page.wait_for_selector(".item-form")
    page.wait_for_selector(".item-form [name=object]:focus")
    page.wait_for_selector(AT_REST)
    page.locator(".item-form input[name=value]").fill("很多")
    page.get_by_role("button", name="保存更正").click()
    page.wait_for_selector("text=“数值”要填数字，现为“很多”")
    page.wait_for_selector(AT_REST)
    page.locator(".item-form input[name=value]").fill("99")
    page.get_by_role("button", name="保存更正").click()
    page.wait_for_selector(".item-is-corrected")
    assert "改后采纳 1" in page.locator("#review-counts").inner_text()
    assert page.evaluate("window.stayed")
    assert [one for one in visitor.complaints if "422" not in one] == []


def test_without_script_an_item_is_decided_all_the_same(visit: Callable[..., Any]) -> None:
    visitor = visit(script=False)
    visitor.sign_in("supervision")
    page = visitor.open("/office/documents/2/")
    item = page.locator(".item-target", has_text="视力筛查")
    item.get_by_role("link", name="更正或不采纳").click()
    page.get_by_label("不采纳的原因").fill("去年已办完")
    page.get_by_role("button", name="不采纳这一项").click()
    assert page.locator(".left-out", has_text="视力筛查").count() == 1
    assert page.locator(".left-out", has_text="去年已办完").count() == 1


def test_without_script_the_board_is_narrowed_by_its_form(visit: Callable[..., Any]) -> None:
    visitor = visit(script=False)
    page = visitor.sign_in("supervision")
    page.get_by_label("查找").fill("视力")
    page.get_by_role("button", name="筛选").click()
    assert page.locator(".board tbody tr").count() == 1


def test_a_read_item_and_its_words_light_each_other_up(visit: Callable[..., Any]) -> None:
    visitor = visit(script=False)
    visitor.sign_in("auditor")
    page = visitor.open("/office/documents/2/")
    page.locator(".source-text a", has_text="800人次").click()
    assert page.locator(".item:target", has_text="养老护理人员").count() == 1
    page.locator(".item:target").get_by_role("link", name="看原文").click()
    assert page.locator(".mark:target").inner_text() == "800人次"


def test_the_language_is_changed_and_kept(visit: Callable[..., Any]) -> None:
    page = visit().open("/about/")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]")
    assert page.locator("h1").inner_text() == "What this site is for"
