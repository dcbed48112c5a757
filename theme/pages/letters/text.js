// What stands in a letter's gaps, and which of its texts fits an answer.

/** @import { OkAnswer, OutputValue } from "../../element/answers.d.ts" */

/** @typedef {Record<string, string[]>} When by field or output the values with which a text holds; `*` is any */

/**
 * Which text to show: the first that fits the answer, the last where none does or there is none.
 * @param {When[]} conditions
 * @param {OkAnswer | null} answer
 */
export function fitting(conditions, answer) {
  const found = conditions.findIndex((when) =>
    Object.entries(when).every(([name, values]) => {
      const value = known(answer, name) ?? null
      return value !== null && values.some((each) => each === "*" || each === String(value))
    }),
  )
  return found < 0 ? conditions.length - 1 : found
}

/**
 * What an answer knows of a field or an output, as it is written in a letter; nothing is empty.
 * @param {OkAnswer | null} answer
 * @param {string} name
 * @param {Record<string, string>} said the words for ids
 */
export function filling(answer, name, said) {
  const value = known(answer, name)
  const parts = Array.isArray(value) ? value : [value ?? ""]
  // Letters write their own units, and whole yuan without fen.
  return parts.map((part) => said[part] ?? String(part).replace(/\.00$/, "")).join("、")
}

/**
 * How long a text is as the platform's fields count it: by characters, marks among them.
 * @param {string} text
 */
export function characters(text) {
  return [...text].length
}

/**
 * @param {OkAnswer | null} answer
 * @param {string} name
 * @returns {OutputValue | undefined}
 */
function known(answer, name) {
  return answer?.outputs[name] ?? answer?.inputs[name]
}
