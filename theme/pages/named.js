// What the address names opens where it is folded away, and stays in its place while the page around
// it is still coming: the theme opens one fold, only when the address changes, and shows where that
// begins; a form that comes above moves the rest, and a calculator has no anchor of its own. An
// address that names nothing is that of the page's beginning.
import { onceDrawn, unfold } from "../element/dom.js"
import { fragment } from "./fragment.js"

// Whoever comes back is shown the place that they had left.
let sent = performance.getEntriesByType("navigation")[0]?.toJSON().type === "navigate"
/** @type {Element | null} */
let held = null

/** Open whatever is folded around what the address names, and show that. */
export function showNamed() {
  const { anchor, asked } = fragment()
  const named =
    document.getElementById(anchor) ??
    document.querySelector(`shop-calculator[data-calculator="${CSS.escape(anchor)}"]`)
  // An answer is shown by its calculator.
  held = sent && !asked ? (anchor ? named : document.body) : null
  if (named?.closest("details:not([open])")) {
    unfold(named)
    named.scrollIntoView()
  }
  // After the theme, which goes where the page before was if that has been scrolled just now.
  onceDrawn(keep)
}

/** Keep it in its place until the reader does something. */
export function holdNamed() {
  new ResizeObserver(keep).observe(document.body)
  for (const act of ["pointerdown", "keydown", "wheel", "click"]) {
    window.addEventListener(act, leave, { capture: true, passive: true })
  }
  window.addEventListener("popstate", ({ state }) => {
    if (state) sent = false
  })
}

function keep() {
  held?.scrollIntoView({ behavior: "instant" })
}

/** @param {Event} event */
function leave({ type, target }) {
  held = null
  sent = type === "click" && target instanceof Element && target.closest("a[href]") !== null
}

/**
 * The same for a link to what the address names already: to follow it changes nothing.
 * @param {MouseEvent} event
 */
export function showAgain({ target }) {
  const link = target instanceof Element && target.closest("a")
  if (link && link.hash && link.href === location.href) showNamed()
}
