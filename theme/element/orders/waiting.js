// A file that waits for what calculates: the first download, and why it fails, are told beside the
// file; in the form above nobody would see it.
import { find } from "../dom.js"
import { leaveRoom, showFailure, showProgress } from "../progress.js"
import { observe, start } from "../runtime/runtime.js"
import { WAITING } from "./intake.js"

/** @import { State } from "../runtime/connection.js" */
/** @import { Words } from "../words.d.ts" */
/** @import { Sight } from "./sight.js" */

// Milliseconds after which also what is ready, and works on the file, is told to be at work.
const SOON = 300

export class Waiting {
  #root
  #words
  #said
  #sight
  #progress
  /** @type {State | null} */
  #failed = null
  /** @type {(() => void) | null} */
  #stop = null
  #isSlow = false

  /**
   * @param {HTMLElement} root of the panel
   * @param {HTMLElement} said what is said of a file, below which the rest is shown
   * @param {Words} words
   * @param {Sight} sight
   */
  constructor(root, said, words, sight) {
    this.#root = root
    this.#words = words
    this.#said = said
    this.#sight = sight
    this.#progress = find(root, ".orders__progress", HTMLElement)
  }

  /** A file waits from now on. */
  begin() {
    this.end()
    this.#root.classList.add(WAITING)
    /** @type {State} */
    let now = { name: "idle" }
    const stop = observe((state) => this.#hear((now = state)))
    const slow = setTimeout(() => {
      this.#isSlow = true
      this.#hear(now)
    }, SOON)
    this.#stop = () => {
      stop()
      clearTimeout(slow)
    }
  }

  /** What it waited for is there, or the file is not wanted any more. */
  end() {
    this.#stop?.()
    this.#stop = null
    this.#isSlow = false
    this.#root.classList.remove(WAITING)
    this.#hear({ name: "idle" })
  }

  /** @param {State} state */
  #hear(state) {
    const { progress, failure } = this.#words
    const before = this.#progress.offsetHeight
    showProgress(this.#progress, state, this.#isSlow, progress, null)
    const failed = state.name === "failed" ? state : null
    if (state.name === "idle" || failed) leaveRoom(this.#progress)
    if (this.#progress.offsetHeight > before) this.#sight.show(this.#progress)
    if (failed !== this.#failed) {
      this.#failed = failed
      showFailure(this.#said, failed && { again: start, ...failed }, failure)
      if (failed) this.#sight.show(this.#said)
    }
  }
}
