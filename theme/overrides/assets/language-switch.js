// Under instant navigation the header stays while the page changes; its links to the other language
// follow. `target="_self"` on them makes the theme load that language's site anew.
;(() => {
  const links = [...document.querySelectorAll(".languages__link")].map((link) => ({
    link,
    root: new URL(link.dataset.root, document.baseURI).pathname,
    otherRoot: new URL(link.dataset.otherRoot, document.baseURI).pathname,
  }))
  window.document$?.subscribe(() => {
    for (const { link, root, otherRoot } of links) {
      const stem = location.pathname.startsWith(root) ? location.pathname.slice(root.length) : ""
      link.href = otherRoot + stem + location.hash
    }
  })
})()
