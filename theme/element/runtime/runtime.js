// One worker for all pages: started on intent, kept while the reader goes from page to page.
// State goes "idle" → "loading" → "starting" → "ready", or to "failed" from anywhere.
// Nothing has moved for so long: the network is gone, or the worker hangs.
const PATIENCE = 45_000

const files = new Map()
const listeners = new Set()
const waiting = new Map()
let worker = null
let watchdog = 0
let lastId = 0
let state = { name: "idle", left: null }

function become(changes) {
  state = { ...state, ...changes }
  for (const listener of listeners) listener(state)
}

function sum(key) {
  return [...files.values()].reduce((total, file) => total + file[key], 0)
}

function watch() {
  clearTimeout(watchdog)
  if (state.name === "ready" && waiting.size === 0) return
  watchdog = setTimeout(() => fail("stalled", `${PATIENCE} ms`), PATIENCE)
}

function fail(reason, detail) {
  clearTimeout(watchdog)
  worker?.terminate()
  worker = null
  if (state.name === "failed") return
  console.warn(`calculator: ${reason}: ${detail}`)
  become({ name: "failed", reason })
  for (const { reject } of waiting.values()) reject(new Error(reason))
  waiting.clear()
}

function receive({ data }) {
  if (data.type === "progress") {
    files.set(data.file, data)
    become({ left: sum("total") - sum("loaded"), total: sum("total") })
  }
  if (data.type === "starting") become({ name: "starting" })
  if (data.type === "ready") {
    become({ name: "ready" })
    for (const { message } of waiting.values()) worker.postMessage(message)
  }
  if (data.type === "news") waiting.get(data.id)?.hear(data.news)
  if (data.type === "value") {
    waiting.get(data.id)?.resolve(data.value)
    waiting.delete(data.id)
  }
  if (data.type === "failed") fail(data.reason, data.detail)
  else watch()
}

/** Begin loading, unless it has begun; after a failure, begin again. */
export function start() {
  if (worker) return
  files.clear()
  const begun = new Worker(new URL(WORKER, import.meta.url), { type: "module" })
  worker = begun
  // What one that has failed still had to say may arrive when the next has begun.
  const heard = (tell) => (event) => worker === begun && tell(event)
  begun.addEventListener("message", heard(receive))
  begun.addEventListener("error", heard((event) => fail("crashed", event.message ?? "worker")))
  begun.postMessage({ type: "start" })
  become({ name: "loading", left: null, reason: undefined })
  watch()
}

/** The reply to `request` (see `calculators.page.reply`); rejects when the runtime fails. */
export async function ask(request) {
  return JSON.parse(await call("ask", JSON.stringify(request)))
}

/**
 * What the worker's function `name` gives for `argument` (see the calls in worker.js); `hear` gets
 * what it tells meanwhile. Rejects when the runtime fails.
 */
export function call(name, argument, hear = () => {}) {
  start()
  return new Promise((resolve, reject) => {
    const id = ++lastId
    const message = { type: "call", id, name, argument }
    waiting.set(id, { message, hear, resolve, reject })
    if (state.name === "ready") worker.postMessage(message)
    watch()
  })
}

/** Call `listener` now and at each change of state; returns how to stop. */
export function observe(listener) {
  listeners.add(listener)
  listener(state)
  return () => listeners.delete(listener)
}
