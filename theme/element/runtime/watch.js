// Patience with something that ought to move. It counts the time in which the page ran: a phone that
// slept for an hour has not waited for an hour, and the timers that were due meanwhile are one tick.

const TICK = 1_000 // milliseconds

export class Watch {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking
  #left = 0

  /**
   * @param {number} patience milliseconds in which nothing has moved
   * @param {() => void} end
   */
  constructor(patience, end) {
    this.patience = patience
    this.end = end
  }

  /** Something moves: have all the patience again. */
  begin() {
    this.#left = this.patience
    this.#ticking ??= setInterval(() => this.#tick(), TICK)
  }

  /** Nothing is waited for. */
  stop() {
    clearInterval(this.#ticking)
    this.#ticking = undefined
  }

  #tick() {
    this.#left -= TICK
    if (this.#left > 0) return
    this.stop()
    this.end()
  }
}
