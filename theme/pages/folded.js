// Folded sections open for whoever is sent into them: the theme opens one, and only when the address
// changes; a calculator that a link asks has no anchor of its own.
import { unfold } from "../element/dom.js"
import { fragment } from "./fragment.js"

/** Open whatever is folded around what the address names, and show that. */
export function unfoldNamed() {
  const { anchor } = fragment()
  const named =
    document.getElementById(anchor) ??
    document.querySelector(`shop-calculator[data-calculator="${CSS.escape(anchor)}"]`)
  if (!named?.closest("details:not([open])")) return
  unfold(named)
  named.scrollIntoView()
}

/**
 * The same for a link to what the address names already: to follow it changes nothing.
 * @param {MouseEvent} event
 */
export function unfoldAgain({ target }) {
  const link = target instanceof Element && target.closest("a")
  if (link && link.hash && link.href === location.href) unfoldNamed()
}
