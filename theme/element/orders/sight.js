// What is new comes into sight, unless the reader has gone on to something else meanwhile.

import { find } from "../dom.js"

// Pixels that a panel moves by itself where bars of a browser come and go.
const STILL = 48
// By which readers go on.
const MOVES = ["scroll", "focusin"]

export class Sight {
  #root
  #top = 0
  /** @type {Element | null} */
  #focused = null

  /** @param {HTMLElement} root what is moved by nobody but the reader */
  constructor(root) {
    this.#root = root
  }

  /**
   * The reader has just done something here, and waits for what comes of it. Until they go on, the
   * browser keeps nothing in place by itself: it would scroll with what is below as the panel grows,
   * as if they had.
   */
  begin() {
    this.#top = this.#root.getBoundingClientRect().top
    this.#focused = document.activeElement
    keepNothing(true)
    for (const kind of MOVES) addEventListener(kind, this.#moved, { passive: true })
  }

  /** The reader has gone on. */
  end() {
    keepNothing(false)
    for (const kind of MOVES) removeEventListener(kind, this.#moved)
  }

  #moved = () => {
    if (!this.isAwaited) this.end()
  }

  /**
   * Make a change that may move the panel, because the page becomes shorter: a browser scrolls to
   * its new end then, as if the reader had. Where that leaves it out of sight, it is brought back at
   * once.
   * @param {() => void} change
   */
  through(change) {
    const { isAwaited } = this
    change()
    if (!isAwaited) return
    this.begin()
    this.show(find(this.#root, ".orders__progress", HTMLElement))
  }

  /** Whether the reader has neither scrolled since then, nor gone to another field. */
  get isAwaited() {
    const { activeElement: focused, body } = document
    const elsewhere = focused !== this.#focused && focused !== body && !this.#root.contains(focused)
    const moved = Math.abs(this.#root.getBoundingClientRect().top - this.#top)
    return !elsewhere && moved < STILL
  }

  /**
   * Scroll until `first` is on show down to the end of `last`, or as much of it as there is room
   * for: below the header and above the bar at the foot, as the styles tell.
   * @param {HTMLElement} first
   * @param {HTMLElement} [last] inside of it
   */
  show(first, last = first) {
    if (!first.isConnected || !this.isAwaited) return
    const above = parseFloat(getComputedStyle(first).scrollMarginTop) || 0
    const below = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0
    const { top } = first.getBoundingClientRect()
    const { top: begin, bottom } = last.getBoundingClientRect()
    const end = innerHeight - below
    if (top < above || bottom > end) {
      const fits = bottom - top <= end - above
      const toTop = (fits ? top : begin) - above
      const toEnd = bottom - end
      // Up to its beginning, or no further than to the end; what is too long begins at the top.
      scrollBy({ top: fits && top < above ? toTop : Math.min(toTop, toEnd), behavior: "instant" })
    }
    this.begin()
  }
}

/** @param {boolean} isWanted whether the browser lets what is on show move with what is above it */
function keepNothing(isWanted) {
  document.documentElement.style.overflowAnchor = isWanted ? "none" : ""
}
