// <notice-finder>: leaves the entries of the list that what is typed may mean. Without a script all are there.
import { find, findAll, format } from "../../element/dom.js"
import { showGroups } from "../groups.js"
import { matches } from "./matching.js"

// So few are opened, for one of them is meant.
const FEW = 2

class NoticeFinder extends HTMLElement {
  /** The entries that this opened, and may close again. */
  #opened = new Set()

  connectedCallback() {
    this.hidden = false
    this.addEventListener("input", this)
    // Some engines send the last `input` of a word put together before its end, others after it.
    this.addEventListener("compositionend", this)
    this.#filter()
  }

  /** @param {Event} event */
  handleEvent(event) {
    // Letters that are being put together to a character are no question yet.
    if (event instanceof InputEvent && event.isComposing) return
    this.#filter()
  }

  #filter() {
    const asked = find(this, "input", HTMLInputElement).value.trim()
    const entries = findAll(document, ".notice", HTMLDetailsElement)
    for (const entry of entries) entry.hidden = !matches(asked, known(entry))
    const shown = entries.filter((entry) => !entry.hidden)
    this.#open(asked !== "" && shown.length <= FEW ? shown : [])
    showGroups(findAll(document, ".notices", HTMLElement), ".notice")
    this.#tell(asked, shown.length, entries.length)
  }

  /** @param {HTMLDetailsElement[]} entries */
  #open(entries) {
    for (const entry of this.#opened) if (!entries.includes(entry)) entry.open = false
    this.#opened = new Set(entries.filter((entry) => !entry.open || this.#opened.has(entry)))
    for (const entry of entries) entry.open = true
  }

  /**
   * @param {string} asked
   * @param {number} count
   * @param {number} total
   */
  #tell(asked, count, total) {
    const { nothing = "", shown = "", all = "" } = this.dataset
    find(this, ".notice-finder__nothing", HTMLElement).hidden = count > 0
    const template = count === 0 ? nothing : asked ? shown : all
    const output = find(this, "output", HTMLOutputElement)
    output.textContent = format(template, { asked, count, total })
  }
}

/** @param {HTMLElement} entry */
function known(entry) {
  const [words = "", means = ""] = findAll(entry, "summary > *", HTMLElement).map(
    ({ textContent }) => textContent,
  )
  return { names: [...words.split(" · "), ...(entry.dataset.also ?? "").split("|")], means }
}

customElements.define("notice-finder", NoticeFinder)
