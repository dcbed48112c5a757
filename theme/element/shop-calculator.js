// <shop-calculator>: brings a form that stands in the page to life. It mounts itself whenever its
// tag enters the page, so that the theme's instant navigation needs no care.
import "./choice-picker/choice-picker.js"
import { showChart } from "./chart/chart.js"
import { isClockWrong } from "./clock.js"
import { Comparison } from "./comparison/comparison.js"
import { AskedFields } from "./asked/asked.js"
import { offerFormerDays, today } from "./day.js"
import { element, fill, find, keepingPlace, onceDrawn, refill, unfold } from "./dom.js"
import { clearErrors, control, showErrors, type, typed } from "./form.js"
import { Typing } from "./live.js"
import * as lent from "./lent.js"
import { OrdersIntake, fileWaits } from "./orders/intake.js"
import { keepApart } from "./pasted-lines.js"
import { pause } from "./pause.js"
import { asked, dropFromAddress, keepInAddress } from "./permalink.js"
import { filledIn, fillPresent, markPresent } from "./present.js"
import { leaveRoom, showFailure, showProgress } from "./progress.js"
import { entriesOf } from "./question.js"
import { firstOf, restOf } from "./result/result.js"
import { CallError } from "./runtime/connection.js"
import { canRun } from "./runtime/engine.js"
import { read, written } from "./runtime/json.js"
import { ask, call, observe, start } from "./runtime/runtime.js"
import { sharing } from "./share.js"
import { noteTyped, typedBefore } from "./typed-before.js"

/** @import { AnswerChart, AnswerRequest, OkAnswer, Question } from "./answers.d.ts" */
/** @import { State } from "./runtime/connection.js" */
/** @import { Answered } from "./result/result.js" */
/** @import { CallFailure } from "./runtime/messages.js" */
/** @import { Words } from "./words.d.ts" */

// For whoever asks without a form: tests and benchmarks do.
export { ask } from "./runtime/runtime.js"

const ABLE = canRun()
/** @type {State} */
const IDLE = { name: "idle" }
// Milliseconds that an answer waits for its drawing.
const SOON = 300

export class ShopCalculator extends HTMLElement {
  /** What the script for files takes from this one. */
  static lent = lent

  /** @type {Words} */
  words = JSON.parse(find(this, ".calculator__words", HTMLTemplateElement).content.textContent)
  form = find(this, "form", HTMLFormElement)
  result = find(this, ".calculator__result", HTMLElement)
  example = this.querySelector(".calculator__example")
  progress = find(this, ".calculator__progress", HTMLElement)
  fields = new AskedFields(this.form, this.dataset.judgedBy?.split(" ") ?? [])
  comparison = new Comparison(this)
  orders = new OrdersIntake(this)

  /** @type {State} */
  state = IDLE

  /**
   * What was asked last and is not answered yet; nothing else may be shown.
   * @type {AnswerRequest | null}
   */
  #latest = null

  /**
   * The same where the reader asked for it, and waits.
   * @type {AnswerRequest | null}
   */
  #asked = null

  /** What the answer on show says in one sentence. */
  #spoken = ""

  /**
   * Why there was no answer to that, and how to ask it again.
   * @type {{ reason: CallFailure, again: () => unknown } | null}
   */
  #failure = null

  /** @type {{ reason: CallFailure } | null} */
  #failureShown = null
  #changed = false // since the last question
  #half = false // whether what was last typed into is half an entry

  /**
   * What a link said for which the form has no field.
   * @type {Question["inputs"]}
   */
  #beside = {}
  #typing = new Typing(
    () => this.#askLive(),
    () => this.#speak(),
  )

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
    fillPresent(this.form)
    this.fields.show()
    this.form.hidden = false
    this.form.removeAttribute("inert") // which old engines do not know
    this.orders.root.hidden = false
    find(this, ".calculator__unavailable", HTMLElement).hidden = true
    this.form.addEventListener("submit", this)
    this.form.addEventListener("input", this)
    this.form.addEventListener("reset", this)
    this.form.addEventListener("keyup", this)
    this.addEventListener("paste", keepApart)
    addEventListener("hashchange", this)
    addEventListener("focus", this)
    document.addEventListener("visibilitychange", this)
    this.#unobserve.push(observe((state) => this.#hear(state)))
    this.#unobserve.push(noteTyped(this.calculator, this.form))
    this.#startOnIntent()
    this.#answerAddress()
    this.#typeAgain()
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this)
    removeEventListener("focus", this)
    document.removeEventListener("visibilitychange", this)
    for (const stop of this.#unobserve.splice(0)) stop()
    this.orders.leave()
    this.#typing.end()
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
      this.#typing.end()
      this.#ask(this.#entered())
    }
    if (event.type === "input") {
      this.#changed = true
      this.#dim()
      markPresent(this.form)
      this.fields.changed(nameOf(event.target))
      this.#makeRoom()
      this.#typing.goesOn()
    }
    if (event.type === "reset") {
      this.#clear()
      dropFromAddress(this.calculator)
      fillPresent(this.form)
      this.fields.forget()
      setTimeout(() => this.#showFields()) // once the fields are empty
    }
    if (event.type === "keyup" && event.target instanceof HTMLInputElement) {
      this.#hearHalf(event.target)
    }
    if (event.type === "hashchange") this.#answerAddress()
    // Who looks at the page again may have left it yesterday.
    if (event.type === "focus" || (event.type === "visibilitychange" && !document.hidden)) {
      if (!this.comparison.first) this.freshen()
    }
  }

  /** What nobody has typed of the present is of this minute again, and what is asked with it. */
  freshen() {
    if (fillPresent(this.form)) this.form.dispatchEvent(new Event("input"))
  }

  /**
   * Of half a moment browsers tell no input.
   * @param {HTMLInputElement} input
   */
  #hearHalf({ validity: { badInput } }) {
    if (badInput === this.#half) return
    this.#half = badInput
    this.form.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /** What is asked now: of two situations both have the same minute. */
  #entered() {
    if (!this.comparison.first) fillPresent(this.form)
    const { inputs, on } = typed(this.form)
    return { inputs: { ...this.#beside, ...inputs }, on }
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
    this.#enter({ inputs: fix, on: typed(this.form).on })
    this.form.requestSubmit()
  }

  // What stood in the form before the site was brought up to date.
  #typeAgain() {
    const before = typedBefore(this.calculator)
    if (!before) return
    this.#enter(before)
    this.form.dispatchEvent(new Event("input"))
  }

  // A link that somebody sent: its values stand in the form and are answered. What the form has no
  // place for is asked all the same, so that it is answered with an error instead of being ignored.
  #answerAddress() {
    const found = asked(this.calculator)
    if (!found) return
    const { hash } = location
    this.form.reset() // nothing of what stood there before may answer for what the link leaves out
    history.replaceState(history.state, "", hash)
    this.#enter(found)
    unfold(this)
    onceDrawn(() => this.scrollIntoView())
    const { inputs, on } = typed(this.form)
    // From what the form has no field for follows what its defaults would say otherwise.
    const fits = Object.keys(found.inputs).every((name) => control(this.form, name))
    const names = fits ? Object.keys(inputs) : filledIn(this.form)
    const own = Object.fromEntries(names.map((name) => [name, inputs[name] ?? ""]))
    const second = { inputs: { ...own, ...found.inputs }, on: found.on || on }
    if (found.first) this.#compareAddress(found.first, second)
    else this.#askLink(second)
  }

  /**
   * What the form could not take as it was written in a link, or what follows from it, is filled in
   * from the answer, and the rest is kept: the next key would ask without.
   * @param {Question} question
   * @param {Question} [before] what the form took of it
   */
  async #askLink(question, before = typed(this.form)) {
    const answer = await this.#ask(question, () => this.#askLink(question, before))
    if (!answer) return
    const { calculator, form } = this
    keepInAddress({ calculator, ...question }, this.comparison.first)
    const now = typed(form)
    /** @param {string} name */
    const isOpen = (name) =>
      before.inputs[name] !== question.inputs[name] && before.inputs[name] === now.inputs[name]
    /** @type {Question} */
    const taken = { inputs: {}, on: now.on }
    for (const [name, text] of Object.entries(answer.inputs)) {
      if (text !== null && text !== now.inputs[name] && isOpen(name)) taken.inputs[name] = text
    }
    if (question.on !== before.on && before.on === now.on) taken.on = answer.on
    const said = Object.entries(question.inputs)
    this.#beside = Object.fromEntries(said.filter(([name]) => !control(form, name)))
    if (Object.keys(taken.inputs).length > 0 || taken.on !== now.on) this.#enter(taken)
  }

  /**
   * The first of two situations must be answered, too: if it is not, its errors are what to show.
   * @param {Question} first
   * @param {Question} second
   */
  async #compareAddress(first, second) {
    this.#enter(first)
    if (!(await this.#ask(first, () => this.#compareAddress(first, second)))) return
    this.comparison.begin()
    this.#enter(second)
    this.#askLink(second)
  }

  /**
   * Shows the answer, or the errors; the answer, where there was one. The address says at once what was
   * asked, so that who walks away finds it there, unless it is only `partOf` that, or says it already.
   * @param {Question} question
   * @param {() => unknown} [partOf] asks the whole again
   * @returns {Promise<OkAnswer | null>}
   */
  async #ask(question, partOf) {
    const again = partOf ?? (() => this.#ask(question))
    const { first } = this.comparison
    const request = this.#begin(question)
    this.#asked = request
    if (!partOf) keepInAddress(request, first)
    this.#show(this.state)
    let reply, compared, drawing
    try {
      ;({ reply, compared, drawing } = await this.#replyTo(request))
    } catch (error) {
      if (this.#latest !== request || !(error instanceof CallError)) return null
      this.#asked = null
      this.#failure = { reason: error.reason, again }
      this.#show(this.state)
      return null
    }
    if (this.#latest !== request) return null // a later question overtook this one
    this.#askNothing()
    this.#show(this.state)
    this.#showClock()
    // What was typed meanwhile waited, so that no answer to it would have taken this one's place.
    if (this.#changed) this.#typing.goesOn()
    if (!reply.shown) {
      this.#showResult()
      this.fields.keep(reply.answer.errors.map(({ field }) => field))
      showErrors(this.form, reply.answer.errors, this.words.entries)
      return null
    }
    clearErrors(this.form)
    this.#showAnswer({ request, first, reply }, compared, drawing)
    if (!this.#changed) this.#speak()
    onceDrawn(() => this.result.scrollIntoView({ block: "nearest" }))
    return reply.answer
  }

  /**
   * An answer that follows the typing: it says nothing of mistakes, which may only be half an entry,
   * and moves nothing that the reader is at. What is not answered leaves the former answer, dimmed.
   */
  async #askLive() {
    if (this.#asked) return // by the reader: comes first
    if (this.state.name !== "ready" || !this.fields.isComplete()) {
      this.#tellStale()
      return
    }
    const { first } = this.comparison
    const request = this.#begin(this.#entered())
    const replied = await this.#replyTo(request).catch(() => null)
    if (this.#latest !== request) return
    this.#latest = null
    if (!replied?.reply.shown) {
      this.#changed = true
      this.#tellStale()
      return
    }
    const { reply, compared, drawing } = replied
    keepInAddress(request, first)
    this.#showClock()
    keepingPlace(() => {
      clearErrors(this.form)
      this.#showAnswer({ request, first, reply }, compared, drawing)
    })
  }

  /**
   * The reply to `request`, how it compares with the first situation, where there is one, and its
   * drawing, which is there by then unless it takes long: what came later would move what is read.
   * @param {AnswerRequest} request
   */
  async #replyTo(request) {
    const reply = await ask(request)
    if (!reply.shown) return { reply, compared: [], drawing: null }
    const compared = await this.comparison.with(request)
    const drawing = call("chart", written(request)).then(read, () => null)
    await Promise.race([drawing, pause(SOON)])
    return { reply, compared, drawing }
  }

  /**
   * What is asked from now on; an answer to anything before comes too late.
   * @param {Question} question
   * @returns {AnswerRequest}
   */
  #begin({ inputs, on }) {
    this.#askNothing()
    this.#changed = false
    const { calculator, language: lang } = this
    return (this.#latest = { calculator, lang, inputs, on, today: today() })
  }

  /**
   * @param {{ request: AnswerRequest, first: Question | null, reply: Answered }} answered
   * @param {HTMLElement[]} compared
   * @param {Promise<AnswerChart | null> | null} drawing
   */
  #showAnswer({ request, first, reply }, compared, drawing) {
    const former = this.result.querySelector("figure.chart:not([hidden])")
    // From now on Python is kept, see theme/offline/; and letters are filled, see theme/pages/letters/.
    document.dispatchEvent(new CustomEvent("answered", { detail: reply.answer }))
    this.#spoken = reply.answer.headline
    this.#showResult(
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
    if (this.#changed) this.#dim()
    const figure = find(this.result, "figure.chart", HTMLElement)
    // The former drawing keeps the place of the next, which takes a moment.
    if (former) fill(figure, ...former.childNodes)
    this.#showChart(drawing, figure)
  }

  /** @param {HTMLElement[]} parts */
  #showResult(...parts) {
    this.result.classList.remove("result--stale")
    refill(this.result, ...parts)
    this.example?.toggleAttribute("hidden", parts.length > 0)
    leaveRoom(this.progress)
    this.classList.remove("calculator--waiting")
  }

  /** Say the answer on show, or that it is out of date. */
  #speak() {
    const shown = !this.result.hidden
    const said = this.#changed ? this.words.entries.stale : this.#spoken
    find(this, ".calculator__spoken", HTMLElement).textContent = shown ? said : ""
  }

  // What is below makes room when an answer is asked for that has to wait, not when it comes.
  #makeRoom() {
    const loads = this.state.name === "loading" || this.state.name === "starting"
    const wanted = this.#asked !== null || (this.#changed && this.fields.isComplete())
    if (loads && wanted && !fileWaits()) this.classList.add("calculator--waiting")
  }

  /** @param {State} state */
  #hear(state) {
    this.#show(state)
    if (state.name === "ready" && this.#changed) this.#typing.goesOn()
  }

  /**
   * With the answer, if the drawing is there, or after it.
   * @param {Promise<AnswerChart | null> | null} drawing
   * @param {HTMLElement} figure
   */
  async #showChart(drawing, figure) {
    const chart = await drawing
    if (!figure.isConnected) return
    if (chart) showChart(figure, chart)
    else fill(figure)
  }

  // Nobody should wait longer for an answer because the clock may be wrong.
  async #showClock() {
    const wrong = await isClockWrong(this.dataset.built ?? "")
    fill(
      find(this, ".calculator__clock", HTMLElement),
      ...(wrong ? [this.words.failure.clock] : []),
    )
  }

  /**
   * Put a question into the form.
   * @param {Question} question
   */
  #enter({ inputs, on }) {
    type(this.form, { ...inputs, on })
    markPresent(this.form)
    this.fields.keep(entriesOf({ inputs, on }).map(([name]) => name))
  }

  #showFields() {
    markPresent(this.form)
    this.fields.show()
  }

  #askNothing() {
    this.#latest = null
    this.#asked = null
    this.#failure = null
  }

  #clear() {
    this.#beside = {}
    this.#typing.end()
    this.#askNothing()
    this.#show(this.state)
    this.#changed = false
    this.comparison.end()
    clearErrors(this.form)
    fill(find(this, ".calculator__clock", HTMLElement))
    this.#showResult()
    this.#speak()
  }

  /** An answer to what is no longer entered is not to be passed on. */
  #dim() {
    this.result.classList.add("result--stale")
    for (const each of this.result.querySelectorAll(".result__send")) {
      each.toggleAttribute("disabled", true)
    }
  }

  /** Say above the answer that it is out of date: none to what is entered now is on its way. */
  #tellStale() {
    if (this.result.hidden || this.result.querySelector(".result__stale")) return
    const { stale: textContent } = this.words.entries
    this.result.prepend(element("p", { className: "result__stale", textContent }))
  }

  /** @param {State} state */
  #show(state) {
    this.state = state
    const { progress } = this.words
    const waited = this.#asked !== null
    const examples = document.getElementById(`${this.calculator}-examples`)
    const isBesideFile = !waited && fileWaits() // where the load is told then
    const told = isBesideFile ? IDLE : state
    showProgress(this.progress, told, waited, progress, examples)
    if (isBesideFile) keepingPlace(() => leaveRoom(this.progress), this.orders.root)
    this.#makeRoom()
    this.#showFailure(told.name === "failed" ? told : this.#failure)
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

/**
 * The field that was typed into.
 * @param {EventTarget | null} target
 */
function nameOf(target) {
  return target instanceof Element ? (target.getAttribute("name") ?? "") : ""
}

customElements.define("shop-calculator", ShopCalculator)
