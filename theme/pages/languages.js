// The header stays in place under instant navigation; its links to the other language follow the
// page. `target="_self"` on them makes the theme load that language's site anew.
import { findAll } from "../element/dom.js"

/** Let the links to the other language lead to the page on show; gives how to do so again. */
export function followPage() {
  const links = findAll(document, ".languages__link", HTMLAnchorElement).map((link) => ({
    link,
    root: pathOf(link.dataset.root),
    otherRoot: pathOf(link.dataset.otherRoot),
  }))
  const follow = () => {
    for (const { link, root, otherRoot } of links) {
      const stem = location.pathname.startsWith(root) ? location.pathname.slice(root.length) : ""
      link.href = otherRoot + stem + location.hash
    }
  }
  // An answer changes the address later on.
  for (const { link } of links) link.addEventListener("click", follow, { capture: true })
  return follow
}

/** @param {string} [address] from the page as it was opened */
function pathOf(address = "") {
  return new URL(address, document.baseURI).pathname
}
