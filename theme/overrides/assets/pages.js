// What every page needs at once, and again whenever instant navigation has brought another.
//
// The header stays in place under instant navigation; its links to the other language follow the
// page. `target="_self"` on them makes the theme load that language's site anew.
;(() => {
  const links = [...document.querySelectorAll(".languages__link")].map((link) => ({
    link,
    root: new URL(link.dataset.root, document.baseURI).pathname,
    otherRoot: new URL(link.dataset.otherRoot, document.baseURI).pathname,
  }))
  // The theme's search is a dialog without a name for screen readers.
  const search = document.querySelector(".md-search[role=dialog]")
  search?.setAttribute("aria-label", search.querySelector("input")?.getAttribute("aria-label") ?? "")

  const follow = () => {
    for (const { link, root, otherRoot } of links) {
      const stem = location.pathname.startsWith(root) ? location.pathname.slice(root.length) : ""
      link.href = otherRoot + stem + location.hash
    }
  }

  window.document$?.subscribe(() => {
    // A table wider than the screen is scrolled with the keyboard, too.
    for (const table of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0
    }
    follow()
  })

  // An answer changes the address later on.
  for (const { link } of links) link.addEventListener("click", follow, { capture: true })
})()
