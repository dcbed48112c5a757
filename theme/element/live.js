// When an answer follows the typing: once that has stopped, and aloud once it rests.

/** Milliseconds without a key, after which what stands in the form is asked. */
export const STOPPED = 300

/** Milliseconds without a key, after which the answer is spoken: in between it would interrupt. */
export const RESTED = 1_500

export class Typing {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #stopped
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rested
  #onStop
  #onRest

  /**
   * @param {() => unknown} onStop
   * @param {() => unknown} onRest
   */
  constructor(onStop, onRest) {
    this.#onStop = onStop
    this.#onRest = onRest
  }

  /** A key, or a choice. */
  goesOn() {
    this.end()
    this.#stopped = setTimeout(this.#onStop, STOPPED)
    this.#rested = setTimeout(this.#onRest, RESTED)
  }

  /** Nothing is to follow from what was typed. */
  end() {
    clearTimeout(this.#stopped)
    clearTimeout(this.#rested)
  }
}
