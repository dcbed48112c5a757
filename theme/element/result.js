// The answer: its headline, the other figures, the steps with their sources, what to mind.
import { element } from "./dom.js"

/** The elements that show `reply` ({answer, shown}). */
export function resultOf({ answer, shown }, words) {
  const headlines = shown.outputs.filter((output) => output.headline)
  const others = shown.outputs.filter((output) => !output.headline)
  return [
    element("p", { className: "calculator__heading", textContent: words.title }),
    element("dl", { className: "result__headline" }, headlines.map(figure)),
    others.length ? element("dl", { className: "result__outputs" }, others.map(figure)) : null,
    element("figure", { className: "chart", hidden: true }),
    noticesOf("warnings", answer.warnings, words),
    steps(answer.steps, shown.sources, words),
    noticesOf("excludes", answer.excludes, words),
  ].filter((part) => part !== null)
}

/** An output with its label, as a group of a description list. */
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

function steps(said, sources, words) {
  const bySource = new Map(sources.map((source) => [source.rule, source]))
  return element(
    "div",
    { className: "result__steps" },
    element("p", { className: "result__heading", textContent: words.steps }),
    element(
      "ol",
      {},
      said.map(({ text, rule }) =>
        element(
          "li",
          {},
          text,
          bySource.has(rule)
            ? element("span", { className: "result__source", textContent: bySource.get(rule).text })
            : null,
        ),
      ),
    ),
  )
}

/** A list of what was `said` ({text}) of one kind, or `null` where nothing was. */
export function noticesOf(kind, said, words) {
  if (said.length === 0) return null
  return element(
    "div",
    { className: `result__${kind}` },
    element("p", { className: "result__heading", textContent: words[kind] }),
    element("ul", {}, said.map(({ text }) => element("li", { textContent: text }))),
  )
}
