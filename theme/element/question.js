// A question as a form and a link hold it: entries of names and texts.

/** @import { Question } from "./answers.d.ts" */

/**
 * The inputs by name; the day whose rules to use stands apart.
 * @param {Iterable<readonly [string, string]>} entries
 * @returns {Question}
 */
export function questionOf(entries) {
  const { on = "", ...inputs } = Object.fromEntries(entries)
  return { inputs, on }
}

/**
 * What of it is not empty.
 * @param {Question} question
 * @returns {[name: string, text: string][]}
 */
export function entriesOf({ inputs, on }) {
  /** @type {[string, string][]} */
  const entries = [...Object.entries(inputs), ["on", on]]
  return entries.filter(([, text]) => text)
}
