// What is typed outlives the page where the reader takes a newer build of the site.
import { type, typed } from "./form.js"

/** @param {string} calculator */
const key = (calculator) => `handbook.typed ${location.pathname} ${calculator}`

/**
 * Note what is typed when the page is about to be loaded anew; returns how to stop.
 * @param {string} calculator
 * @param {HTMLFormElement} form
 */
export function noteTyped(calculator, form) {
  const note = () => sessionStorage.setItem(key(calculator), JSON.stringify(typed(form)))
  addEventListener("beforeupdate", note)
  return () => removeEventListener("beforeupdate", note)
}

/**
 * Type again what was noted.
 * @param {string} calculator
 * @param {HTMLFormElement} form
 */
export function typeAgain(calculator, form) {
  let noted
  try {
    noted = sessionStorage.getItem(key(calculator))
    sessionStorage.removeItem(key(calculator))
  } catch {
    return // storage is refused
  }
  if (noted === null) return
  const { inputs, on } = JSON.parse(noted)
  type(form, { ...inputs, on })
  form.dispatchEvent(new Event("input"))
}
