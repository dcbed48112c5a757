// The theme's search, with a ranking of our own: it asks a worker by messages, and this one answers them
// (https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-search/#custom-search).
import { excerpt } from "./excerpt.js"
import { Library, readable } from "./library.js"
import { ranked } from "./ranking.js"

/** @import { Doc } from "./library.js" */
/** @import { Found } from "./ranking.js" */

/**
 * @typedef {{ config: { same?: Record<string, string>, other?: string[] }, docs: Doc[] }} Index
 * @typedef {{ type: 0, data: Index } | { type: 2, data: string }} Message
 */

const READY = 1
const RESULT = 3
// As many pages, and sections of each, as one looks through.
const PAGES = 10
const SECTIONS = 4

// The page sees no more of an answer than its scores: theme/pages/search-box.js tells by those below zero that it
// is unsure. No score is as high.
const UNSURE = 100

let library = new Library([])
/** @type {Record<string, string>} */
let same = {}
/** @type {string[]} */
let other = []

addEventListener("message", (/** @type {MessageEvent<Message>} */ { data: message }) => {
  if (message.type === 0) {
    library = new Library(message.data.docs)
    same = message.data.config.same ?? {}
    other = message.data.config.other ?? []
    postMessage({ type: READY })
  } else {
    const { found, isSure, pieces } = ranked(message.data, library, same, other)
    const below = isSure ? 0 : UNSURE
    const items = found.slice(0, PAGES).map((each) => shown(each, pieces, below))
    postMessage({ type: RESULT, data: { items } })
  }
})

/**
 * One page as the theme shows it: its best section first, and the page itself among them.
 * @param {Found} found
 * @param {string[]} pieces
 * @param {number} below what is taken off the scores
 */
function shown({ page, score, hits }, pieces, below) {
  const best = hits[0]?.score ?? 1
  const items = hits.slice(0, SECTIONS).map(({ section, score: own }) => ({
    ...section.doc,
    score: (score * own) / best - below,
    text: excerpt(readable(section.doc.text), pieces),
    terms: {},
  }))
  if (items.some(({ location }) => location === page.doc.location)) return items
  return [...items, { ...page.doc, score: -below, text: "", terms: {} }]
}
