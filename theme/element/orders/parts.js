// What several parts of the answers to a file are made of.
import { element } from "../dom.js"

/**
 * A table that scrolls inside its own frame, also by keyboard, where it is wider than the page.
 * @param {string[]} heads
 * @param {string[][]} rows
 * @param {string} label
 * @param {{ named?: boolean }} [options] whether the first cell of a row names it
 */
export function scrollingTable(heads, rows, label, { named = false } = {}) {
  const head = heads.map((textContent) => element("th", { scope: "col", textContent }))
  const body = rows.map((cells) =>
    element(
      "tr",
      {},
      cells.map((textContent, at) =>
        named && at === 0
          ? element("th", { scope: "row", textContent })
          : element("td", { textContent }),
      ),
    ),
  )
  const table = element(
    "table",
    { className: "orders__table" },
    element("thead", {}, element("tr", {}, head)),
    element("tbody", {}, body),
  )
  const scroller = element("div", { className: "orders__rows", tabIndex: 0 }, table)
  scroller.setAttribute("role", "region")
  scroller.setAttribute("aria-label", label)
  return scroller
}

/**
 * Parts that are not needed at once, under a title that opens them.
 * @param {string} title
 * @param {HTMLElement[]} parts
 * @param {boolean} [open]
 */
export function folded(title, parts, open = false) {
  const summary = element("summary", { textContent: title })
  return element("details", { className: "orders__rest", open }, summary, parts)
}

/**
 * Do `steps` one after the other, each in a frame of its own, so that no frame takes long.
 * @param {(() => void)[]} steps
 */
export async function inFrames(steps) {
  for (const step of steps) {
    step()
    // A page that is not on show has no frames; it must come to its end all the same.
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve))
      setTimeout(resolve, 200)
    })
  }
}

/**
 * A whole number with thousands marks. (toLocaleString() takes a tenth of a second to wake up.)
 * @param {number} number
 */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",")
}
