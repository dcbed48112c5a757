// The search's index is most of what a page would fetch, and most readers never search. The theme asks
// for it as each page begins; this holds it back until the search is opened. It stands in the head of
// each page, before the theme's script.
import "./standing.js"

const { open, send } = XMLHttpRequest.prototype

/** @type {WeakSet<XMLHttpRequest>} */
const held = new WeakSet()

/** @type {Promise<void>} */
const opened = new Promise((resolve) => {
  // A link may open the search by itself.
  if (new URLSearchParams(location.search).has("q")) resolve()
  for (const type of ["focusin", "change"]) {
    document.addEventListener(type, ({ target }) => {
      if (
        target instanceof Element &&
        target.matches("[data-md-component=search-query], #__search")
      ) {
        resolve()
      }
    })
  }
})

// Whose index it is, for the service worker: that of another build would not fit. Read from the page:
// written in here, it would make this script another one in each build, which no policy knows.
function build() {
  const named = document.querySelector("script[src*='/runtime/pages-']")
  return /pages-\w+\.js/.exec(named?.getAttribute("src") ?? "")?.[0] ?? ""
}

/** @this {XMLHttpRequest} */
XMLHttpRequest.prototype.open = function (
  /** @type {string} */ method,
  /** @type {string | URL} */ url,
  /** @type {boolean} */ isAsync = true,
) {
  const isIndex = String(url).endsWith("/search/search_index.json")
  if (isIndex) held.add(this)
  open.call(this, method, isIndex ? `${url}?${build()}` : url, isAsync)
}

/** @this {XMLHttpRequest} */
XMLHttpRequest.prototype.send = function (body) {
  if (held.has(this)) opened.then(() => send.call(this, body))
  else send.call(this, body)
}
