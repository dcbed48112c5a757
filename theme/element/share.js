// What one can do with an answer: send a link, copy it as text, print it.
import { button, element, format } from "./dom.js"
import { linkTo } from "./permalink.js"
import { call } from "./runtime/runtime.js"

// What passes an answer on, and is not to be had while the answer is out of date.
const SEND = "md-button result__send"

/**
 * The buttons below an answer, with `others` beside them, and what stands there on paper.
 * `calculator` is the element that shows it, `first` the request it is compared with, or `null`.
 */
export function sendingOf(calculator, { request, first, reply }, words, others) {
  const said = element("span", { className: "result__said" })
  said.setAttribute("role", "status")
  const { on } = reply.answer
  const link = linkTo({ ...request, on }, first)
  const copy = (text) => async () => {
    try {
      await navigator.clipboard.writeText(text)
      said.replaceChildren(words.copied)
    } catch {
      // In-app browsers often forbid it: then the text stands there to be copied by hand.
      const field = element("textarea", { className: "field__input", readOnly: true, value: text, rows: 4 })
      field.setAttribute("aria-label", words.by_hand)
      said.replaceChildren(words.by_hand, field)
      field.select()
    }
  }
  const stamp = element("p", {
    className: "result__stamp",
    textContent: stampOf(on, link, words),
  })
  const buttons = element(
    "div",
    { className: "result__sending" },
    button(words.link, copy(link), SEND),
    button(words.text, copy(asText(calculator, reply, link)), SEND),
    button(words.print, () => print(calculator), SEND),
    reply.shown.outputs.some(({ deadline }) => deadline)
      ? button(words.calendar, () => saveCalendar(calculator, request, link).then(() => said.replaceChildren(words.saved)), SEND)
      : null,
    ...others,
    said,
  )
  return [stamp, buttons]
}

// By which day's rules, and where to find it again.
function stampOf(on, link, words) {
  return `${format(words.stamp, { day: on })}\n${link}`
}

/** The answer as plain text: what was entered, steps, sources, and the link that restores it. */
function asText(calculator, { answer, shown }, link) {
  const { sending: words, result, comparing } = calculator.words
  const listed = ({ label, text }) => `${label}${words.is}${text}`
  const compared = calculator.comparing.rows
  const list = (title, lines) => (lines.length ? ["", title, ...lines] : [])
  const lines = [
    calculator.querySelector(".calculator__title").textContent,
    ...shown.outputs.map(listed),
    ...list(comparing.inputs, shown.inputs.map(listed)),
    ...list(comparing.title, compared.map((row) => `${row.label}${words.is}${row.first} → ${row.second}`)),
    ...list(
      result.steps,
      answer.steps.flatMap(({ text }, i) => [
        `${i + 1}. ${text}`,
        ...(shown.step_sources[i] ? [`   ${shown.step_sources[i].text}`] : []),
      ]),
    ),
    ...["upcoming", "warnings", "excludes"].flatMap((kind) => list(result[kind], answer[kind].map(({ text }) => `- ${text}`))),
    "",
    ...stampOf(answer.on, link, words).split("\n"),
  ]
  return lines.join("\n")
}

/** Hand the deadlines to the reader's calendar, as a file. */
async function saveCalendar(calculator, request, link) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "")
  const text = await call("calendar", JSON.stringify({ ...request, stamp, link }))
  const url = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }))
  const title = calculator.querySelector(".calculator__title").textContent
  element("a", { href: url, download: `${title}.ics` }).click()
  URL.revokeObjectURL(url)
}

/** Print only this calculator: what was asked, the answer, its steps and sources. */
function print(calculator) {
  calculator.closest(".calculator-frame").classList.add("printed")
  document.documentElement.classList.add("printing-calculator")
  window.print()
  document.documentElement.classList.remove("printing-calculator")
  calculator.closest(".calculator-frame").classList.remove("printed")
}
