// <list-filter>: of a long list, leaves the entries that have the words typed and the chip chosen, and opens the
// groups in which they stand. Without a script all are there, and the groups are opened by their headings.
import { plain } from "../element/choice-picker/plain.js"
import { find, findAll, format } from "../element/dom.js"

class ListFilter extends HTMLElement {
  /** The groups that this opened, and closes again. */
  #opened = new Set()

  /** @type {WeakMap<HTMLElement, string>} */
  #texts = new WeakMap()

  connectedCallback() {
    this.hidden = false
    this.addEventListener("input", this)
    this.addEventListener("compositionend", this)
    this.addEventListener("click", this)
    this.#tell(this.#entries())
  }

  /** @param {Event} event */
  handleEvent(event) {
    // Letters that are being put together to a character are no question yet.
    if (event instanceof InputEvent && event.isComposing) return
    if (event.type === "click") {
      const chip = event.target instanceof Element && event.target.closest("button")
      if (!chip) return
      for (const each of findAll(this, "button", HTMLButtonElement)) {
        each.setAttribute("aria-pressed", String(each === chip))
      }
    }
    this.#filter()
  }

  #entries() {
    return findAll(document, this.dataset.entries ?? "", HTMLElement)
  }

  #filter() {
    const asked = words(find(this, "input", HTMLInputElement).value)
    const tag = this.querySelector("[aria-pressed=true]")?.getAttribute("value") ?? ""
    const entries = this.#entries()
    for (const each of entries) {
      const tagged = tag === "" || (each.dataset.tags ?? "").split(" ").includes(tag)
      each.hidden = !(tagged && asked.every((word) => this.#text(each).includes(word)))
    }
    const shown = entries.filter((each) => !each.hidden)
    const asking = asked.length > 0 || tag !== ""
    for (const group of findAll(document, "details.folded", HTMLDetailsElement)) {
      if (group.querySelector(this.dataset.entries ?? "")) this.#show(group, asking)
    }
    this.#tell(shown)
  }

  /**
   * @param {HTMLDetailsElement} group
   * @param {boolean} asking
   */
  #show(group, asking) {
    group.hidden = !group.querySelector(`${this.dataset.entries}:not([hidden])`)
    if (asking && !group.open) this.#opened.add(group)
    if (asking) group.open = true
    else if (this.#opened.delete(group)) group.open = false
  }

  /** @param {HTMLElement} entry */
  #text(entry) {
    const known = this.#texts.get(entry) ?? words(entry.textContent).join(" ")
    this.#texts.set(entry, known)
    return known
  }

  /** @param {HTMLElement[]} shown */
  #tell(shown) {
    const output = find(this, "output", HTMLOutputElement)
    output.textContent = format(output.dataset.template ?? "", { count: shown.length })
  }
}

/** @param {string} text */
function words(text) {
  return plain(text).toLowerCase().split(/\s+/u).filter(Boolean)
}

customElements.define("list-filter", ListFilter)
