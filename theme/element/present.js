// Fields of the present: filled with this minute or today on Douyin's clock, and said to be.
import { now, today } from "./day.js"
import { find, findAll } from "./dom.js"

const FIELDS = "[data-present]"

/**
 * Fill them, as far as nobody has typed into them; called before a form is reset, it does anew.
 * Whether one of them says something else by now: a page may stay open for days.
 * @param {HTMLFormElement} form
 */
export function fillPresent(form) {
  let changed = false
  for (const input of inputs(form)) {
    const before = input.value
    input.defaultValue = input.type === "date" ? today() : now().replace(" ", "T")
    changed ||= input.value !== before
  }
  markPresent(form)
  return changed
}

/**
 * The names of those that hold what was filled in.
 * @param {HTMLFormElement} form
 */
export function filledIn(form) {
  const filled = inputs(form).filter(({ value, defaultValue }) => value === defaultValue)
  return filled.map(({ name }) => name)
}

/** @param {HTMLFormElement} form */
function inputs(form) {
  return findAll(form, `${FIELDS} input`, HTMLInputElement)
}

/**
 * Say of those that still hold what was filled in that they do, and can be changed.
 * @param {HTMLFormElement} form
 */
export function markPresent(form) {
  for (const field of findAll(form, FIELDS, HTMLElement)) {
    const { value, defaultValue } = find(field, "input", HTMLInputElement)
    const mark = find(field, ".field__filled", HTMLElement)
    mark.classList.toggle("field__filled--not", value !== defaultValue)
  }
}
