// The header stays in place under instant navigation; its links to the other language follow the
// page. `target="_self"` on them makes the theme load that language's site anew.

/** Let the links to the other language lead to the page on show; gives how to do so again. */
export function followPage() {
  const links = [...document.querySelectorAll(".languages__link")].map((link) => ({
    link,
    root: new URL(link.dataset.root, document.baseURI).pathname,
    otherRoot: new URL(link.dataset.otherRoot, document.baseURI).pathname,
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
