// What one can do with an answer: send it, copy it, compare it, print it, keep its deadlines.
import { copy } from "./copying.js"
import { button, element, find, findAll, format, unfold } from "./dom.js"
import { CALENDAR, stampNow } from "./download.js"
import { SEND, keep } from "./keeping.js"
import { permalinkTo } from "./permalink.js"
import { reportOf } from "./reporting.js"
import { icon } from "./result/icons.js"
import { written } from "./runtime/json.js"
import { call } from "./runtime/runtime.js"

/** @import { Labelled, Question, AnswerRequest } from "./answers.d.ts" */
/** @import { Answered, NoticeKind } from "./result/result.js" */
/** @import { ShopCalculator } from "./shop-calculator.js" */
/** @import { Words } from "./words.d.ts" */

/** @type {NoticeKind[]} */
const NOTICES = ["upcoming", "warnings", "excludes"]

/**
 * The buttons below what an answer says first, and what stands there on paper.
 * @param {ShopCalculator} calculator shows the answer
 * @param {{ request: AnswerRequest, first: Question | null, reply: Answered }} answered `first` is what it
 *   is compared with
 * @param {Words["sending"]} words
 * @param {HTMLButtonElement} compare
 */
export function sharing(calculator, { request, first, reply }, words, compare) {
  const said = element("span", { className: "result__said" })
  said.setAttribute("role", "status")
  const { on } = reply.answer
  const link = permalinkTo({ ...request, on }, first)
  const copyLink = () => copy(link, said, words)
  const share = async () => {
    const { headline: text } = reply.answer
    try {
      await navigator.share({ title: titleOf(calculator), text, url: link })
    } catch (error) {
      // Who closes the sheet wants nothing; where it does not open, the link is copied.
      if (!(error instanceof DOMException && error.name === "AbortError")) copyLink()
    }
  }
  const shares = "share" in navigator
  const dates = reply.shown.outputs.filter(({ deadline }) => deadline).map(listed(words))
  const keepDates = () =>
    keep(
      {
        make: () => calendar(request, link),
        file: `${titleOf(calculator)}.ics`,
        text: () => [titleOf(calculator), ...dates, link].join("\n"),
        done: words.saved,
        failed: words.unsaved,
      },
      said,
      words,
    )
  const further = element(
    "div",
    { className: "result__sending", hidden: true },
    shares ? button(words.link, copyLink, SEND) : null,
    button(words.text, () => copy(asText(calculator, reply, link), said, words), SEND),
    button(words.print, () => print(calculator), SEND),
    dates.length ? button(words.calendar, keepDates, SEND) : null,
    reportOf({ on, text: inShort(calculator, reply, link) }, said),
  )
  const more = button(words.more, () => {
    further.hidden = !further.hidden
    more.setAttribute("aria-expanded", String(!further.hidden))
  })
  more.setAttribute("aria-expanded", "false")
  const conclusion = () => copy(inShort(calculator, reply, link), said, words)
  const row = element(
    "div",
    { className: "result__actions" },
    shares
      ? drawn("share", button(words.share, share, SEND))
      : drawn("link", button(words.link, copyLink, SEND)),
    drawn("copy", button(words.conclusion, conclusion, SEND)),
    drawn("compare", compare),
    drawn("more", more),
  )
  const stamp = element("p", {
    className: "result__stamp",
    textContent: stampOf(on, link, words),
  })
  const passing = { className: "result__passing" }
  return [stamp, element("div", passing, row, wayToLetter(calculator), further, said)]
}

/**
 * The way to the first letter that the answer fills, where the page has one.
 * @param {ShopCalculator} calculator
 */
function wayToLetter({ calculator }) {
  const letter = document.querySelector(`copy-letter[data-calculator="${calculator}"]`)
  if (!(letter instanceof HTMLElement)) return null
  // Not by the address, which keeps what was asked.
  const go = () => {
    unfold(letter)
    letter.scrollIntoView()
    letter.focus({ preventScroll: true })
  }
  return button(letter.dataset.link ?? "", go, `${SEND} result__letter`)
}

/**
 * @param {Parameters<typeof icon>[0]} name
 * @param {HTMLButtonElement} made
 */
function drawn(name, made) {
  made.classList.add("result__action")
  made.prepend(icon(name))
  return made
}

/** @param {Words["sending"]} words */
function listed(words) {
  return (/** @type {Labelled} */ { label, text }) => `${label}${words.is}${text}`
}

/**
 * What was asked and what it comes to, short enough for a chat.
 * @param {ShopCalculator} calculator
 * @param {Answered} reply
 * @param {string} link
 */
function inShort(calculator, { answer, shown }, link) {
  const { sending: words } = calculator.words
  return [
    titleOf(calculator),
    answer.headline,
    ...shown.inputs.map(listed(words)),
    stampOf(answer.on, link, words),
  ].join("\n")
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
  const line = listed(words)
  const compared = calculator.comparison.rows.map(({ label, first, second }) =>
    line({ label, text: `${first} → ${second}` }),
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
    answer.headline,
    ...shown.outputs.map(line),
    ...list(comparing.inputs, shown.inputs.map(line)),
    ...list(result.fix, shown.fix.map(line)),
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
 * The deadlines for the reader's calendar, as a file.
 * @param {AnswerRequest} request
 * @param {string} link
 */
async function calendar(request, link) {
  const text = await call("calendar", written({ ...request, stamp: stampNow(), link }))
  return new Blob([text], { type: CALENDAR })
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

// On paper nothing is folded; afterwards what was closed is closed again.
/** @type {HTMLDetailsElement[]} */
const opened = []
addEventListener("beforeprint", () => {
  for (const each of findAll(document, ".result__folded:not([open])", HTMLDetailsElement)) {
    each.open = true
    opened.push(each)
  }
})
addEventListener("afterprint", () => {
  for (const each of opened.splice(0)) each.open = false
})
