// Which pages answer a question, the best first; none where the handbook does not speak of what is asked.
import { plainly, searchable, typed, wanted } from "./question.js"

/** @import { Library, Page, Section } from "./library.js" */

/**
 * @typedef {object} Part one character or word of a question
 * @property {number} weight
 * @property {[piece: string, weight: number][]} pieces any of which stands for it
 * @property {[sign: string, weight: number]} [alone] what stands for it where a text is short
 *
 * @typedef {{ parts: Part[], weight: number }} Words
 * @typedef {{ weight: number, options: Words[] }} Term part of a question, in the words that may stand for it
 *
 * @typedef {{ known: Term[], other: string[] }} Question its parts, and the words of subjects not covered among them
 *
 * @typedef {{ section: Section, score: number }} Hit
 * @typedef {{ page: Page, share: number, score: number, hits: Hit[] }} Found
 */

// What weighs a word, or a Chinese character in such company, that stands nowhere: little, since readers have many
// that the handbook does not, and none says which page is meant.
const UNKNOWN = 1
// What weighs a word of a subject that the handbook does not cover.
const OTHER = 10
// Two characters the other way round, or with a particle between them, are often the same: 店关了, 关店.
const TURNED = 0.7
const PARTED = 0.8
// A word of letters that stands there, but not beside its neighbour in the question.
const ALONE = 0.7
// A character of a pair, in a title or a word of readers.
const LONE = 0.4
// Characters that fill a sentence. They weigh nothing, and still make a pair with those beside them: 下架.
const FILLING = new Set("能会要几不也就都还多去想到给让个有没先再又很最一两这那时候下上得过才只")
// A number that stands nowhere is one of the reader's own.
const NUMBER = 0.2
// A single character stands everywhere.
const SINGLE = 0.3
// A word of letters is as much as two characters.
const WORD = 2

const SHARES = { title: 1, about: 1.2, words: 0.8, section: 1, head: 0.6, text: 0.6 }
// Where none of the first pages is about so much of a question, the handbook may not speak of it: what is found
// stands below the offer of other ways.
const SURE = 0.47
const FIRST = 3
// With less nothing is found; where it names another subject, with less than this.
const LEAST = 0.2
const LEAST_OF_OTHER = 0.38
// Pages that answer it much worse than the best are left out.
const NEAR = 0.5

/**
 * The pages of `library` that answer `asked`, and the pieces of text by which they were found.
 * @param {string} asked
 * @param {Library} library
 * @param {Record<string, string>} same other words for what the handbook calls otherwise
 * @param {string[]} other words of subjects that it does not cover
 */
export function ranked(asked, library, same, other = []) {
  const question = termsOf(asked, library, same, other)
  const all = library.pages
    .map((page) => looked(page, question))
    .sort((one, two) => two.score - one.score)
  const share = Math.max(0, ...all.slice(0, FIRST).map((each) => each.share))
  const isSure = share >= SURE
  const listed = isSure || share >= (question.other.length > 0 ? LEAST_OF_OTHER : LEAST)
  const best = all[0]?.score ?? 0
  const found = listed ? all.filter(({ score }) => score >= NEAR * best) : []
  const pieces = question.known
    .flatMap(({ options }) => options.flatMap(({ parts }) => parts))
    .flatMap((part) => part.pieces.map(([piece]) => piece))
  return { found, isSure, pieces: [...pieces, ...question.other] }
}

/**
 * @param {Page} page
 * @param {Question} question
 * @returns {Found}
 */
function looked(page, { known: terms, other }) {
  const sections = page.sections.map((section) => ({
    section,
    text: held(terms, section.text),
    head: held(terms, section.head, true),
  }))
  const about = held(terms, page.about)
  const best = Math.max(...sections.map(({ text }) => text))
  const all =
    SHARES.title * held(terms, page.title, true) +
    SHARES.about * about +
    SHARES.words * Math.max(0, ...page.words.map((words) => held(terms, words, true))) +
    SHARES.section * best +
    SHARES.head * Math.max(...sections.map(({ head }) => head)) +
    SHARES.text * held(terms, page.text)
  const hits = sections
    .map(({ section, text, head }) => ({ section, score: text + head }))
    .filter(({ score }) => score > 0)
    .sort((one, two) => two.score - one.score)
  // A page must be about some of it: words that stand on it in passing are not enough, however many.
  const left = meant(page, terms, other)
  const share = Math.sqrt(about * Math.max(about, best)) * left
  return { page, share: share * page.prior, score: all * left * page.prior, hits }
}

/**
 * How much of a question is left when what it says of subjects that the page is not about is taken off.
 * @param {Page} page
 * @param {Term[]} terms
 * @param {string[]} other
 */
function meant(page, terms, other) {
  if (other.length === 0) return 1
  const missing = OTHER * other.filter((word) => !page.about.includes(word)).length
  const all = sum(terms.map(({ weight }) => weight)) + OTHER * other.length
  return 1 - missing / all
}

/**
 * How much of the question stands in `text`: from 0 to 1.
 * @param {Term[]} terms
 * @param {string} text
 * @param {boolean} [short] whether a character in it says something by itself
 */
function held(terms, text, short = false) {
  let there = 0
  let all = 0
  for (const { weight, options } of terms) {
    let best = 0
    for (const option of options) {
      best = Math.max(best, inText(option.parts, text, short) / option.weight)
    }
    all += weight
    there += weight * best
  }
  return all > 0 ? there / all : 0
}

/**
 * @param {Part[]} parts
 * @param {string} text
 * @param {boolean} short
 */
function inText(parts, text, short) {
  let all = 0
  for (const { pieces, alone } of parts) {
    let best = short && alone && text.includes(alone[0]) ? alone[1] : 0
    for (const [piece, weight] of pieces) {
      if (weight > best && text.includes(piece)) best = weight
    }
    all += best
  }
  return all
}

/**
 * @param {string} asked
 * @param {Library} library
 * @param {Record<string, string>} same
 * @param {string[]} other
 * @returns {Question}
 */
function termsOf(asked, library, same, other) {
  let rest = plainly(asked)
  const subjects = other.filter((word) => {
    const pattern = typed(word)
    if (!pattern.test(rest)) return false
    rest = rest.replace(pattern, " ")
    return true
  })
  const terms = subjects.map((word) => term([word], library))
  for (const [word, ours] of Object.entries(same)) {
    const pattern = typed(word)
    if (!pattern.test(rest)) continue
    rest = rest.replace(pattern, " ")
    if (ours !== "") terms.push(term([word, ours], library))
  }
  terms.push(term([rest], library))
  return { known: terms.filter(({ weight }) => weight > 0), other: subjects.map(searchable) }
}

/**
 * @param {string[]} ways
 * @param {Library} library
 * @returns {Term}
 */
function term(ways, library) {
  const options = ways
    .map((text) => partsOf(text, library))
    .map((parts) => ({ parts, weight: sum(parts.map(({ weight }) => weight)) }))
    .filter(({ weight }) => weight > 0)
  return { weight: Math.max(0, ...options.map(({ weight }) => weight)), options }
}

/**
 * @param {string} text
 * @param {Library} library
 */
function partsOf(text, library) {
  const pieces = wanted(text)
  return [
    ...latin(
      pieces.filter((piece) => piece.startsWith(" ")),
      library,
    ),
    ...chinese(
      pieces.filter((piece) => !piece.startsWith(" ")),
      library,
    ),
  ]
}

/**
 * Each word, alone and with the one before it and the one behind it.
 * @param {string[]} asked
 * @param {Library} library
 * @returns {Part[]}
 */
function latin(asked, library) {
  const words = asked.map((word) => (library.weight(word) > 0 ? word : library.nearest(word)))
  return words.map((word, i) => {
    const weight = WORD * (library.weight(word) || (/\d/.test(word) ? NUMBER : UNKNOWN))
    const both = [(words[i - 1] ?? "") + word, word + (words[i + 1] ?? "")]
    const known = both.filter((piece) => piece !== word && library.weight(piece) > 0)
    if (known.length === 0) return { weight, pieces: [[word, weight]] }
    /** @type {[string, number][]} */
    const beside = known.map((piece) => [piece, weight])
    return { weight, pieces: [[word, ALONE * weight], ...beside] }
  })
}

/**
 * Each character of the runs, with the one before it and the one behind it.
 * @param {string[]} runs
 * @param {Library} library
 * @returns {Part[]}
 */
function chinese(runs, library) {
  const characters = runs.flatMap((text) => [...text].map((sign, i) => ({ sign, starts: i === 0 })))
  return characters.map(({ sign, starts }, i) => {
    if (FILLING.has(sign)) return { weight: 0, pieces: [] }
    const before = characters[i - 1]
    const after = characters[i + 1]
    /** @type {[string, number][]} */
    const pieces = []
    if (before) pieces.push(...pair(before.sign, sign, starts, library))
    if (after) pieces.push(...pair(sign, after.sign, after.starts, library))
    const weight = Math.max(UNKNOWN, ...pieces.map(([, each]) => each))
    if (pieces.length > 0) return { weight, pieces, alone: [sign, LONE * weight] }
    const alone = starts && (after?.starts ?? true)
    return alone
      ? { weight: SINGLE, pieces: [[sign, SINGLE]] }
      : { weight: UNKNOWN, pieces, alone: [sign, LONE * UNKNOWN] }
  })
}

/**
 * Two characters of a question as the handbook may have them.
 * @param {string} one
 * @param {string} two
 * @param {boolean} parted
 * @param {Library} library
 */
function pair(one, two, parted, library) {
  /** @type {[string, number][]} */
  const ways = parted
    ? [[one + two, PARTED]]
    : [
        [one + two, 1],
        [two + one, TURNED],
      ]
  return ways
    .map(
      ([piece, share]) => /** @type {[string, number]} */ ([piece, share * library.weight(piece)]),
    )
    .filter(([, weight]) => weight > 0)
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0)
}
