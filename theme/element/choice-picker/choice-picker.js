// <choice-picker>: one or more of a few choices, each put at the end of a list with a button. To its
// form it is a field like any other: its value is the text that a link or a program would write.
import { element, find, findAll, format } from "../dom.js"
import { chosenIn } from "./plain.js"

// As much of a foreign choice as a sentence quotes.
const QUOTED = 40

export class ChoicePicker extends HTMLElement {
  static formAssociated = true
  #internals = this.attachInternals()
  #chosen = chosenIn(this.getAttribute("value"))

  connectedCallback() {
    this.addEventListener("click", this)
    this.#draw()
  }

  formResetCallback() {
    this.value = this.getAttribute("value") ?? ""
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

  /**
   * Where a mistake is put right: at what is no choice, else where one is added.
   * @override
   */
  focus() {
    const [foreign] = findAll(this, ".picker__item--foreign button", HTMLButtonElement)
    ;(foreign ?? find(this, ".picker__add", HTMLButtonElement)).focus()
  }

  /** @param {Event} event */
  handleEvent({ target }) {
    if (!(target instanceof HTMLButtonElement)) return
    if (target.matches(".picker__add")) this.#add(target.value)
    if (target.matches(".picker__remove")) this.#remove(Number(target.value))
  }

  /** @param {string} choice */
  #add(choice) {
    this.#chosen.push(choice)
    this.#changed("added", this.#chosen.length, choice)
  }

  /** @param {number} number */
  #remove(number) {
    const [choice] = this.#chosen.splice(number - 1, 1)
    this.#changed("removed", number, choice)
    // The button that had the focus is gone: on to the one that took its place, or the last.
    const next = findAll(this, ".picker__remove", HTMLButtonElement)
    ;(next[number - 1] ?? next[number - 2] ?? this).focus()
  }

  /**
   * @param {"added" | "removed"} what
   * @param {number} number
   * @param {string} choice
   */
  #changed(what, number, choice) {
    this.#draw()
    this.#say(format(this.dataset[what] ?? "", this.#words(number, choice)))
    this.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /** @param {string} text */
  #say(text) {
    find(this, ".picker__said", HTMLElement).textContent = text
  }

  #draw() {
    const items = this.#chosen.map((choice, i) => this.#item(i + 1, choice))
    find(this, ".picker__chosen", HTMLElement).replaceChildren(...items)
    find(this, ".picker__none", HTMLElement).hidden = items.length > 0
    this.#internals.setFormValue(this.value)
  }

  /**
   * @param {number} number
   * @param {string} choice
   */
  #item(number, choice) {
    const words = this.#words(number, choice)
    const remove = element("button", {
      type: "button",
      className: "picker__remove",
      value: String(number),
    })
    remove.setAttribute("aria-label", format(this.dataset.remove ?? "", words))
    const name = element("span", { className: "picker__name", textContent: words.name })
    const item = element("li", { className: "picker__item" }, `${number}. `, name, remove)
    item.classList.toggle("picker__item--foreign", !this.#known(choice))
    return item
  }

  /**
   * @param {number} number
   * @param {string} choice
   */
  #words(number, choice) {
    const name = this.#known(choice)?.textContent ?? quoted(choice)
    return { number, name, count: this.#chosen.length }
  }

  /**
   * The button that adds `choice`; null for what a link only says is one.
   * @param {string} choice
   */
  #known(choice) {
    return this.querySelector(`.picker__add[value="${CSS.escape(choice)}"]`)
  }
}

/** @param {string} text */
function quoted(text) {
  const characters = [...text]
  if (characters.length <= QUOTED) return text
  return `${characters.slice(0, QUOTED).join("").trimEnd()}…`
}

customElements.define("choice-picker", ChoicePicker)
