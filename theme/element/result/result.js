// The answer: its headline, the other figures, the steps with their sources, what to mind.
import { element } from "../dom.js"

/** @import { OkAnswer, Figure, AnswerReply, SourceLine, Step } from "../answers.d.ts" */
/** @import { Words } from "../words.d.ts" */

/** @typedef {Extract<AnswerReply, { answer: OkAnswer }>} Answered */
/** @typedef {"upcoming" | "warnings" | "excludes"} NoticeKind */

/**
 * The elements that show a reply.
 * @param {Answered} reply
 * @param {Words["result"]} words
 */
export function resultOf({ answer, shown }, words) {
  const headlines = shown.outputs.filter((output) => output.headline)
  const others = shown.outputs.filter((output) => !output.headline)
  return [
    element("p", { className: "calculator__heading", textContent: words.title }),
    element("dl", { className: "result__headline" }, headlines.map(figure)),
    others.length ? element("dl", { className: "result__outputs" }, others.map(figure)) : null,
    element("figure", { className: "chart", hidden: true }),
    noticesOf("upcoming", answer.upcoming, words),
    noticesOf("warnings", answer.warnings, words),
    steps(answer.steps, shown.step_sources, words),
    noticesOf("excludes", answer.excludes, words),
  ].filter((part) => part !== null)
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

/**
 * @param {Step[]} said
 * @param {(SourceLine | null)[]} sources
 * @param {Words["result"]} words
 */
function steps(said, sources, words) {
  return element(
    "div",
    { className: "result__steps" },
    element("p", { className: "result__heading", textContent: words.steps }),
    element(
      "ol",
      {},
      said.map(({ text }, at) => element("li", {}, text, sourceOf(sources[at]))),
    ),
  )
}

/**
 * The line that says what something rests on.
 * @param {SourceLine | null} line
 */
export function sourceOf(line) {
  if (!line) return null
  return element("span", { className: "result__source" }, line.parts.map(linked))
}

/**
 * The texts that a step rests on lead to their entries in the register of sources.
 * @param {SourceLine["parts"][number]} part
 */
function linked({ text, source }) {
  return source ? element("a", { href: `${sourcesPage()}#${source}`, textContent: text }) : text
}

// The bundled script lies one folder below the site's root.
function sourcesPage() {
  const language = document.documentElement.lang.startsWith("en") ? "en/" : ""
  return new URL(`../${language}reference/sources/`, import.meta.url).href
}

/**
 * A list of what was `said` of one kind, or `null` where nothing was.
 * @param {NoticeKind} kind
 * @param {{ text: string }[]} said
 * @param {Words["result"]} words
 */
export function noticesOf(kind, said, words) {
  if (said.length === 0) return null
  return element(
    "div",
    { className: `result__${kind}` },
    element("p", { className: "result__heading", textContent: words[kind] }),
    element(
      "ul",
      {},
      said.map(({ text }) => element("li", { textContent: text })),
    ),
  )
}
