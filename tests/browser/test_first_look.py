"""The pages without scripts, and a briefing that is taken away."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def test_the_pages_work_without_scripts(browser, samples) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{samples.address}/events")
        page.get_by_label("Country").fill("LT")
        page.get_by_role("button", name="Show").click()
        expect(page).to_have_url(re.compile(r"[?&]country=LT(&|$)"))
        expect(page.get_by_role("table")).to_contain_text("Lithuania")


def test_a_briefing_is_chosen_and_taken_away(page: Page, samples, tmp_path) -> None:
    page.goto(f"{samples.address}/briefing")
    page.get_by_label("Reported since").fill("2025-10-01")
    page.get_by_role("button", name="Compose").click()
    expect(page.get_by_role("heading", name="What is new")).to_be_visible()
    with page.expect_download() as coming:
        page.get_by_role("link", name="PDF").click()
    file = tmp_path / "briefing.pdf"
    coming.value.save_as(file)
    assert file.read_bytes().startswith(b"%PDF-")
