// The day whose rules answer.
import { control } from "./form.js"

/** @typedef {[first: string, last: string | null]} Period days as texts; without an end, `null` */

/** Today on Douyin's clock, UTC+8. */
export function today() {
  return now().slice(0, 10)
}

/** This minute on Douyin's clock, as a form writes it: 2026-11-25 09:30. */
export function now() {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ")
}

/**
 * Whether `day` lies in one of `periods`, first and last day included.
 * @param {Period[]} periods
 * @param {string} day
 */
export function isIn(periods, day) {
  return periods.some(([first, last]) => first <= day && (!last || day <= last))
}

/**
 * Let the buttons with former days choose one of them.
 * @param {HTMLFormElement} form
 */
export function offerFormerDays(form) {
  form.addEventListener("click", ({ target }) => {
    const day = control(form, "on")
    if (!(target instanceof HTMLButtonElement && target.matches(".field__day"))) return
    if (!(day instanceof HTMLInputElement)) return
    day.value = target.value
    day.dispatchEvent(new Event("input", { bubbles: true }))
  })
}

/**
 * The day whose rules answer what a form says; `judgedBy` names the fields whose day counts where none
 * was chosen. Days are compared as texts: 2026-05-06, or 2026-05-06T09:30.
 * @param {HTMLFormElement} form
 * @param {string[]} judgedBy
 */
export function dayOf(form, judgedBy) {
  const typed = ["on", ...judgedBy].map((name) => control(form, name)?.value).find(Boolean)
  return (typed ?? today()).slice(0, 10)
}
