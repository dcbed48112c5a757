// <choice-picker>: one or more of a few choices, each put at the end of a list with a button. To its
// form it is a field like any other: its value is the text that a link or a program would write.
import { element, format } from "../dom.js"

// Where calculators.core.inputs.normalising splits a list, after it was made plain.
const SEPARATORS = /[\n\r;、,]/
// As much of a foreign choice as a sentence quotes.
const QUOTED = 40

// What calculators.core.inputs.normalising makes plain, character by character; a test holds the two together.
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFC\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu
const PLAIN = [
  [INVISIBLE, ""],
  [/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u2800\u3000]/g, " "],
  [/[\u0085\u2028\u2029]/g, "\n"],
  [/[\u2010-\u2015\u2212\uFE58\uFE63]/g, "-"],
  [/\u2236/g, ":"],
  [/\uFFE5/g, "¥"],
  [/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)],
]

class ChoicePicker extends HTMLElement {
  static formAssociated = true
  #internals = this.attachInternals()
  #chosen = chosenIn(this.getAttribute("value"))

  connectedCallback() {
    this.addEventListener("click", this)
    this.#draw()
  }

  formResetCallback() {
    this.value = this.getAttribute("value")
  }

  get value() {
    return this.#chosen.join(";")
  }

  set value(text) {
    this.#chosen = chosenIn(text)
    this.#draw()
    this.#say("")
  }

  /** What was chosen, as the reader sees it. */
  get words() {
    return [...this.querySelectorAll(".picker__name")].map((name) => name.textContent).join(" ")
  }

  /** Where a mistake is put right: at what is no choice, else where one is added. */
  focus() {
    const foreign = this.querySelector(".picker__item--foreign button")
    ;(foreign ?? this.querySelector(".picker__add")).focus()
  }

  handleEvent({ target }) {
    if (target.matches(".picker__add")) this.#add(target.value)
    if (target.matches(".picker__remove")) this.#remove(Number(target.value))
  }

  #add(choice) {
    this.#chosen.push(choice)
    this.#changed("added", this.#chosen.length, choice)
  }

  #remove(number) {
    const [choice] = this.#chosen.splice(number - 1, 1)
    this.#changed("removed", number, choice)
    // The button that had the focus is gone: on to the one that took its place, or the last.
    const next = this.querySelectorAll(".picker__remove")
    ;(next[number - 1] ?? next[number - 2] ?? this).focus()
  }

  #changed(what, number, choice) {
    this.#draw()
    this.#say(format(this.dataset[what], this.#words(number, choice)))
    this.dispatchEvent(new Event("input", { bubbles: true }))
  }

  #say(text) {
    this.querySelector(".picker__said").textContent = text
  }

  #draw() {
    const items = this.#chosen.map((choice, i) => this.#item(i + 1, choice))
    this.querySelector(".picker__chosen").replaceChildren(...items)
    this.querySelector(".picker__none").hidden = items.length > 0
    this.#internals.setFormValue(this.value)
  }

  #item(number, choice) {
    const words = this.#words(number, choice)
    const remove = element("button", { type: "button", className: "picker__remove", value: number })
    remove.setAttribute("aria-label", format(this.dataset.remove, words))
    const name = element("span", { className: "picker__name", textContent: words.name })
    const item = element("li", { className: "picker__item" }, `${number}. `, name, remove)
    item.classList.toggle("picker__item--foreign", !this.#known(choice))
    return item
  }

  #words(number, choice) {
    const name = this.#known(choice)?.textContent ?? quoted(choice)
    return { number, name, count: this.#chosen.length }
  }

  /** The button that adds `choice`; null for what a link only says is one. */
  #known(choice) {
    return this.querySelector(`.picker__add[value="${CSS.escape(choice)}"]`)
  }
}

/** `text` without invisible marks, in plain digits, signs and blanks. */
export function plain(text) {
  return PLAIN.reduce((made, [odd, usual]) => made.replace(odd, usual), text)
}

function quoted(text) {
  const characters = [...text]
  if (characters.length <= QUOTED) return text
  return `${characters.slice(0, QUOTED).join("").trimEnd()}…`
}

/** The choices that `text` lists, with those that are none; a missing text lists nothing. */
function chosenIn(text) {
  const pieces = plain(text ?? "").split(SEPARATORS)
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "")
}

customElements.define("choice-picker", ChoicePicker)
