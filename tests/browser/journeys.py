"""What several journeys do: wait until map and timeline are drawn, drag, walk by keyboard. Nothing waits for a time."""

from __future__ import annotations

from playwright.sync_api import Page

DRAWN = "() => document.querySelector('#islands').dataset.drawn === location.search"
# What has the focus has an outline or a shadow.
SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" || style.boxShadow !== "none";
}"""
# Swiftshader draws a map on a processor that others use, too.
SLOWLY = 60_000


def await_drawn(page: Page) -> None:
    """Wait until map and timeline show what the address asks for."""
    page.wait_for_function(DRAWN, timeout=SLOWLY)


def drag_across(page: Page, selector: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag with the mouse over an element, between points given as parts of its width and height."""
    target = page.locator(selector).first
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box is not None, f"{selector} is drawn"
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*places[0])
    page.mouse.down()
    page.mouse.move(*places[1], steps=4)
    page.mouse.up()


def rows(page: Page) -> list[str]:
    """The events of the table, in its order."""
    return page.eval_on_selector_all("tr[data-event]", "rows => rows.map((row) => row.dataset.event)")


def tab_to(page: Page, selector: str, *, most: int = 40) -> None:
    """Press Tab until what the selector means has the focus; of whatever is passed it can be seen, too."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert page.evaluate(SEEN), f"nobody sees that this has the focus: {focused}"
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab was pressed {most} times and reached no {selector}")
