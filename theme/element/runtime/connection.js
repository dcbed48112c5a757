// A worker as its page knows it: what it is doing, and what is asked of it and not yet answered.
// State goes "idle" → "loading" → "starting" → "ready", or to "failed" before it is ready. What is
// asked waits through failures for a worker that is ready; one that dies then takes only what it had
// begun with it, and the next begins if anything still waits.

import { LoadError } from "./files.js"
import { Watch } from "./watch.js"

/** @import { Asked, CallFailure, CallName, Calls, Failure, Progress, Told } from "./messages.js" */

/**
 * `left` and `total` are bytes, and `null` before any are known.
 * @typedef {{ name: "idle" }
 *   | { name: "loading", left: number | null, total: number | null }
 *   | { name: "starting" }
 *   | { name: "ready" }
 *   | { name: "failed", reason: Failure }} State
 */

/**
 * `begun` is whether the worker has taken it up, `again` whether that is for the second time.
 * @typedef {object} Waiting
 * @property {Asked & { type: "call" }} message
 * @property {(news: any) => void} hear
 * @property {(value: any) => void} resolve
 * @property {(error: CallError) => void} reject
 * @property {boolean} begun
 * @property {boolean} again
 */

/** Milliseconds in which nothing has moved: the network is gone, or the worker hangs. */
export const PATIENCE = 45_000

/**
 * What is asked again by itself, once, where a worker has died of it or beside it. A file of orders
 * may be what it died of, and takes long: its reader decides.
 * @type {Set<CallName>}
 */
const ASKED_AGAIN = new Set(["ask", "chart", "compare", "calendar"])

/** Why a call has no value. */
export class CallError extends Error {
  /**
   * @param {CallFailure} reason
   * @param {string} detail for the console
   */
  constructor(reason, detail) {
    super(`${reason}: ${detail}`)
    this.reason = reason
  }
}

export class Connection {
  /** @type {State} */
  state = { name: "idle" }

  /** @type {Map<string, Progress>} */
  #files = new Map()
  /** @type {Set<(state: State) => void>} */
  #listeners = new Set()
  /** @type {Map<number, Waiting>} */
  #waiting = new Map()
  /**
   * Which start is the present one, until it has failed.
   * @type {symbol | null}
   */
  #begun = null
  /** @type {Worker | null} */
  #worker = null
  #watch = new Watch(PATIENCE, () =>
    this.#fail(this.state.name === "ready" ? "slow" : "stalled", `${PATIENCE} ms`),
  )
  #lastId = 0
  #failures = 0 // of loading
  #open
  #isOutdated
  #lang

  /**
   * @param {(failures: number, hear: (progress: Progress) => void) => Promise<Worker>} open gives a new
   *   worker, which waits to be told to start, after so many have failed to load; rejects with a
   *   `LoadError`
   * @param {() => Promise<boolean>} isOutdated whether the site has become newer than this script
   * @param {string} lang the language of what will be asked, whose texts come with the start
   */
  constructor(open, isOutdated, lang) {
    this.#open = open
    this.#isOutdated = isOutdated
    this.#lang = lang
  }

  /** Begin loading, unless it has begun; where that has failed, begin again. */
  start() {
    if (this.#begun) return
    const begun = (this.#begun = Symbol("begun"))
    // What one that has failed still had to say may arrive when the next has begun.
    const isOver = () => this.#begun !== begun
    this.#files.clear()
    this.#become({ name: "loading", left: null, total: null })
    this.#moved()
    this.#open(this.#failures, (progress) => isOver() || this.#receive(progress)).then(
      (worker) => (isOver() ? worker.terminate() : this.#adopt(worker, isOver)),
      (error) => isOver() || this.#fail(reasonOf(error), error.message),
    )
  }

  /**
   * @param {Worker} worker
   * @param {() => boolean} isOver
   */
  #adopt(worker, isOver) {
    this.#worker = worker
    let ran = false
    worker.addEventListener("message", ({ data }) => {
      ran = true
      if (!isOver()) this.#receive(data)
    })
    worker.addEventListener("error", ({ message }) => {
      // The script has come as it was built: where it does not even run, the engine knows it not.
      if (!isOver()) this.#fail(ran ? "crashed" : "engine", message ?? "the script does not run")
    })
    // A damaged file may lie in a cache, and would be given from there for ever.
    const cache = this.#failures ? "reload" : "default"
    this.#tell({ type: "start", cache, lang: this.#lang })
  }

  /**
   * What the worker's function `name` gives for `argument`; `hear` gets what it tells meanwhile.
   * Waits for as long as no worker can be loaded; rejects with a `CallError`.
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
      const message = /** @type {Waiting["message"]} */ ({ type: "call", id, name, argument })
      const fresh = { begun: false, again: false }
      this.#waiting.set(id, { message, hear, resolve, reject, ...fresh })
      if (this.state.name === "ready") this.#tell(message)
      this.#moved()
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
      case "begun":
        this.#having(told.id, (waiting) => (waiting.begun = true))
        break
      case "news":
        this.#having(told.id, ({ hear }) => hear(told.news))
        break
      case "value":
        this.#having(told.id, ({ resolve }) => resolve(told.value))
        this.#waiting.delete(told.id)
        break
      case "error":
        console.warn(`calculator: ${told.reason}: ${told.detail}`)
        this.#having(told.id, ({ reject }) => reject(new CallError(told.reason, told.detail)))
        this.#waiting.delete(told.id)
        break
      case "failed":
        this.#fail(told.reason, told.detail)
        return
    }
    this.#moved()
  }

  /**
   * @param {number} id
   * @param {(waiting: Waiting) => void} act
   */
  #having(id, act) {
    const waiting = this.#waiting.get(id)
    if (waiting) act(waiting)
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

  #moved() {
    if (this.state.name === "ready" && this.#waiting.size === 0) this.#watch.stop()
    else this.#watch.begin()
  }

  /**
   * @param {Failure} reason
   * @param {string} detail
   */
  #fail(reason, detail) {
    this.#end()
    console.warn(`calculator: ${reason}: ${detail}`)
    if (this.state.name === "ready") {
      this.#bury(reason, detail)
      return
    }
    this.#failures += 1
    if (reason === "missing") this.#failMissing()
    else this.#become({ name: "failed", reason })
  }

  // A file that is gone has often gone with the site that this page was of.
  async #failMissing() {
    const reason = (await this.#isOutdated()) ? "outdated" : "missing"
    if (this.#begun === null) this.#become({ name: "failed", reason })
  }

  #end() {
    this.#watch.stop()
    this.#worker?.terminate()
    this.#worker = null
    this.#begun = null
  }

  /**
   * A worker has died that was ready. What it had not begun was not what it died of, unless it had
   * begun nothing.
   * @param {Failure} reason
   * @param {string} detail
   */
  #bury(reason, detail) {
    const [oldest, ...others] = this.#waiting.values()
    if (oldest && !others.some(({ begun }) => begun)) oldest.begun = true
    for (const [id, waiting] of this.#waiting) {
      if (!waiting.begun) continue
      waiting.begun = false
      if (waiting.again || !ASKED_AGAIN.has(waiting.message.name)) {
        this.#waiting.delete(id)
        waiting.reject(new CallError(reason, detail))
      }
      waiting.again = true
    }
    this.#become({ name: "idle" })
    if (this.#waiting.size) this.start()
  }
}

/**
 * What is wrong where no worker can be opened; an engine that opens none says so in its own way.
 * @param {unknown} error
 */
function reasonOf(error) {
  return error instanceof LoadError ? error.reason : "engine"
}
