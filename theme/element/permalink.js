// An answer's address: the inputs and the rules' day in the fragment, which no server ever sees.
//   …/orders/late-delivery/#late-delivery?paid=299.99&force_majeure=no&on=2026-11-21
import { entriesOf, questionOf } from "./question.js"

/** @import { Question, AnswerRequest } from "./answers.d.ts" */

// What stands before the names of the situation that is compared with.
const FIRST = "first."
// What chat programs and their analysts add behind whatever a link ends with.
const ADDED = /^(?:utm_\w+|from|isappinstalled|scene|clicktime|enterid|share_\w+|spm|\w*clid)$/
// Whom a fragment asks, and what. Chat programs like to escape the question mark.
const ASKED = /^#([\w-]+)(?:\?|%3F)(.*)$/is

/**
 * The address that restores `request` on the page `address`, compared with the request `first`. What
 * chat programs added to that page's own is not carried on.
 * To be passed on it names the day `on` whose rules answered: whoever gets it sees the same answer.
 * @param {Pick<AnswerRequest, "calculator" | "inputs" | "on">} request
 * @param {Question | null} first
 * @param {string} [address]
 */
export function permalinkTo(request, first, address = location.href) {
  const compared = first ? entriesOf(first).map(([name, text]) => [FIRST + name, text]) : []
  const query = new URLSearchParams([...entriesOf(request), ...compared])
  const link = new URL(`#${request.calculator}?${query}`, address)
  link.search = ""
  return link.href
}

/**
 * Let the page's own address restore `request`: on reload, on going back, in the other language.
 * @param {Pick<AnswerRequest, "calculator" | "inputs" | "on">} request
 * @param {Question | null} first
 */
export function keepInAddress(request, first) {
  history.replaceState(history.state, "", permalinkTo(request, first))
}

/**
 * Take what `calculator` was asked out of the page's address.
 * @param {string} calculator
 */
export function dropFromAddress(calculator) {
  if (asked(calculator)) {
    history.replaceState(history.state, "", location.pathname)
  }
}

/**
 * What the fragment of an address asks of `calculator`; `null` where it asks nothing.
 * @param {string} calculator
 * @param {string} [hash]
 * @returns {(Question & { first: Question | null }) | null}
 */
export function asked(calculator, hash = location.hash) {
  const [, whom, query = ""] = ASKED.exec(hash) ?? []
  if (whom !== calculator) return null
  // Some of them pass a link on as it stands in HTML.
  const params = [...new URLSearchParams(query.replaceAll(/&amp;/gi, "&"))]
  const entries = params.filter(([name]) => !ADDED.test(name))
  const first = entries
    .filter(([name]) => name.startsWith(FIRST))
    .map(([name, text]) => /** @type {const} */ ([name.slice(FIRST.length), text]))
  const own = entries.filter(([name]) => !name.startsWith(FIRST))
  return { ...questionOf(own), first: first.length ? questionOf(first) : null }
}
