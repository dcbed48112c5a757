// Two situations side by side: the first is kept while the form is changed for the second.
import { button, element, fill, format } from "../dom.js"
import { call } from "../runtime/runtime.js"

export class Comparing {
  #answered = null // the last answer on show: {request, reply}
  first = null // the request to compare with
  rows = [] // what is compared: {label, first, second}

  constructor(calculator) {
    this.calculator = calculator
    this.words = calculator.words.comparing
    this.banner = calculator.querySelector(".calculator__comparing")
  }

  /** The button below an answer that keeps it for comparison. */
  offer(request, reply) {
    this.#answered = { request, reply }
    return button(this.words.begin, () => {
      this.begin()
      this.#toForm()
    })
  }

  /** Keep the answer on show as the first situation. */
  begin() {
    const { request, reply } = this.#answered
    this.first = { ...request, on: reply.answer.on } // the same day, however long it is kept
    const headline = reply.shown.outputs
      .filter((output) => output.headline)
      .map(({ label, text }) => `${label}${this.words.is}${text}`)
      .join(this.words.separator)
    const kept = element("p", { textContent: format(this.words.kept, { headline }) })
    fill(this.banner, kept, button(this.words.end, () => this.#stop()))
  }

  // The second situation stays, alone.
  #stop() {
    this.end()
    const { request } = this.#answered
    if (this.calculator.result.querySelector(".comparing")) this.calculator.askAgain(request)
    this.#toForm()
  }

  #toForm() {
    this.calculator.form.scrollIntoView({ block: "start" })
    this.calculator.form.querySelector(".field :is(input, textarea, button)").focus({ preventScroll: true })
  }

  /** Compare no longer. */
  end() {
    this.first = null
    this.rows = []
    fill(this.banner)
  }

  /** The elements that show `request` beside the first situation; none where there is no first. */
  async with(request) {
    if (!this.first) return []
    const { calculator, lang, today } = request
    const rows = JSON.parse(await call("compare", JSON.stringify({ calculator, lang, today, first: this.first, second: request })))
    this.rows = [...rows.inputs, ...rows.outputs]
    const { words } = this
    const differing = this.rows.filter(({ same }) => !same).length
    const head = ["", words.first, words.second].map((textContent) => element("th", { scope: "col", textContent }))
    const table = element(
      "table",
      { className: "comparing__table" },
      element("thead", {}, element("tr", {}, head)),
      ...["inputs", "outputs"].map((part) =>
        element(
          "tbody",
          {},
          element("tr", {}, element("th", { colSpan: 3, scope: "rowgroup", className: "comparing__part", textContent: words[part] })),
          rows[part].map((row) => this.#row(row)),
        ),
      ),
    )
    return [
      element("p", { className: "calculator__heading", textContent: words.title }),
      element("p", { textContent: differing ? format(words.differing, { count: differing }) : words.same }),
      element("div", { className: "comparing" }, table),
    ]
  }

  #row({ id, label, first, second, same, change }) {
    const mark = same ? null : element("span", { className: "comparing__mark", textContent: this.words.mark })
    const row = element(
      "tr",
      { className: same ? "" : "comparing__differs" },
      element("th", { scope: "row" }, mark, label),
      element("td", { textContent: first }),
      element("td", {}, second, change ? element("span", { className: "comparing__change", textContent: change }) : null),
    )
    row.dataset.row = id
    return row
  }
}
