// <check-list>: a guide's list whose boxes can be ticked, stay so on this device, and are printed with the page's
// others as one sheet. Without a script it is a list with empty boxes.
import { find, findAll, format } from "../../element/dom.js"
import { keep, kept } from "./kept.js"
import { printSheet } from "./sheet.js"

class CheckList extends HTMLElement {
  connectedCallback() {
    const ticked = kept(this.#name, this.#boxes.length)
    for (const [index, box] of this.#boxes.entries()) {
      box.disabled = false
      box.removeAttribute("aria-hidden")
      box.setAttribute("aria-label", textOf(box))
      box.checked = ticked.includes(index)
    }
    find(this, ".check-list__tools", HTMLElement).hidden = false
    this.addEventListener("change", this)
    this.addEventListener("click", this)
    this.#tell(true)
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    if (!(target instanceof Element)) return
    if (type === "change") this.#keep()
    else if (target instanceof HTMLButtonElement) this.#act(target.dataset.act)
    // The words beside a box tick it, too; its own label does so by itself.
    else if (!target.closest("a, label")) target.closest("li")?.querySelector("input")?.click()
  }

  get #name() {
    return this.dataset.name ?? ""
  }

  get #boxes() {
    return findAll(this, "input[type=checkbox]", HTMLInputElement)
  }

  /** @param {string} [act] */
  #act(act) {
    if (act === "print") {
      printSheet()
      return
    }
    for (const box of this.#boxes) box.checked = false
    this.#keep()
  }

  #keep() {
    const ticked = [...this.#boxes.entries()].filter(([, box]) => box.checked)
    const indexes = ticked.map(([index]) => index)
    this.#tell(keep(this.#name, this.#boxes.length, indexes))
  }

  /** @param {boolean} isKept */
  #tell(isKept) {
    const output = find(this, "output", HTMLOutputElement)
    const { untouched = "", ticked = "", unkept = "" } = output.dataset
    const done = this.#boxes.filter((box) => box.checked).length
    const template = done === 0 ? untouched : isKept ? ticked : unkept
    output.textContent = format(template, { done, count: this.#boxes.length })
    find(this, "[data-act=clear]", HTMLButtonElement).hidden = done === 0
  }
}

/** @param {HTMLInputElement} box */
function textOf(box) {
  return box.closest("li")?.textContent.trim() ?? ""
}

customElements.define("check-list", CheckList)
