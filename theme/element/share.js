// What one can do with an answer: send a link, copy it as text, print it.
import { copy } from "./copying.js"
import { button, element, find, format } from "./dom.js"
import { CALENDAR, save, stampNow } from "./download.js"
import { permalinkTo } from "./permalink.js"
import { written } from "./runtime/json.js"
import { call } from "./runtime/runtime.js"

/** @import { Labelled, Question, AnswerRequest } from "./answers.d.ts" */
/** @import { Answered, NoticeKind } from "./result/result.js" */
/** @import { ShopCalculator } from "./shop-calculator.js" */
/** @import { Words } from "./words.d.ts" */

// What passes an answer on, and is not to be had while the answer is out of date.
const SEND = "md-button result__send"

/** @type {NoticeKind[]} */
const NOTICES = ["upcoming", "warnings", "excludes"]

/**
 * The buttons below an answer, with `others` beside them, and what stands there on paper.
 * @param {ShopCalculator} calculator shows the answer
 * @param {{ request: AnswerRequest, first: Question | null, reply: Answered }} answered `first` is what it
 *   is compared with
 * @param {Words["sending"]} words
 * @param {HTMLElement[]} others
 */
export function sharing(calculator, { request, first, reply }, words, others) {
  const said = element("span", { className: "result__said" })
  said.setAttribute("role", "status")
  const { on } = reply.answer
  const link = permalinkTo({ ...request, on }, first)
  const keepDates = async () => {
    const kept = await saveCalendar(calculator, request, link).catch(() => false)
    said.replaceChildren(kept ? words.saved : words.unsaved)
  }
  const stamp = element("p", {
    className: "result__stamp",
    textContent: stampOf(on, link, words),
  })
  const buttons = element(
    "div",
    { className: "result__sending" },
    button(words.link, () => copy(link, said, words), SEND),
    button(words.text, () => copy(asText(calculator, reply, link), said, words), SEND),
    button(words.print, () => print(calculator), SEND),
    reply.shown.outputs.some(({ deadline }) => deadline)
      ? button(words.calendar, keepDates, SEND)
      : null,
    ...others,
    said,
  )
  return [stamp, buttons]
}

/**
 * By which day's rules, and where to find it again.
 * @param {string} on
 * @param {string} link
 * @param {Words["sending"]} words
 */
function stampOf(on, link, words) {
  return `${format(words.stamp, { day: on })}\n${link}`
}

/**
 * The answer as plain text: what was entered, steps, sources, and the link that restores it.
 * @param {ShopCalculator} calculator
 * @param {Answered} reply
 * @param {string} link
 */
function asText(calculator, { answer, shown }, link) {
  const { sending: words, result, comparing } = calculator.words
  /** @param {Labelled} line */
  const listed = ({ label, text }) => `${label}${words.is}${text}`
  const compared = calculator.comparison.rows.map(({ label, first, second }) =>
    listed({ label, text: `${first} → ${second}` }),
  )
  /**
   * @param {string} title
   * @param {string[]} lines
   */
  const list = (title, lines) => (lines.length ? ["", title, ...lines] : [])
  const steps = answer.steps.flatMap(({ text }, i) => {
    const source = shown.step_sources[i]
    return [`${i + 1}. ${text}`, ...(source ? [`   ${source.text}`] : [])]
  })
  const lines = [
    titleOf(calculator),
    ...shown.outputs.map(listed),
    ...list(comparing.inputs, shown.inputs.map(listed)),
    ...list(comparing.title, compared),
    ...list(result.steps, steps),
    ...NOTICES.flatMap((kind) =>
      list(
        result[kind],
        answer[kind].map(({ text }) => `- ${text}`),
      ),
    ),
    "",
    ...stampOf(answer.on, link, words).split("\n"),
    find(calculator, ".calculator__clock", HTMLElement).textContent,
  ]
  return lines.join("\n").trimEnd()
}

/**
 * Hand the deadlines to the reader's calendar, as a file.
 * @param {ShopCalculator} calculator
 * @param {AnswerRequest} request
 * @param {string} link
 */
async function saveCalendar(calculator, request, link) {
  const text = await call("calendar", written({ ...request, stamp: stampNow(), link }))
  save(new Blob([text], { type: CALENDAR }), `${titleOf(calculator)}.ics`)
  return true
}

/**
 * Print only this calculator: what was asked, the answer, its steps and sources.
 * @param {ShopCalculator} calculator
 */
function print(calculator) {
  const frame = calculator.closest(".calculator-frame")
  frame?.classList.add("printed")
  document.documentElement.classList.add("printing-calculator")
  window.print()
  document.documentElement.classList.remove("printing-calculator")
  frame?.classList.remove("printed")
}

/** @param {ShopCalculator} calculator */
function titleOf(calculator) {
  return find(calculator, ".calculator__title", HTMLElement).textContent
}
