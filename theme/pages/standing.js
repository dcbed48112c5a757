// Until it has brought a page once, the theme does not know which one stands: at the first change of
// a fragment it would fetch that anew, with nothing of what was typed or opened in it. So until then
// it does not hear of such changes. It listens from its start, and a window tells its listeners in
// their order: this stands in the head of each page.
const standing = location.pathname
let isKnown = false

addEventListener("DOMContentLoaded", () => {
  window.location$?.subscribe(() => {
    isKnown = true
  })
})
addEventListener("popstate", (event) => {
  if (!isKnown && location.pathname === standing) event.stopImmediatePropagation()
})
