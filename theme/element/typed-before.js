// What is typed outlives the page where the reader takes a newer build of the site.
import { typed } from "./form.js"
import { filledIn } from "./present.js"

/** @param {string} calculator */
const key = (calculator) => `handbook.typed ${location.pathname} ${calculator}`

/**
 * Note what is typed when the page is about to be loaded anew; returns how to stop.
 * @param {string} calculator
 * @param {HTMLFormElement} form
 */
export function noteTyped(calculator, form) {
  const note = () => {
    const question = typed(form)
    for (const name of filledIn(form)) delete question.inputs[name] // nobody typed that
    sessionStorage.setItem(key(calculator), JSON.stringify(question))
  }
  addEventListener("beforeupdate", note)
  return () => removeEventListener("beforeupdate", note)
}

/**
 * What was noted, once.
 * @param {string} calculator
 * @returns {import("./answers.d.ts").Question | null}
 */
export function typedBefore(calculator) {
  try {
    const noted = sessionStorage.getItem(key(calculator))
    sessionStorage.removeItem(key(calculator))
    return JSON.parse(noted ?? "null")
  } catch {
    return null // storage is refused
  }
}
