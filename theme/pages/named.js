// What the address names opens where it is folded away, and stays in its place while the page around
// it is still coming: the theme opens one fold, only when the address changes, and shows where that
// begins; a form that comes above moves the rest, and a calculator has no anchor of its own.
import { onceDrawn, unfold } from "../element/dom.js"
import { fragment } from "./fragment.js"

// Whether a link of ours led here: whoever comes back is shown the place that they had left.
let sent = false
/** @type {Element | null} */
let held = null

/** Open whatever is folded around what the address names, and show that. */
export function showNamed() {
  const { anchor, asked } = fragment()
  const named =
    document.getElementById(anchor) ??
    document.querySelector(`shop-calculator[data-calculator="${CSS.escape(anchor)}"]`)
  if (named?.closest("details:not([open])")) {
    unfold(named)
    show(named)
  }
  held = null
  if (asked) return // its calculator shows the answer
  // After the browser; and after the theme, which goes where the page before was if that has been
  // scrolled just now.
  onceDrawn(() => {
    if (!sent && !(named && isInPlace(named))) return
    held = named
    show(anchor ? named : document.body)
  })
}

/** Keep it in its place until the reader does something. */
export function holdNamed() {
  new ResizeObserver(() => show(held)).observe(document.body)
  for (const act of ["pointerdown", "keydown", "wheel", "click"]) {
    window.addEventListener(act, leave, { capture: true, passive: true })
  }
  // Within the page that was opened first, only the second of them is told: see standing.js.
  for (const change of ["popstate", "hashchange"]) {
    window.addEventListener(change, () => {
      if (history.state) sent = false
    })
  }
}

/** @param {Event} event */
function leave({ type, target }) {
  held = null
  sent = type === "click" && target instanceof Element && target.closest("a[href]") !== null
}

/** @param {Element | null} place */
function show(place) {
  place?.scrollIntoView({ behavior: "instant" })
}

/**
 * Whether it stands where a browser puts what an address names; elsewhere the reader has gone on.
 * @param {Element} named
 */
function isInPlace(named) {
  const { top } = named.getBoundingClientRect()
  return top >= 0 && top < 120
}

/**
 * The same for a link to what the address names already: to follow it changes nothing.
 * @param {MouseEvent} event
 */
export function showAgain({ target }) {
  const link = target instanceof Element && target.closest("a")
  if (link && link.hash && link.href === location.href) showNamed()
}
