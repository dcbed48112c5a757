// The form: what was typed, and the errors beside the fields and in the summary.
import { element, fill, find, findAll, format, unfold } from "./dom.js"
import { questionOf } from "./question.js"

/** @import { ChoicePicker } from "./choice-picker/choice-picker.js" */
/** @import { Words } from "./words.d.ts" */

/** @typedef {{ field: string, text: string }} FieldError */

// What is asked where a picker has half a moment, or a day that is none: of these a browser tells no
// text, as if nothing had been typed. It is no moment, so that it is refused like any other text.
const HALF = "?"

/**
 * The field `name` of a form; `null` where it has none.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function control(form, name) {
  const named = form.elements.namedItem(name)
  const found = (named instanceof Element && named.closest("choice-picker")) || named
  return /** @type {HTMLInputElement | HTMLTextAreaElement | ChoicePicker | RadioNodeList | null} */ (
    found
  )
}

/**
 * What was typed, by field name, as texts; the day whose rules to use stands apart.
 * @param {HTMLFormElement} form
 */
export function typed(form) {
  return questionOf(
    [...new FormData(form)].map(([name, text]) => {
      const entry = control(form, name)
      return [name, entry instanceof HTMLInputElement ? textOf(entry) : String(text)]
    }),
  )
}

/**
 * What an entry of one line says.
 * @param {HTMLInputElement | HTMLSelectElement} entry
 */
export function textOf({ validity, value }) {
  return validity.badInput ? HALF : value
}

/**
 * Put `texts`, by field name, into the form; what it has no place for is left out.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} texts
 */
export function type(form, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const input = control(form, name)
    if (input && "value" in input) input.value = taken(input, text)
  }
  for (const folded of findAll(form, "details", HTMLDetailsElement)) {
    const entries = [...folded.querySelectorAll("input"), ...folded.querySelectorAll("textarea")]
    if (entries.some(isChanged)) folded.open = true
  }
}

/**
 * Whether an entry is not what the form began with.
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 */
function isChanged(input) {
  return "checked" in input && input.type === "radio"
    ? input.checked !== input.defaultChecked
    : input.value !== input.defaultValue
}

/**
 * What a field would take of `text`: of a date that is none nothing, of which browsers complain where
 * the field is seen.
 * @param {object} field
 * @param {string} text
 */
function taken(field, text) {
  if (!(field instanceof HTMLInputElement)) return text
  return element("input", { type: field.type, value: text }).value
}

/**
 * What the field `name` says, as the reader sees it.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function shownText(form, name) {
  const input = control(form, name)
  if (!input) return ""
  if (!(input instanceof RadioNodeList)) {
    if ("words" in input) return input.words
    return input.disabled ? input.defaultValue : input.value
  }
  // What is not asked says nothing: its default holds.
  const chosen = radios(input).find((each) => (each.disabled ? each.defaultChecked : each.checked))
  return chosen?.nextElementSibling?.textContent ?? ""
}

/**
 * The buttons of a choice.
 * @param {RadioNodeList} list
 */
export function radios(list) {
  return [...list].filter((each) => each instanceof HTMLInputElement)
}

/**
 * Show `errors` beside their fields and, focused, in a summary above.
 * @param {HTMLFormElement} form
 * @param {FieldError[]} errors
 * @param {Words["entries"]} words
 */
export function showErrors(form, errors, words) {
  clearErrors(form)
  const groups = [...form.querySelectorAll("[data-field]")]
  const place = (/** @type {FieldError} */ { field }) =>
    groups.findIndex((group) => group.getAttribute("data-field") === field)
  // As they stand in the form, where what few need comes last; what has no place in it, first.
  const inOrder = [...errors].sort((one, other) => place(one) - place(other))
  for (const error of inOrder) {
    const group = groups[place(error)]
    if (!group) continue
    fill(find(group, ".field__error", HTMLElement), error.text)
    group.classList.add("field--wrong")
    unfold(group)
    for (const input of group.querySelectorAll("input, textarea")) {
      input.setAttribute("aria-invalid", "true")
    }
  }
  const title =
    errors.length === 1 ? words.problems_one : format(words.problems, { count: errors.length })
  const summary = find(form, ".calculator__problems", HTMLElement)
  fill(
    summary,
    element("p", { className: "calculator__heading", textContent: title }),
    element(
      "ul",
      {},
      inOrder.map((error) => element("li", {}, link(form, error))),
    ),
  )
  summary.focus()
}

/** @param {HTMLFormElement} form */
export function clearErrors(form) {
  fill(find(form, ".calculator__problems", HTMLElement))
  for (const error of findAll(form, ".field__error", HTMLElement)) fill(error)
  for (const group of form.querySelectorAll(".field--wrong")) group.classList.remove("field--wrong")
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid")
}

/**
 * @param {HTMLFormElement} form
 * @param {FieldError} error
 */
function link(form, { field, text }) {
  const input = control(form, field)
  const target = input instanceof RadioNodeList ? radios(input)[0] : input
  if (!target) return text
  const anchor = element("a", { href: `#${target.id}`, textContent: text })
  anchor.addEventListener("click", (event) => {
    // Moves the focus without an entry in the history and without the theme's own scrolling.
    event.preventDefault()
    event.stopPropagation()
    target.focus()
  })
  return anchor
}
