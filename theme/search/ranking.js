// Which pages answer a question, the best first; none where the handbook does not speak of what is asked.
import { plainly, wanted } from "./question.js"

/** @import { Library, Page, Section } from "./library.js" */

/**
 * @typedef {object} Part one character or word of a question
 * @property {number} weight
 * @property {[piece: string, weight: number][]} pieces any of which stands for it
 *
 * @typedef {Part[][]} Term part of a question, in the words that may stand for it
 *
 * @typedef {{ section: Section, score: number }} Hit
 * @typedef {{ page: Page, share: number, score: number, hits: Hit[] }} Found
 */

// What weighs a word, or a Chinese character in such company, that stands nowhere: as much as a rare one.
const UNKNOWN = 3
// Characters that fill a sentence. They weigh nothing, and still make a pair with those beside them: 下架.
const FILLING = new Set("能会要几不也就都还多去想到给让个有没先再又很最一两这那时候下上得过才只")
// A single character stands everywhere.
const SINGLE = 0.3
// A word of letters is as much as two characters.
const WORD = 2

const SHARES = { title: 1, about: 1.2, section: 1, head: 0.6, text: 0.6 }
// Where no page is about so much of a question, the handbook does not speak of it. Less finds more
// of what is asked in
// words that the handbook does not use, and more pages that have nothing to do with it.
const LEAST = 0.35
// Pages that answer it much worse than the best are left out.
const NEAR = 0.5

/**
 * The pages of `library` that answer `asked`, and the pieces of text by which they were found.
 * @param {string} asked
 * @param {Library} library
 * @param {Record<string, string>} same other words for what the handbook calls otherwise
 */
export function ranked(asked, library, same) {
  const terms = termsOf(asked, library, same)
  const all = library.pages.map((page) => looked(page, terms))
  const known = all.some(({ page, share }) => share * page.prior >= LEAST)
  const best = Math.max(0, ...all.map(({ score }) => score))
  const found = known ? all.filter(({ score }) => score >= NEAR * best) : []
  found.sort((one, other) => other.score - one.score)
  return { found, pieces: terms.flat(2).flatMap(({ pieces }) => pieces.map(([piece]) => piece)) }
}

/**
 * @param {Page} page
 * @param {Term[]} terms
 * @returns {Found}
 */
function looked(page, terms) {
  const sections = page.sections.map((section) => ({
    section,
    text: held(terms, section.text),
    head: held(terms, section.head),
  }))
  const about = held(terms, page.about)
  const best = Math.max(...sections.map(({ text }) => text))
  const all =
    SHARES.title * held(terms, page.title) +
    SHARES.about * about +
    SHARES.section * best +
    SHARES.head * Math.max(...sections.map(({ head }) => head)) +
    SHARES.text * held(terms, page.text)
  const hits = sections
    .map(({ section, text, head }) => ({ section, score: text + head }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
  // A page must be about some of it: words that stand on it in passing are not enough, however many.
  const share = Math.sqrt(about * Math.max(about, best))
  return { page, share, score: all * page.prior, hits }
}

/**
 * How much of the question stands in `text`: from 0 to 1.
 * @param {Term[]} terms
 * @param {string} text
 */
function held(terms, text) {
  let there = 0
  let all = 0
  for (const term of terms) {
    const options = term.map((parts) => ({ parts, all: sum(parts.map(({ weight }) => weight)) }))
    const weight = Math.max(...options.map((option) => option.all))
    all += weight
    there += weight * Math.max(...options.map((option) => inText(option.parts, text) / option.all))
  }
  return all > 0 ? there / all : 0
}

/**
 * @param {Part[]} parts
 * @param {string} text
 */
function inText(parts, text) {
  return sum(
    parts.map(({ pieces }) =>
      Math.max(0, ...pieces.map(([piece, weight]) => (text.includes(piece) ? weight : 0))),
    ),
  )
}

/**
 * @param {string} asked
 * @param {Library} library
 * @param {Record<string, string>} same
 * @returns {Term[]}
 */
function termsOf(asked, library, same) {
  let rest = plainly(asked)
  /** @type {Term[]} */
  const terms = []
  for (const [other, ours] of Object.entries(same)) {
    const typed = /[a-z]/.test(other) ? plainly(other) : other
    if (!rest.includes(typed)) continue
    rest = rest.replace(typed, " ")
    terms.push([partsOf(other, library), partsOf(ours, library)])
  }
  terms.push([partsOf(rest, library)])
  return terms
    .map((term) => term.filter((words) => sum(words.map(({ weight }) => weight)) > 0))
    .filter(({ length }) => length > 0)
}

/**
 * @param {string} text
 * @param {Library} library
 */
function partsOf(text, library) {
  return wanted(text).flatMap((piece) =>
    piece.startsWith(" ") ? [word(piece, library)] : run(piece, library),
  )
}

/**
 * @param {string} piece
 * @param {Library} library
 * @returns {Part}
 */
function word(piece, library) {
  const weight = WORD * (library.weight(piece) || UNKNOWN)
  return { weight, pieces: [[piece, weight]] }
}

/**
 * Each character of a run, with the one before it and the one behind it.
 * @param {string} text
 * @param {Library} library
 * @returns {Part[]}
 */
function run(text, library) {
  if (text.length === 1) return [{ weight: SINGLE, pieces: [[text, SINGLE]] }]
  return [...text].map((character, i) => {
    const pairs = [text.slice(Math.max(i - 1, 0), i + 1), text.slice(i, i + 2)]
    const pieces = pairs
      .filter((pair) => pair.length === 2)
      .map((pair) => /** @type {[string, number]} */ ([pair, library.weight(pair)]))
      .filter(([, weight]) => weight > 0)
    if (FILLING.has(character)) return { weight: 0, pieces: [] }
    if (pieces.length === 0) return { weight: UNKNOWN, pieces }
    return { weight: Math.max(...pieces.map(([, each]) => each)), pieces }
  })
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0)
}
