// The answer: what it says first, what to do, the figures, and folded away how they came about.
import { button, element } from "../dom.js"
import { register } from "./register.js"

/** @import { OkAnswer, Figure, Labelled, AnswerReply, SourceLine } from "../answers.d.ts" */
/** @import { Words } from "../words.d.ts" */

/** @typedef {Extract<AnswerReply, { answer: OkAnswer }>} Answered */
/** @typedef {"upcoming" | "warnings" | "excludes"} NoticeKind */

// As many dots as there are levels, all of them for the highest.
const LEVELS = ["low", "medium-low", "medium", "medium-high", "high"]

/**
 * What stands of a reply above what one can do with it.
 * @param {Answered} reply
 * @param {Words["result"]} words
 * @param {{ change: () => unknown, fill: () => unknown }} acts lead back to the form; fill it in as the
 *   fix says, and ask again
 */
export function firstOf({ answer, shown }, words, { change, fill }) {
  const to_do = answer.steps
    .map((step, at) => ({ ...step, source: shown.step_sources[at] }))
    .filter(({ code }) => answer.to_do.includes(code))
  return [
    element("p", { className: "calculator__heading", textContent: words.title }),
    shown.inputs.length ? entries(shown.inputs, words, change) : null,
    saidFirst(answer, shown, words),
    shown.fix.length ? fixOf(shown.fix, words, fill) : null,
    to_do.length
      ? element("div", { className: "result__todo" }, heading(words.to_do), stepsOf(to_do))
      : null,
  ].filter((part) => part !== null)
}

/**
 * What stands of it below that.
 * @param {Answered} reply
 * @param {Words["result"]} words
 */
export function restOf({ answer, shown }, words) {
  const steps = answer.steps
    .map((step, at) => ({ ...step, source: shown.step_sources[at] }))
    .filter(({ code }) => !answer.to_do.includes(code))
  return [
    element("figure", { className: "chart", hidden: true }),
    element("dl", { className: "result__outputs" }, shown.outputs.map(figure)),
    noticesOf("upcoming", answer.upcoming, words),
    noticesOf("warnings", answer.warnings, words),
    steps.length ? folded("steps", words.steps, steps.length, stepsOf(steps)) : null,
    answer.excludes.length
      ? folded("excludes", words.excludes, answer.excludes.length, listOf(answer.excludes))
      : null,
  ].filter((part) => part !== null)
}

/**
 * What was entered, in a line, and the way back to it.
 * @param {Labelled[]} inputs
 * @param {Words["result"]} words
 * @param {() => unknown} change
 */
function entries(inputs, words, change) {
  const listed = inputs.map(({ label, text }) =>
    element(
      "span",
      { className: "result__entry" },
      `${label} `,
      element("b", { textContent: text }),
    ),
  )
  return element(
    "div",
    { className: "result__entries" },
    element("p", {}, listed),
    button(words.change, change, "result__change"),
  )
}

/**
 * @param {OkAnswer} answer
 * @param {Answered["shown"]} shown
 * @param {Words["result"]} words
 */
function saidFirst({ headline, tone }, { confidence }, words) {
  return element(
    "div",
    { className: `said said--${tone}` },
    element("p", { className: "said__tone", textContent: words[tone] }),
    element("p", { className: "said__headline", textContent: headline }),
    confidence
      ? element(
          "p",
          { className: "said__confidence" },
          dots(LEVELS.indexOf(confidence.level) + 1),
          `${words.confidence}${confidence.text}`,
        )
      : null,
  )
}

/** @param {number} full */
function dots(full) {
  const made = element("span", { className: "said__dots" })
  made.setAttribute("aria-hidden", "true")
  made.append("●".repeat(full), "○".repeat(LEVELS.length - full))
  return made
}

/**
 * @param {Labelled[]} fix
 * @param {Words["result"]} words
 * @param {() => unknown} fill
 */
function fixOf(fix, words, fill) {
  return element(
    "div",
    { className: "result__fix" },
    heading(words.fix),
    element(
      "ul",
      {},
      fix.map(({ label, text }) =>
        element("li", {}, `${label} `, element("b", { textContent: text })),
      ),
    ),
    button(words.fill, fill),
  )
}

/**
 * An output with its label, as a group of a description list.
 * @param {Figure} output
 */
export function figure({ id, label, text }) {
  const group = element(
    "div",
    {},
    element("dt", { textContent: label }),
    element("dd", { textContent: text }),
  )
  group.dataset.output = id
  return group
}

/** @param {{ text: string, source: SourceLine | null }[]} steps */
function stepsOf(steps) {
  return element(
    "ol",
    {},
    steps.map(({ text, source }) => element("li", {}, text, sourceOf(source, true))),
  )
}

/**
 * The line that says what something rests on; where it is `whole`, with its rule and its claims.
 * @param {SourceLine | null} line
 * @param {boolean} [whole]
 */
export function sourceOf(line, whole = false) {
  if (!line) return null
  const rule = whole ? [register("rules", line.rule, line.name), " · "] : []
  const claims = whole ? line.claims.flatMap((id) => [" ", register("claims", id, id)]) : []
  const parts = line.parts.map(({ text, source }) =>
    source ? register("sources", source, text) : text,
  )
  return element("span", { className: "result__source" }, ...rule, ...parts, ...claims)
}

/**
 * A list of what was `said` of one kind, or `null` where nothing was.
 * @param {NoticeKind} kind
 * @param {{ text: string }[]} said
 * @param {Words["result"]} words
 */
export function noticesOf(kind, said, words) {
  if (said.length === 0) return null
  return element("div", { className: `result__${kind}` }, heading(words[kind]), listOf(said))
}

/** @param {{ text: string }[]} said */
function listOf(said) {
  return element(
    "ul",
    {},
    said.map(({ text }) => element("li", { textContent: text })),
  )
}

/** @param {string} textContent */
function heading(textContent) {
  return element("p", { className: "result__heading", textContent })
}

/**
 * @param {"steps" | "excludes"} kind
 * @param {string} title
 * @param {number} count
 * @param {HTMLElement} inner
 */
function folded(kind, title, count, inner) {
  return element(
    "details",
    { className: `result__${kind} result__folded` },
    element("summary", { textContent: `${title} · ${count}` }),
    inner,
  )
}
