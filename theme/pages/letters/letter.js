// <copy-letter>: a letter whose gaps are filled by the page's answer and by what the reader types, counted and copied.
// Without a script it is a text with its gaps marked.
import { copy } from "../../element/copying.js"
import { find, findAll, format } from "../../element/dom.js"
import { characters, filling, fitting } from "./text.js"
import { keepTyped, typed } from "./typed.js"

/** @import { OkAnswer } from "../../element/answers.d.ts" */

/**
 * @typedef Words
 * @property {string} count
 * @property {string} over
 * @property {string} open
 * @property {string} former
 * @property {string} copied
 * @property {string} by_hand
 * @property {Record<string, Record<string, Record<string, string>>>} said by gap and language the words for ids
 */

const FILLED = "letter__gap--filled"

class CopyLetter extends HTMLElement {
  /** @type {Words} */
  #words = JSON.parse(find(this, ".letter__words", HTMLTemplateElement).content.textContent ?? "{}")

  /** @type {OkAnswer | null} */
  #answer = null

  connectedCallback() {
    for (const gap of this.#gaps) gap.dataset.label ??= gap.textContent
    for (const part of findAll(this, ".letter__blanks, .letter__tools", HTMLElement)) {
      part.hidden = false
    }
    for (const heard of ["answered", "input", "reset"]) document.addEventListener(heard, this)
    find(this, ".letter__copy", HTMLButtonElement).addEventListener("click", this)
    this.#take()
  }

  disconnectedCallback() {
    for (const heard of ["answered", "input", "reset"]) document.removeEventListener(heard, this)
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event
    if (type === "click") this.#copy()
    if (event instanceof CustomEvent && this.#isMine(event.detail?.calculator)) {
      this.#answer = event.detail
      this.#outOfDate(false)
      this.#write()
    }
    if (!(target instanceof Element)) return
    if (target.matches(".letter__blank input") && target instanceof HTMLInputElement) {
      keepTyped(target.name, target.value)
      this.#take(target)
    }
    const calculator = target.closest("shop-calculator")
    if (!(calculator instanceof HTMLElement) || !this.#isMine(calculator.dataset.calculator)) return
    if (type === "reset") {
      this.#answer = null
      this.#outOfDate(false)
      this.#write()
    }
    if (type === "input" && this.#answer) this.#outOfDate(true)
  }

  get #gaps() {
    return findAll(this, "[data-gap]", HTMLElement)
  }

  get #inputs() {
    return findAll(this, ".letter__blank input", HTMLInputElement)
  }

  get #variants() {
    return findAll(this, ".letter__variant", HTMLElement)
  }

  /** @param {string} [calculator] */
  #isMine(calculator) {
    return calculator !== undefined && calculator === this.dataset.calculator
  }

  /**
   * Put what was typed, here or in another letter, into the fields, but not under the `writing` hand.
   * @param {HTMLInputElement} [writing]
   */
  #take(writing) {
    const known = typed()
    for (const input of this.#inputs) {
      if (input !== writing && input.name in known) input.value = known[input.name] ?? ""
    }
    this.#write()
  }

  #write() {
    find(this, ".letter__said", HTMLElement).replaceChildren()
    const conditions = this.#variants.map(({ dataset }) => JSON.parse(dataset.when ?? "{}"))
    const fit = fitting(conditions, this.#answer)
    for (const [index, variant] of this.#variants.entries()) variant.hidden = index !== fit
    for (const gap of this.#gaps) this.#fill(gap)
    for (const input of this.#inputs) {
      const wanted = this.#shown.querySelector(`[data-gap="${input.name}"]`)
      input.closest("label")?.toggleAttribute("hidden", !wanted)
    }
    this.#count()
    this.#tellFormer()
  }

  /** @param {HTMLElement} gap */
  #fill(gap) {
    const { gap: name = "", label = "" } = gap.dataset
    const language = gap.closest("[lang]")?.getAttribute("lang")?.slice(0, 2) ?? ""
    const field = this.#inputs.find((input) => input.name === name)
    const said = this.#words.said[name]?.[language] ?? {}
    const text = field ? field.value.trim() : filling(this.#answer, name, said)
    gap.textContent = text || label
    gap.classList.toggle(FILLED, text !== "")
  }

  get #shown() {
    return find(this, ".letter__variant:not([hidden])", HTMLElement)
  }

  get #text() {
    return find(this.#shown, ".letter__text", HTMLElement).textContent ?? ""
  }

  #count() {
    const limit = Number(this.dataset.limit)
    const count = characters(this.#text)
    const open = findAll(this.#shown, ".letter__text [data-gap]", HTMLElement)
    const left = open.filter(({ classList }) => !classList.contains(FILLED)).length
    const counted = find(this, ".letter__count", HTMLElement)
    const template = count > limit ? this.#words.over : this.#words.count
    counted.textContent =
      format(template, { count, limit, over: count - limit }) +
      (left ? format(this.#words.open, { count: left }) : "")
    counted.classList.toggle("letter__count--over", count > limit)
  }

  /** Its text names a version that did not hold yet on the day of the answer. */
  #tellFormer() {
    const { since = "" } = this.#shown.dataset
    const on = this.#answer?.on ?? since
    const former = find(this, ".letter__former", HTMLElement)
    former.hidden = on >= since
    former.textContent = former.hidden ? "" : format(this.#words.former, { since, on })
  }

  /**
   * Like the answer itself, what follows an answer to something else is not to be passed on.
   * @param {boolean} isOut
   */
  #outOfDate(isOut) {
    find(this, ".letter__copy", HTMLButtonElement).disabled = isOut
    this.classList.toggle("letter--stale", isOut)
  }

  #copy() {
    copy(this.#text, find(this, ".letter__said", HTMLElement), this.#words)
  }
}

customElements.define("copy-letter", CopyLetter)
