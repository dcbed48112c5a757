// <shop-calculator>: brings a form that stands in the page to life. It mounts itself whenever its
// tag enters the page, so that the theme's instant navigation needs no care.
import "./choice-picker/choice-picker.js"
import { showChart } from "./chart/chart.js"
import { isClockWrong } from "./clock.js"
import { Comparison } from "./comparison/comparison.js"
import { offerFormerDays, showAsked, today } from "./day.js"
import { element, fill, find, unfold } from "./dom.js"
import { clearErrors, showErrors, type, typed } from "./form.js"
import { OrdersPanel } from "./orders/panel.js"
import { asked, dropFromAddress, keepInAddress } from "./permalink.js"
import { showFailure, showProgress } from "./progress.js"
import { firstOf, restOf } from "./result/result.js"
import { CallError } from "./runtime/connection.js"
import { canRun } from "./runtime/engine.js"
import { read, written } from "./runtime/json.js"
import { ask, call, observe, start } from "./runtime/runtime.js"
import { sharing } from "./share.js"

/** @import { Question, AnswerRequest } from "./answers.d.ts" */
/** @import { State } from "./runtime/connection.js" */
/** @import { CallFailure } from "./runtime/messages.js" */
/** @import { Words } from "./words.d.ts" */

// For whoever asks without a form: tests and benchmarks do.
export { ask } from "./runtime/runtime.js"

const ABLE = canRun()

export class ShopCalculator extends HTMLElement {
  /** @type {Words} */
  words = JSON.parse(find(this, ".calculator__words", HTMLTemplateElement).content.textContent)
  form = find(this, "form", HTMLFormElement)
  result = find(this, ".calculator__result", HTMLElement)
  comparison = new Comparison(this)
  orders = new OrdersPanel(this)

  /** @type {State} */
  state = { name: "idle" }

  /**
   * What the reader waits for an answer to.
   * @type {AnswerRequest | null}
   */
  #asked = null

  /**
   * Why there was no answer to that, and how to ask it again.
   * @type {{ reason: CallFailure, again: () => unknown } | null}
   */
  #failure = null

  /** @type {{ reason: CallFailure } | null} */
  #failureShown = null
  #changed = false // since the reader asked

  /** @type {(() => void)[]} */
  #unobserve = []

  constructor() {
    super()
    offerFormerDays(this.form)
  }

  connectedCallback() {
    if (!ABLE) {
      const unavailable = find(this, ".calculator__unavailable", HTMLElement)
      unavailable.textContent = this.words.failure.too_old
      unavailable.classList.add("calculator__unavailable--told")
      return
    }
    customElements.upgrade(this.form) // in a page walked to, its fields would come after this
    this.form.hidden = false
    this.orders.root.hidden = false
    find(this, ".calculator__unavailable", HTMLElement).hidden = true
    this.#showAsked()
    this.form.addEventListener("submit", this)
    this.form.addEventListener("input", this)
    this.form.addEventListener("reset", this)
    addEventListener("hashchange", this)
    this.#unobserve.push(observe((state) => this.#show(state)))
    this.#startOnIntent()
    this.#answerAddress()
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this)
    for (const stop of this.#unobserve.splice(0)) stop()
    this.orders.leave()
    this.#askNothing() // its answer would be written into the address of another page
  }

  /** Which calculator it is. */
  get calculator() {
    return this.dataset.calculator ?? ""
  }

  /** The language of its page. */
  get language() {
    return this.dataset.lang ?? ""
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault()
      this.#changed = false
      this.#ask(typed(this.form))
    }
    if (event.type === "input") {
      this.#setStale((this.#changed = true))
      this.#showAsked()
    }
    if (event.type === "reset") {
      this.#clear()
      dropFromAddress(this.calculator)
      setTimeout(() => this.#showAsked()) // once the fields are empty
    }
    if (event.type === "hashchange") this.#answerAddress()
  }

  /**
   * Ask a question again that was answered before; its entries are in the form's place.
   * @param {AnswerRequest} request
   */
  askAgain(request) {
    this.#ask(request)
  }

  /**
   * Enter what mends the answer, and ask again.
   * @param {Record<string, string>} fix
   */
  #fillIn(fix) {
    type(this.form, fix)
    this.form.requestSubmit()
  }

  // A link that somebody sent: its values stand in the form and are answered. What the form has no
  // place for is asked all the same, so that it is answered with an error instead of being ignored.
  #answerAddress() {
    const found = asked(this.calculator)
    if (!found) return
    const { hash } = location
    this.form.reset() // nothing of what stood there before may answer for what the link leaves out
    history.replaceState(history.state, "", hash)
    type(this.form, { ...found.inputs, on: found.on })
    this.#showAsked()
    unfold(this)
    this.scrollIntoView()
    const { inputs, on } = typed(this.form)
    const second = { inputs: { ...inputs, ...found.inputs }, on: found.on || on }
    if (found.first) this.#compareAddress(found.first, second)
    else this.#ask(second)
  }

  /**
   * The first of two situations must be answered, too: if it is not, its errors are what to show.
   * @param {Question} first
   * @param {Question} second
   */
  async #compareAddress(first, second) {
    type(this.form, { ...first.inputs, on: first.on })
    if (!(await this.#ask(first, () => this.#compareAddress(first, second)))) return
    this.comparison.begin()
    type(this.form, { ...second.inputs, on: second.on })
    this.#showAsked()
    this.#ask(second)
  }

  /**
   * Shows the answer, or the errors; whether there was an answer. The address says at once what was
   * asked, so that who walks away finds it there, unless it is only `partOf` that.
   * @param {Question} question
   * @param {() => unknown} [partOf] asks the whole again
   */
  async #ask(question, partOf) {
    const again = partOf ?? (() => this.#ask(question))
    this.#askNothing()
    const { inputs, on } = question
    const { first } = this.comparison
    const request = {
      calculator: this.calculator,
      lang: this.language,
      inputs,
      on,
      today: today(),
    }
    this.#asked = request
    if (!partOf) keepInAddress(request, first)
    this.#show(this.state)
    let reply, compared
    try {
      reply = await ask(request)
      compared = reply.shown ? await this.comparison.with(request) : []
    } catch (error) {
      if (this.#asked !== request || !(error instanceof CallError)) return false
      this.#asked = null
      this.#failure = { reason: error.reason, again }
      this.#show(this.state)
      return false
    }
    if (this.#asked !== request) return false // a later question overtook this one
    this.#askNothing()
    this.#show(this.state)
    this.#showClock()
    if (!reply.shown) {
      fill(this.result)
      showErrors(this.form, reply.answer.errors, this.words.form)
      return false
    }
    clearErrors(this.form)
    fill(
      this.result,
      ...compared,
      ...firstOf(reply, this.words.result, {
        change: () => this.comparison.toForm(),
        fill: () => this.#fillIn(reply.answer.fix),
      }),
      ...sharing(
        this,
        { request, first, reply },
        this.words.sending,
        this.comparison.offer(request, reply),
      ),
      ...restOf(reply, this.words.result),
    )
    this.#setStale(this.#changed)
    this.result.scrollIntoView({ block: "nearest" })
    this.#showChart(request, find(this.result, "figure.chart", HTMLElement))
    return true
  }

  /**
   * After the answer, which nobody should wait longer for.
   * @param {AnswerRequest} request
   * @param {HTMLElement} figure
   */
  async #showChart(request, figure) {
    const chart = read(await call("chart", written(request)).catch(() => written(null)))
    if (chart && figure.isConnected) showChart(figure, chart)
  }

  // Nobody should wait longer for an answer because the clock may be wrong.
  async #showClock() {
    const wrong = await isClockWrong(this.dataset.built ?? "")
    fill(
      find(this, ".calculator__clock", HTMLElement),
      ...(wrong ? [this.words.failure.clock] : []),
    )
  }

  #showAsked() {
    showAsked(this.form, this.dataset.judgedBy?.split(" ") ?? [])
  }

  #askNothing() {
    this.#asked = null
    this.#failure = null
  }

  #clear() {
    this.#askNothing()
    this.#show(this.state)
    this.#changed = false
    this.comparison.end()
    clearErrors(this.form)
    fill(find(this, ".calculator__clock", HTMLElement))
    fill(this.result)
  }

  /**
   * An answer to what is no longer entered is not to be passed on.
   * @param {boolean} stale
   */
  #setStale(stale) {
    const shown = stale && !this.result.hidden
    this.result.classList.toggle("result--stale", shown)
    // Said once, not with every key; an answer that is filled in anew has neither.
    if (!shown || this.result.querySelector(".result__stale")) return
    for (const each of this.result.querySelectorAll(".result__send")) {
      each.toggleAttribute("disabled", true)
    }
    const { stale: textContent } = this.words.form
    this.result.prepend(element("p", { className: "result__stale", textContent }))
  }

  /** @param {State} state */
  #show(state) {
    this.state = state
    const { progress } = this.words
    const waited = this.#asked !== null
    showProgress(find(this, ".calculator__progress", HTMLElement), state, waited, progress)
    this.#showFailure(state.name === "failed" ? state : this.#failure)
  }

  /** @param {{ reason: CallFailure, again?: () => unknown } | null} failed the load, or the question */
  #showFailure(failed) {
    if (failed === this.#failureShown) return // said once, not whenever something moves
    this.#failureShown = failed
    const shown = find(this, ".calculator__failure", HTMLElement)
    showFailure(shown, failed && { again: start, ...failed }, this.words.failure)
  }

  // A form stands on the first screen of most guides: to see it is not to use it, and on a phone the
  // browser's Python is megabytes. Loading begins when the form is touched, while it is filled in.
  #startOnIntent() {
    this.form.addEventListener("focusin", start, { once: true })
    this.form.addEventListener("pointerdown", start, { once: true })
  }
}

customElements.define("shop-calculator", ShopCalculator)
