// The form: what was typed, and the errors beside the fields and in the summary.
import { element, fill, format } from "./dom.js"

/** What was typed, by field name, as strings; the day whose rules to use stands apart. */
export function typed(form) {
  const { on = "", ...inputs } = Object.fromEntries(new FormData(form))
  return { inputs, on }
}

/** Put `texts`, by field name, into the form; what it has no place for is left out. */
export function type(form, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const input = form.elements[name]
    if (input && "value" in input) input.value = text
  }
}

/** What stands in the field `name`, as the reader sees it. */
export function shownText(form, name) {
  const input = form.elements[name]
  if (!(input instanceof RadioNodeList)) return input?.words ?? input?.value ?? ""
  return [...input].find(({ checked }) => checked)?.nextElementSibling.textContent ?? ""
}

/** Show `errors` ({field, text}) beside their fields and, focused, in a summary above. */
export function showErrors(form, errors, words) {
  clearErrors(form)
  for (const { field, text } of errors) {
    const group = form.querySelector(`[data-field="${CSS.escape(field)}"]`)
    if (!group) continue
    fill(group.querySelector(".field__error"), text)
    group.classList.add("field--wrong")
    for (const input of group.querySelectorAll("input, textarea")) {
      input.setAttribute("aria-invalid", "true")
    }
  }
  const title =
    errors.length === 1 ? words.problems_one : format(words.problems, { count: errors.length })
  const summary = form.querySelector(".calculator__problems")
  fill(
    summary,
    element("p", { className: "calculator__heading", textContent: title }),
    element("ul", {}, errors.map((error) => element("li", {}, link(form, error)))),
  )
  summary.focus()
}

export function clearErrors(form) {
  fill(form.querySelector(".calculator__problems"))
  for (const error of form.querySelectorAll(".field__error")) fill(error)
  for (const group of form.querySelectorAll(".field--wrong")) group.classList.remove("field--wrong")
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid")
}

function link(form, { field, text }) {
  const input = form.elements[field]
  const target = input instanceof RadioNodeList ? input[0] : input
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
