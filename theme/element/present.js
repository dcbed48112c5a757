// Fields of the present: filled with this minute or today on Douyin's clock, and said to be.
import { now, today } from "./day.js"
import { find, findAll } from "./dom.js"

const FIELDS = "[data-present]"

/**
 * Fill them, as far as nobody has typed into them; called before a form is reset, it does anew.
 * @param {HTMLFormElement} form
 */
export function fillPresent(form) {
  for (const input of findAll(form, `${FIELDS} input`, HTMLInputElement)) {
    input.defaultValue = input.type === "date" ? today() : now().replace(" ", "T")
  }
  markPresent(form)
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
