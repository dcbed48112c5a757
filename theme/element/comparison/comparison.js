// Two situations side by side: the first is kept while the form is changed for the second.
import { button, element, fill, find, format } from "../dom.js"
import { read, written } from "../runtime/json.js"
import { call } from "../runtime/runtime.js"

/** @import { AnswerRequest, ComparisonRow } from "../answers.d.ts" */
/** @import { Answered } from "../result/result.js" */
/** @import { ShopCalculator } from "../shop-calculator.js" */

/** @type {("inputs" | "outputs")[]} */
const PARTS = ["inputs", "outputs"]

export class Comparison {
  /**
   * The last answer on show.
   * @type {{ request: AnswerRequest, reply: Answered } | null}
   */
  #answered = null

  /**
   * The request to compare with.
   * @type {AnswerRequest | null}
   */
  first = null

  /**
   * What is compared.
   * @type {ComparisonRow[]}
   */
  rows = []

  /** @param {ShopCalculator} calculator */
  constructor(calculator) {
    this.calculator = calculator
    this.words = calculator.words.comparing
    this.banner = find(calculator, ".calculator__comparing", HTMLElement)
  }

  /**
   * The button below an answer that keeps it for comparison.
   * @param {AnswerRequest} request
   * @param {Answered} reply
   */
  offer(request, reply) {
    this.#answered = { request, reply }
    const made = button(this.words.short, () => {
      this.begin()
      this.toForm()
    })
    made.setAttribute("aria-label", this.words.begin)
    return made
  }

  /** Keep the answer on show as the first situation. */
  begin() {
    if (this.#answered === null) return
    const { request, reply } = this.#answered
    this.first = { ...request, on: reply.answer.on } // the same day, however long it is kept
    const kept = element("p", {
      textContent: format(this.words.kept, { headline: reply.answer.headline }),
    })
    fill(
      this.banner,
      kept,
      button(this.words.end, () => this.#stop()),
    )
  }

  // The second situation stays, alone.
  #stop() {
    this.end()
    const compared = this.calculator.result.querySelector(".comparing")
    if (compared && this.#answered) this.calculator.askAgain(this.#answered.request)
    this.toForm()
  }

  /** To what was entered, for it to be changed. */
  toForm() {
    const { form } = this.calculator
    form.scrollIntoView({ block: "start" })
    find(form, ".field :is(input, textarea, button)", HTMLElement).focus({ preventScroll: true })
  }

  /** Compare no longer. */
  end() {
    this.first = null
    this.rows = []
    fill(this.banner)
  }

  /**
   * The elements that show `request` beside the first situation; none where there is no first.
   * @param {AnswerRequest} request
   */
  async with(request) {
    if (!this.first) return []
    const { calculator, lang, today } = request
    const asked = written({ calculator, lang, today, first: this.first, second: request })
    const rows = read(await call("compare", asked))
    this.rows = [...rows.inputs, ...rows.outputs]
    const { words } = this
    const differing = this.rows.filter(({ same }) => !same).length
    const head = ["", words.first, words.second].map((textContent) =>
      element("th", { scope: "col", textContent }),
    )
    const table = element(
      "table",
      { className: "comparing__table" },
      element("thead", {}, element("tr", {}, head)),
      ...PARTS.map((part) =>
        element(
          "tbody",
          {},
          partHead(words[part]),
          rows[part].map((row) => this.#row(row)),
        ),
      ),
    )
    return [
      element("p", { className: "calculator__heading", textContent: words.title }),
      element("p", {
        textContent: differing ? format(words.differing, { count: differing }) : words.same,
      }),
      element("div", { className: "comparing" }, table),
    ]
  }

  /** @param {ComparisonRow} row */
  #row({ id, label, first, second, same, change }) {
    const mark = same
      ? null
      : element("span", { className: "comparing__mark", textContent: this.words.mark })
    const changed = change
      ? element("span", { className: "comparing__change", textContent: change })
      : null
    const row = element(
      "tr",
      { className: same ? "" : "comparing__differs" },
      element("th", { scope: "row" }, mark, label),
      element("td", { textContent: first }),
      element("td", {}, second, changed),
    )
    row.dataset.row = id
    return row
  }
}

/** @param {string} textContent */
function partHead(textContent) {
  const heading = { colSpan: 3, scope: "rowgroup", className: "comparing__part", textContent }
  return element("tr", {}, element("th", heading))
}
