// A link to another place of the page that stands is followed by the browser, not by the theme: that
// changes the address without telling anyone, so that no calculator would answer the link, and goes
// back where the same link is followed again.

/** Let the browser follow such links. */
export function keepPage() {
  document.addEventListener("click", leaveToBrowser, { capture: true })
}

/** @param {MouseEvent} event */
function leaveToBrowser({ target }) {
  const link = target instanceof Element && target.closest("a")
  if (!link || !link.hash || link.target) return
  const [page] = link.href.split("#")
  if (page === location.href.split("#")[0]) link.target = "_self" // the theme follows none with a target
}
