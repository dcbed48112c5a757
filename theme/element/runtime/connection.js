// A worker as its page knows it: what it is doing, and what is asked of it and not yet answered.
// State goes "idle" → "loading" → "starting" → "ready", or to "failed" from anywhere.

/** @import { CallName, Calls, Asked, Failure, Progress, Told } from "./messages.js" */

/**
 * `left` and `total` are bytes, and `null` before any are known.
 * @typedef {{ name: "idle" }
 *   | { name: "loading", left: number | null, total: number | null }
 *   | { name: "starting" }
 *   | { name: "ready" }
 *   | { name: "failed", reason: Failure }} State
 */

/**
 * @typedef {object} Waiting
 * @property {Asked} message
 * @property {(news: any) => void} hear
 * @property {(value: any) => void} resolve
 * @property {(error: Error) => void} reject
 */

/** Milliseconds in which nothing has moved: the network is gone, or the worker hangs. */
export const PATIENCE = 45_000

export class Connection {
  /** @type {State} */
  state = { name: "idle" }

  /** @type {Map<string, Progress>} */
  #files = new Map()
  /** @type {Set<(state: State) => void>} */
  #listeners = new Set()
  /** @type {Map<number, Waiting>} */
  #waiting = new Map()
  /** @type {Worker | null} */
  #worker = null
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog
  #lastId = 0
  #open

  /** @param {() => Worker} open gives a new worker, which waits to be told to start */
  constructor(open) {
    this.#open = open
  }

  /** Begin loading, unless it has begun; after a failure, begin again. */
  start() {
    if (this.#worker) return
    this.#files.clear()
    const begun = this.#open()
    this.#worker = begun
    // What one that has failed still had to say may arrive when the next has begun.
    begun.addEventListener("message", ({ data }) => {
      if (this.#worker === begun) this.#receive(data)
    })
    begun.addEventListener("error", ({ message }) => {
      if (this.#worker === begun) this.#fail("crashed", message ?? "worker")
    })
    this.#tell({ type: "start" })
    this.#become({ name: "loading", left: null, total: null })
    this.#watch()
  }

  /**
   * What the worker's function `name` gives for `argument`; `hear` gets what it tells meanwhile.
   * Rejects when the worker fails.
   * @template {CallName} Name
   * @param {Name} name
   * @param {Calls[Name]["argument"]} argument
   * @param {(news: Calls[Name]["news"]) => void} [hear]
   * @returns {Promise<Calls[Name]["value"]>}
   */
  call(name, argument, hear = () => {}) {
    this.start()
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      const message = /** @type {Asked} */ ({ type: "call", id, name, argument })
      this.#waiting.set(id, { message, hear, resolve, reject })
      if (this.state.name === "ready") this.#tell(message)
      this.#watch()
    })
  }

  /**
   * Call `listener` now and at each change of state; returns how to stop.
   * @param {(state: State) => void} listener
   */
  observe(listener) {
    this.#listeners.add(listener)
    listener(this.state)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** @param {State} state */
  #become(state) {
    this.state = state
    for (const listener of this.#listeners) listener(state)
  }

  /** @param {Asked} message */
  #tell(message) {
    this.#worker?.postMessage(message)
  }

  /** @param {Told} told */
  #receive(told) {
    switch (told.type) {
      case "progress":
        this.#files.set(told.file, told)
        // What comes later, when a workbook is opened, is waited for as its answer.
        if (this.state.name === "loading") this.#become({ name: "loading", ...this.#bytes() })
        break
      case "starting":
        this.#become({ name: "starting" })
        break
      case "ready":
        this.#become({ name: "ready" })
        for (const { message } of this.#waiting.values()) this.#tell(message)
        break
      case "news":
        this.#waiting.get(told.id)?.hear(told.news)
        break
      case "value":
        this.#waiting.get(told.id)?.resolve(told.value)
        this.#waiting.delete(told.id)
        break
      case "failed":
        this.#fail(told.reason, told.detail)
        return
    }
    this.#watch()
  }

  #bytes() {
    let left = 0
    let total = 0
    for (const file of this.#files.values()) {
      left += file.total - file.loaded
      total += file.total
    }
    return { left, total }
  }

  #watch() {
    clearTimeout(this.#watchdog)
    if (this.state.name === "ready" && this.#waiting.size === 0) return
    this.#watchdog = setTimeout(() => this.#fail("stalled", `${PATIENCE} ms`), PATIENCE)
  }

  /**
   * @param {Failure} reason
   * @param {string} detail
   */
  #fail(reason, detail) {
    clearTimeout(this.#watchdog)
    this.#worker?.terminate()
    this.#worker = null
    if (this.state.name === "failed") return
    console.warn(`calculator: ${reason}: ${detail}`)
    this.#become({ name: "failed", reason })
    for (const { reject } of this.#waiting.values()) reject(new Error(reason))
    this.#waiting.clear()
  }
}
