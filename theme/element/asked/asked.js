// The fields that a form asks for: those of its day's formula, and of those that depend on another
// the ones whose turn has come. The rest keep what was typed into them, and do not send it.
import { dayOf, isIn } from "../day.js"
import { findAll } from "../dom.js"
import { control } from "../form.js"
import { isShown } from "./dependence.js"

/** @import { Condition } from "./dependence.js" */

export class AskedFields {
  #form
  #judgedBy
  #groups
  /** @type {Map<string, Condition>} */
  #conditions = new Map()
  /**
   * Fields that something was told about before their turn.
   * @type {Set<string>}
   */
  #kept = new Set()

  /**
   * @param {HTMLFormElement} form
   * @param {string[]} judgedBy the fields whose day counts where none was chosen
   */
  constructor(form, judgedBy) {
    this.#form = form
    this.#judgedBy = judgedBy
    this.#groups = findAll(form, "[data-asked], [data-shown-when]", HTMLElement)
    for (const { dataset } of this.#groups) {
      const { field, shownWhen } = dataset
      if (field && shownWhen) this.#conditions.set(field, JSON.parse(shownWhen))
    }
  }

  /** Show what is asked for now. */
  show() {
    const day = dayOf(this.#form, this.#judgedBy)
    for (const group of this.#groups) {
      const { field = "", asked } = group.dataset
      setShown(group, (!asked || isIn(JSON.parse(asked), day)) && this.#hasItsTurn(field))
    }
    for (const fold of findAll(this.#form, ".field--rare", HTMLElement)) {
      fold.hidden = fold.querySelector("[data-field]:not([hidden])") === null
    }
  }

  /**
   * Show fields whatever they depend on says: a link fills them in, or a mistake is about them.
   * @param {Iterable<string>} names
   */
  keep(names) {
    for (const name of names) this.#kept.add(name)
    this.show()
  }

  /**
   * The reader has changed a field: what depends on it goes by it again.
   * @param {string} name
   */
  changed(name) {
    for (const [field, [other]] of this.#conditions) {
      if (other === name) this.#kept.delete(field)
    }
    this.show()
  }

  /** Forget what was kept: the form begins anew. */
  forget() {
    this.#kept.clear()
  }

  /** Whether everything is filled in that must be. */
  isComplete() {
    const required = findAll(this.#form, "[data-required]:not([hidden])", HTMLElement)
    return required.every(({ dataset }) => this.#textOf(dataset.field ?? "").trim() !== "")
  }

  /** @param {string} name */
  #hasItsTurn(name) {
    return isShown(name, this.#conditions, (other) => this.#textOf(other), this.#kept)
  }

  /** @param {string} name */
  #textOf(name) {
    return control(this.#form, name)?.value ?? ""
  }
}

/**
 * @param {HTMLElement} group
 * @param {boolean} shown
 */
function setShown(group, shown) {
  group.hidden = !shown
  for (const input of group.querySelectorAll("input, textarea")) {
    input.toggleAttribute("disabled", !shown)
  }
  if (group instanceof HTMLFieldSetElement) group.disabled = !shown
}
