"""A newcomer finds, from the overview, the sentence behind a figure in three clicks."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def test_from_the_overview_to_the_sentence_behind_a_figure_in_three_clicks(page: Page, samples) -> None:
    page.goto(samples.address)
    page.get_by_role("link", name="Events", exact=True).click()
    page.get_by_role("row").filter(has_text="Border closure").get_by_role("link").first.click()
    claim = page.locator("a[href*='/reports/'][href*='#']").first
    wanted = (claim.get_attribute("href") or "").rpartition("#")[2]
    claim.click()
    expect(page).to_have_url(re.compile(f"/reports/[^#]+#{re.escape(wanted)}$"))
    # Where claims overlap, several begin at one place; what is marked there is what was clicked for.
    place = page.locator(f"[id='{wanted}']")
    marked = page.locator("a.mark").filter(has=place)
    expect(marked).to_be_in_viewport()
    assert marked.inner_text().strip()


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
