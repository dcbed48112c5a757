// Many orders at once: takes a file, or what was pasted, as soon as its page is there. What reads it
// is a script of its own (see panel.js), which comes when the part for files is opened; what is given
// before it has come waits for it.
import { find, format } from "../dom.js"
import { leaveRoom, showFailure, showProgress } from "../progress.js"
import { LoadError } from "../runtime/files.js"
import { pastedText, takeLong } from "./pasting.js"
import { panelScript } from "./script.js"
import { Sight } from "./sight.js"

/** @import { State } from "../runtime/connection.js" */
/** @import { CallFailure } from "../runtime/messages.js" */
/** @import { ShopCalculator } from "../shop-calculator.js" */
/** @import { OrdersPanel } from "./panel.js" */

/** What a part for files is called while a file in it waits for what reads it, or calculates. */
export const WAITING = "orders--waiting"
// Milliseconds in which the script may come without a word.
const SOON = 100

/** Whether a file of the page on show waits, so that no form need tell of the load. */
export function fileWaits() {
  return document.querySelector(`.${WAITING}`) !== null
}

export class OrdersIntake {
  #calculator
  #isComing = false

  /** @type {OrdersPanel | null} */
  #panel = null

  /**
   * What to do once that has come: what the reader gave last counts.
   * @type {((panel: OrdersPanel) => void) | null}
   */
  #given = null

  /** @param {ShopCalculator} calculator */
  constructor(calculator) {
    this.#calculator = calculator
    this.root = find(calculator, ".orders", HTMLDetailsElement)
    this.sight = new Sight(this.root)
    this.root.addEventListener("toggle", () => this.#opened())
    this.#takeFiles()
    this.#takePasted()
  }

  /** The reader has left the page. */
  leave() {
    this.#given = null
    this.sight.end()
    this.#panel?.leave()
  }

  #takeFiles() {
    const input = find(this.root, ".orders__file", HTMLInputElement)
    input.addEventListener("change", () => {
      this.#takeSome(input.files)
      input.value = "" // so that the same file, mended, can be chosen again
    })
    // The whole calculator takes a dropped file: beside it, the browser would leave the page for it.
    this.#calculator.addEventListener("dragover", (event) => event.preventDefault())
    this.#calculator.addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return
      event.preventDefault()
      this.#takeSome(event.dataTransfer.files)
    })
  }

  /** @param {FileList | null} list */
  #takeSome(list) {
    const files = [...(list ?? [])]
    if (files.length) this.#give((panel) => panel.takeSome(files))
  }

  #takePasted() {
    const { orders: words } = this.#calculator.words
    const field = find(this.root, ".orders__pasted", HTMLTextAreaElement)
    takeLong(field, (count) => format(words.taken, { count }))
    find(this.root, ".orders__use", HTMLElement).addEventListener("click", () => {
      const text = pastedText(field)
      this.#give((panel) => panel.takePasted(text))
    })
  }

  /** @param {(panel: OrdersPanel) => void} act */
  #give(act) {
    this.#given = act
    this.root.open = true
    this.sight.begin()
    if (this.#isComing) {
      this.root.classList.add(WAITING)
      this.sight.show(this.#progress)
    }
    this.#bring()
  }

  #opened() {
    if (!this.root.open || this.#panel || this.#isComing) return
    this.sight.begin()
    this.#bring()
  }

  // Lets the script have what was given, as soon as it is there.
  async #bring() {
    if (!this.#panel && !this.#isComing) await this.#load()
    const act = this.#given
    if (!this.#panel || !act) return
    this.#given = null
    act(this.#panel)
  }

  async #load() {
    this.#isComing = true
    this.root.classList.toggle(WAITING, this.#given !== null)
    this.#fail(null)
    const slow = setTimeout(() => {
      this.#tell({ name: "loading", left: null, total: null })
    }, SOON)
    const failed = await this.#fetch()
    clearTimeout(slow)
    this.#isComing = false
    this.root.classList.remove(WAITING)
    this.#tell({ name: "idle" })
    this.#fail(failed)
  }

  /** The panel; or why it has not come. */
  async #fetch() {
    try {
      const { OrdersPanel } = await panelScript()
      this.#panel = new OrdersPanel(this.#calculator)
      return null
    } catch (error) {
      console.warn(`calculator: ${error}`)
      return error instanceof LoadError ? error.reason : "error"
    }
  }

  get #progress() {
    return find(this.root, ".orders__progress", HTMLElement)
  }

  /** @param {State} state */
  #tell(state) {
    const shown = this.#progress
    showProgress(shown, state, true, this.#calculator.words.progress, null)
    if (state.name === "idle") leaveRoom(shown)
    else if (this.#given) this.sight.show(shown)
  }

  /** @param {CallFailure | null} reason */
  #fail(reason) {
    const shown = find(this.root, ".orders__said", HTMLElement)
    const again = () => {
      this.sight.begin()
      this.#bring()
    }
    const { failure } = this.#calculator.words
    showFailure(shown, reason && { name: "failed", reason, again }, failure)
    if (reason) this.sight.show(shown)
    if (reason === "network") addEventListener("online", () => this.#bring(), { once: true })
  }
}
