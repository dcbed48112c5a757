"""What moves on a page without a reader's doing, as browsers count it: layout shifts."""

from playwright.sync_api import Page

# What has moved is told with each, so that a failing test says where to look.
_LISTEN = """
window.shifts = []
const note = (entries) => {
  for (const { value, hadRecentInput, sources } of entries) {
    if (hadRecentInput) continue
    const moved = sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? "").slice(0, 99))
    window.shifts.push({ value, moved })
  }
}
const observer = new PerformanceObserver((seen) => note(seen.getEntries()))
observer.observe({ type: "layout-shift", buffered: true })
window.takeShifts = () => {
  note(observer.takeRecords())
  return window.shifts.splice(0)
}
"""
# What is changed now is drawn in the next frame, and counted before the one after it.
_DRAWN = """
() => new Promise((over) => requestAnimationFrame(() => requestAnimationFrame(() => over())))
"""


def watch_shifts(page: Page) -> None:
    """Have all pages that are opened from now on note what moves."""
    page.add_init_script(_LISTEN)


def shifted(page: Page) -> tuple[float, list[str]]:
    """What has moved since the page was opened, or was last asked: the sum, and what it was.

    Chromium counts nothing within half a second after a key or a click.
    """
    page.evaluate(_DRAWN)
    shifts = page.evaluate("window.takeShifts()")
    return sum(each["value"] for each in shifts), [one for each in shifts for one in each["moved"]]
