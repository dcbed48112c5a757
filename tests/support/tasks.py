"""What keeps a page from answering a reader: long tasks of its own thread, and whose they are."""

from typing import NamedTuple

from playwright.sync_api import Page

from macros.bundle.build import FOLDER

# Chromium tells of frames that took 50 ms or more, and of the scripts in them.
_LISTEN = """
window.longFrames = []
const note = (entries) => {
  for (const { duration, scripts, startTime, styleAndLayoutStart } of entries) {
    const drawn = styleAndLayoutStart ? startTime + duration - styleAndLayoutStart : 0
    const ran = scripts.map(({ sourceURL, duration, invoker }) => [sourceURL, duration, invoker])
    window.longFrames.push({ duration, drawn, ran })
  }
}
const observer = new PerformanceObserver((seen) => note(seen.getEntries()))
observer.observe({ type: "long-animation-frame", buffered: true })
window.takeFrames = () => {
  note(observer.takeRecords())
  return window.longFrames.splice(0)
}
"""


class Busy(NamedTuple):
    """Of the frames of 50 ms and more, in ms: the longest script of ours and of others (the theme
    and what stands in the page itself), the longest drawing, and the longest frame; else 0.
    """

    ours: float = 0
    others: float = 0
    drawing: float = 0
    frame: float = 0


def watch_tasks(page: Page) -> None:
    """Have all pages that are opened from now on note what holds them up."""
    page.add_init_script(_LISTEN)


def busy(page: Page) -> Busy:
    """What has held the page up since it was opened, or was last asked."""
    frames = page.evaluate("window.takeFrames()")
    scripts = [each for frame in frames for each in frame["ran"]]
    ours = [took for source, took, _ in scripts if f"/{FOLDER}/" in source]
    others = [took for source, took, _ in scripts if f"/{FOLDER}/" not in source]
    return Busy(
        max(ours, default=0),
        max(others, default=0),
        max((frame["drawn"] for frame in frames), default=0),
        max((frame["duration"] for frame in frames), default=0),
    )
