// <shop-calculator>: brings a form that stands in the page to life. It mounts itself whenever its
// tag enters the page, so that the theme's instant navigation needs no care.
import { showChart } from "./chart/chart.js"
import { Comparing } from "./comparison/comparison.js"
import { offerFormerDays, showAsked, today } from "./day.js"
import { element, fill } from "./dom.js"
import { clearErrors, showErrors, type, typed } from "./form.js"
import { asked, dropFromAddress, keepInAddress } from "./permalink.js"
import { OrdersPanel } from "./orders/panel.js"
import "./choice-picker/choice-picker.js"
import { resultOf } from "./result/result.js"
import { ask, call, observe, start } from "./runtime/runtime.js"
import { sendingOf } from "./share.js"
import { showFailure, showProgress } from "./progress.js"

// For whoever asks without a form: tests and benchmarks do.
export { ask } from "./runtime/runtime.js"

class ShopCalculator extends HTMLElement {
  #asked = null // what the reader waits for an answer to
  #waiting = null // how to ask it again when the runtime failed
  #changed = false // since the reader asked
  #unobserve = []

  connectedCallback() {
    this.words = JSON.parse(this.querySelector(".calculator__words").content.textContent)
    this.form = this.querySelector("form")
    customElements.upgrade(this.form) // in a page walked to, its fields would come after this
    this.result = this.querySelector(".calculator__result")
    this.orders = new OrdersPanel(this)
    this.comparing = new Comparing(this)
    this.form.hidden = false
    this.orders.root.hidden = false
    this.querySelector(".calculator__unavailable").hidden = true
    offerFormerDays(this.form)
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
    this.orders.stop()
  }

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
      dropFromAddress(this.dataset.calculator)
      setTimeout(() => this.#showAsked()) // once the fields are empty
    }
    if (event.type === "hashchange") this.#answerAddress()
  }

  /** Ask a question again that was answered before; its entries are in the form's place. */
  askAgain(request) {
    this.#ask(request)
  }

  // A link that somebody sent: its values stand in the form and are answered. What the form has no
  // place for is asked all the same, so that it is answered with an error instead of being ignored.
  #answerAddress() {
    const found = asked(this.dataset.calculator)
    if (!found) return
    const { hash } = location
    this.form.reset() // nothing of what stood there before may answer for what the link leaves out
    history.replaceState(history.state, "", hash)
    type(this.form, { ...found.inputs, on: found.on })
    this.#showAsked()
    this.scrollIntoView()
    const { inputs, on } = typed(this.form)
    const second = { inputs: { ...inputs, ...found.inputs }, on: found.on || on }
    if (found.first) this.#compareAddress(found.first, second)
    else this.#ask(second)
  }

  // The first of two situations must be answered, too: if it is not, its errors are what to show.
  async #compareAddress(first, second) {
    type(this.form, { ...first.inputs, on: first.on })
    if (!(await this.#ask(first, () => this.#compareAddress(first, second)))) return
    this.comparing.begin()
    type(this.form, { ...second.inputs, on: second.on })
    this.#showAsked()
    this.#ask(second)
  }

  // Shows the answer, or the errors; whether there was an answer.
  async #ask(question, again = () => this.#ask(question)) {
    this.#askNothing()
    start()
    const { inputs, on } = question
    const request = {
      calculator: this.dataset.calculator,
      lang: this.dataset.lang,
      inputs,
      on,
      today: today(),
    }
    this.#asked = request
    this.#waiting = again
    this.#show(this.state)
    let reply, compared
    try {
      reply = await ask(request)
      compared = reply.answer.ok ? await this.comparing.with(request) : []
    } catch {
      return false // the failure is on show, and what was asked stays to be tried again
    }
    if (this.#asked !== request) return false // a later question overtook this one
    this.#askNothing()
    this.#show(this.state)
    if (!reply.answer.ok) {
      fill(this.result)
      showErrors(this.form, reply.answer.errors, this.words.form)
      return false
    }
    clearErrors(this.form)
    fill(
      this.result,
      ...compared,
      ...resultOf(reply, this.words.result),
      ...sendingOf(this, { request, first: this.comparing.first, reply }, this.words.sending, [
        this.comparing.offer(request, reply),
      ]),
    )
    keepInAddress(request, this.comparing.first)
    this.#setStale(this.#changed)
    this.result.scrollIntoView({ block: "nearest" })
    this.#showChart(request, this.result.querySelector("figure.chart"))
    return true
  }

  // After the answer, which nobody should wait longer for.
  async #showChart(request, figure) {
    const chart = JSON.parse(await call("chart", JSON.stringify(request)).catch(() => "null"))
    if (chart && figure.isConnected) showChart(figure, chart)
  }

  #showAsked() {
    showAsked(this.form, this.dataset.judgedBy?.split(" ") ?? [])
  }

  #askNothing() {
    this.#asked = null
    this.#waiting = null
  }

  #clear() {
    this.#askNothing()
    this.#changed = false
    this.comparing.end()
    clearErrors(this.form)
    fill(this.result)
  }

  // An answer to what is no longer entered is not to be passed on.
  #setStale(stale) {
    const shown = stale && !this.result.hidden
    this.result.classList.toggle("result--stale", shown)
    // Said once, not with every key; an answer that is filled in anew has neither.
    if (!shown || this.result.querySelector(".result__stale")) return
    for (const each of this.result.querySelectorAll(".result__send")) each.disabled = true
    this.result.prepend(element("p", { className: "result__stale", textContent: this.words.form.stale }))
  }

  #show(state) {
    const begunAgain = this.state?.name === "failed" && state.name === "loading"
    this.state = state
    showProgress(
      this.querySelector(".calculator__progress"),
      state,
      this.#asked !== null,
      this.words.progress,
    )
    showFailure(this.querySelector(".calculator__failure"), state, this.words.failure, start)
    if (!begunAgain) return
    // Whoever began it, and on whichever calculator: what a reader waits for is asked again.
    this.#waiting?.()
    this.orders.again?.()
  }

  // The text must be readable first: loading begins when the page is complete and the form comes
  // near, or is touched. Who saves data decides by touching.
  #startOnIntent() {
    const touched = () => start()
    this.form.addEventListener("focusin", touched, { once: true })
    this.form.addEventListener("pointerdown", touched, { once: true })
    if (navigator.connection?.saveData) return
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        near.disconnect()
        whenComplete(start)
      },
      { rootMargin: "200px" },
    )
    near.observe(this)
    this.#unobserve.push(() => near.disconnect())
  }
}

function whenComplete(callback) {
  if (document.readyState === "complete") callback()
  else addEventListener("load", callback, { once: true })
}

if (typeof WebAssembly === "object") customElements.define("shop-calculator", ShopCalculator)
