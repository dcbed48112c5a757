// What an address names may lie folded: a link shows what it promises.
import { unfold } from "../element/dom.js"

/** Open the folded section that the address names, or in which it names something. */
export function openNamed() {
  const named = document.getElementById(location.hash.slice(1))
  if (!named?.closest("details")) return
  unfold(named)
  named.scrollIntoView()
}

/**
 * The same where a link is followed whose address stands there already.
 * @param {MouseEvent} event
 */
function openAgain(event) {
  const link = event.target instanceof Element && event.target.closest("a[href*='#']")
  if (link instanceof HTMLAnchorElement && link.href === location.href) openNamed()
}

addEventListener("hashchange", openNamed)
document.addEventListener("click", openAgain)
