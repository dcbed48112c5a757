// The handbook as the search sees it: pages with their sections, and how much a piece of text says.
import { searchable } from "./question.js"
import { isSlip } from "./slip.js"

/**
 * @typedef {object} Doc an entry of the theme's index: a page, or one of its sections (with a #)
 * @property {string} location
 * @property {string} title
 * @property {string} text as HTML
 * @property {number} [boost] what the page's front matter asks for
 * @property {string} [about] what it says the page is about
 * @property {string[]} [words] what readers call that
 *
 * @typedef {object} Section
 * @property {Doc} doc
 * @property {string} head
 * @property {string} text with its heading and the page's title
 *
 * @typedef {object} Page
 * @property {Doc} doc
 * @property {string} title
 * @property {string} about its title, headings, description and search words
 * @property {string[]} words what readers call what it is about
 * @property {string} text all of it
 * @property {number} prior how far it is a page that answers: 1, or less by what its front matter asks for
 * @property {Section[]} sections
 */

// A page that lists everything has each word, and is still what is wanted where it fits alone.
const DAMPED = 0.35

// A shorter word is one letter away from too many others.
const SHORTEST = 5

export class Library {
  /** @type {Map<string, number>} */
  #weights = new Map()
  /** @type {Map<string, number> | undefined} */
  #beginnings

  /** @param {Doc[]} docs */
  constructor(docs) {
    /** @type {Map<string, Page>} */
    const pages = new Map()
    for (const doc of docs) {
      const [address = ""] = doc.location.split("#")
      const page = pages.get(address) ?? begun(doc)
      pages.set(address, page)
      const head = searchable(readable(doc.title))
      const text = head + searchable(readable(doc.text))
      page.sections.push({ doc, head, text: text + page.title })
      page.about += head
      page.text += text
    }
    this.pages = [...pages.values()]
  }

  /**
   * How much it says that `piece` stands on a page: the more, the fewer have it; 0 where none does.
   * @param {string} piece
   */
  weight(piece) {
    let weight = this.#weights.get(piece)
    if (weight === undefined) {
      const count = this.pages.filter(({ text }) => text.includes(piece)).length
      weight = count === 0 ? 0 : Math.log(1 + this.pages.length / (count + 0.5))
      this.#weights.set(piece, weight)
    }
    return weight
  }

  /**
   * The word of the handbook that is one slip away from one that it does not have; else that word.
   * @param {string} piece the beginning of a word behind a blank
   */
  nearest(piece) {
    const word = piece.slice(1)
    if (word.length < SHORTEST || /\d/.test(word)) return piece
    this.#beginnings ??= beginnings(this.pages)
    let best = piece
    let most = 0
    for (const [other, count] of this.#beginnings) {
      if (count > most && isSlip(word, other)) {
        best = ` ${other}`
        most = count
      }
    }
    return best
  }
}

/**
 * The beginnings of all words, and how often each stands there.
 * @param {Page[]} pages
 */
function beginnings(pages) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const { text } of pages) {
    for (const [word] of text.matchAll(/[a-z]+/g)) {
      if (word.length >= SHORTEST - 1) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * A page, of which only its own entry is known so far.
 * @param {Doc} doc
 * @returns {Page}
 */
function begun(doc) {
  const title = searchable(readable(doc.title))
  const words = (doc.words ?? []).map(searchable)
  const about = searchable(doc.about ?? "") + words.join("")
  return { doc, title, words, about, text: about, prior: (doc.boost ?? 1) ** DAMPED, sections: [] }
}

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#34": '"', nbsp: " " }

/**
 * The text of HTML as one reads it.
 * @param {string} html
 */
export function readable(html) {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&([#\w]+);/g, (whole, name) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim()
}
