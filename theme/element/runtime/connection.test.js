import assert from "node:assert/strict"
import { afterEach, beforeEach, mock, test } from "node:test"
import { CallError, Connection, PATIENCE } from "./connection.js"
import { LoadError } from "./files.js"

/** @import { Asked, Told } from "./messages.js" */
/** @import { State } from "./connection.js" */

/** A worker that says what the test says, and keeps what it is told. */
class Scripted extends EventTarget {
  /** @type {Asked[]} */
  heard = []
  terminated = false

  /** @param {Asked} message */
  postMessage(message) {
    this.heard.push(message)
  }

  terminate() {
    this.terminated = true
  }

  /** @param {Told} told */
  say(told) {
    this.dispatchEvent(new MessageEvent("message", { data: told }))
  }

  /** @param {string} message */
  crash(message) {
    this.dispatchEvent(Object.assign(new Event("error"), { message }))
  }
}

/**
 * A connection, the workers that it has opened, and the states that it went through.
 * @param {{ wrong?: Error, outdated?: boolean }} [how] what is `wrong` with the script of its
 *   workers, and whether the page is older than the site
 */
function connected({ wrong, outdated = false } = {}) {
  /** @type {Scripted[]} */
  const opened = []
  /** @type {number[]} */
  const failures = []
  const connection = new Connection(
    async (failed) => {
      if (wrong) throw wrong
      const worker = new Scripted()
      opened.push(worker)
      failures.push(failed)
      return /** @type {Worker} */ (/** @type {unknown} */ (worker))
    },
    async () => outdated,
    "zh",
  )
  /** @type {State[]} */
  const states = []
  const stop = connection.observe((state) => states.push(state))
  /** @param {number} [at] */
  const worker = async (at = 0) => {
    await settled()
    const found = opened[at]
    assert.ok(found, `no worker ${at} was opened`)
    return found
  }
  return { connection, opened, failures, worker, states, stop }
}

const SECOND = 1_000
const ORDERS = { request: "", files: [new File([], "orders.csv")] }

/**
 * What a worker was asked, by number.
 * @param {Scripted} worker
 */
const ids = ({ heard }) => heard.flatMap((asked) => (asked.type === "call" ? [asked.id] : []))

// Timers are the tests' own.
const settled = () =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** @param {string} file */
const progress = (file, loaded = 0, total = 100) =>
  /** @type {const} */ ({ type: "progress", file, loaded, total })

beforeEach(() => {
  mock.timers.enable({ apis: ["setInterval"] })
  mock.method(console, "warn", () => {})
})

afterEach(() => {
  mock.timers.reset()
  mock.restoreAll()
})

test("from idle to ready, by what the worker says", async () => {
  const { connection, worker, states } = connected()
  connection.start()
  ;(await worker()).say({ type: "starting" })
  ;(await worker()).say({ type: "ready" })
  assert.deepEqual(
    states.map(({ name }) => name),
    ["idle", "loading", "starting", "ready"],
  )
  assert.deepEqual((await worker()).heard, [{ type: "start", cache: "default", lang: "zh" }])
})

test("a second start begins nothing", async () => {
  const { connection, opened } = connected()
  connection.start()
  connection.start()
  assert.equal(opened.length, 1)
})

test("what is left is added up over the files that are coming", async () => {
  const { connection, worker } = connected()
  connection.start()
  ;(await worker()).say(progress("a", 40))
  ;(await worker()).say(progress("b", 0, 50))
  assert.deepEqual(connection.state, { name: "loading", left: 110, total: 150 })
  ;(await worker()).say(progress("a", 100))
  assert.deepEqual(connection.state, { name: "loading", left: 50, total: 150 })
})

test("a file that comes later does not take the readiness back", async () => {
  const { connection, worker } = connected()
  connection.start()
  ;(await worker()).say({ type: "ready" })
  ;(await worker()).say(progress("workbooks", 10))
  assert.equal(connection.state.name, "ready")
})

test("what is asked before the worker is ready waits for it, in order", async () => {
  const { connection, worker } = connected()
  const first = connection.call("ask", "1")
  const second = connection.call("chart", "2")
  assert.equal((await worker()).heard.length, 1)
  ;(await worker()).say({ type: "ready" })
  assert.deepEqual((await worker()).heard.slice(1), [
    { type: "call", id: 1, name: "ask", argument: "1" },
    { type: "call", id: 2, name: "chart", argument: "2" },
  ])
  // Answered the other way round, each gets its own.
  ;(await worker()).say({ type: "value", id: 2, value: "two" })
  ;(await worker()).say({ type: "value", id: 1, value: "one" })
  assert.deepEqual(await Promise.all([first, second]), ["one", "two"])
})

test("news are heard by whoever asked, until there is a value", async () => {
  const { connection, worker } = connected()
  /** @type {unknown[]} */
  const heard = []
  const planned = { key: 1, plan: "" }
  const answered = connection.call("answerOrders", planned, (news) => heard.push(news))
  ;(await worker()).say({ type: "ready" })
  ;(await worker()).say({ type: "news", id: 1, news: "half" })
  ;(await worker()).say({ type: "news", id: 7, news: "of somebody else" })
  ;(await worker()).say({ type: "value", id: 1, value: "done" })
  ;(await worker()).say({ type: "news", id: 1, news: "too late" })
  assert.equal(await answered, "done")
  assert.deepEqual(heard, ["half"])
})

test("an exception in a call is its own, and nobody else's", async () => {
  const { connection, worker, states } = connected()
  const wrong = connection.call("ask", "1")
  const rejected = assert.rejects(wrong, new CallError("error", "ZeroDivisionError"))
  const other = connection.call("ask", "2")
  ;(await worker()).say({ type: "ready" })
  ;(await worker()).say({ type: "begun", id: 1 })
  ;(await worker()).say({ type: "error", id: 1, reason: "error", detail: "ZeroDivisionError" })
  ;(await worker()).say({ type: "begun", id: 2 })
  ;(await worker()).say({ type: "value", id: 2, value: "two" })
  await rejected
  assert.equal(await other, "two")
  assert.ok(!(await worker()).terminated)
  assert.equal(states.at(-1)?.name, "ready")
})

test("a load that has failed ends the worker, says why, and leaves waiting what waits", async () => {
  const { connection, worker, states } = connected()
  const calls = [connection.call("ask", "1"), connection.call("openOrders", ORDERS)]
  ;(await worker(0)).say({ type: "failed", reason: "network", detail: "x.wasm: 404" })
  assert.ok((await worker(0)).terminated)
  assert.deepEqual(states.at(-1), { name: "failed", reason: "network" })
  connection.start()
  ;(await worker(1)).say({ type: "ready" })
  assert.deepEqual(ids(await worker(1)), [1, 2])
  ;(await worker(1)).say({ type: "value", id: 1, value: "one" })
  ;(await worker(1)).say({ type: "value", id: 2, value: "two" })
  assert.deepEqual(await Promise.all(calls), ["one", "two"])
})

test("what a worker died of is asked again by itself once, and then no more", async () => {
  const { connection, opened, worker, states } = connected()
  const calls = [connection.call("ask", "deadly"), connection.call("ask", "other")]
  for (const at of [0, 1]) {
    ;(await worker(at)).say({ type: "ready" })
    assert.deepEqual(ids(await worker(at)), [1, 2])
    ;(await worker(at)).say({ type: "begun", id: 1 })
    ;(await worker(at)).say({ type: "failed", reason: "crashed", detail: "memory" })
  }
  await assert.rejects(calls[0], new CallError("crashed", "memory"))
  // The other was never begun: it did no harm, and is answered.
  ;(await worker(2)).say({ type: "ready" })
  assert.deepEqual(ids(await worker(2)), [2])
  ;(await worker(2)).say({ type: "value", id: 2, value: "two" })
  assert.equal(await calls[1], "two")
  assert.equal(opened.length, 3)
  assert.ok(!states.some(({ name }) => name === "failed"))
})

test("a worker that dies before it tells what it began died of what it was asked first", async () => {
  const { connection, opened, worker } = connected()
  const deadly = connection.call("ask", "deadly")
  const rejected = assert.rejects(deadly, new CallError("crashed", "memory"))
  const other = connection.call("ask", "other")
  for (const at of [0, 1]) {
    ;(await worker(at)).say({ type: "ready" })
    ;(await worker(at)).crash("memory")
  }
  await rejected
  ;(await worker(2)).say({ type: "ready" })
  ;(await worker(2)).say({ type: "value", id: 2, value: "two" })
  assert.equal(await other, "two")
  assert.equal(opened.length, 3)
})

test("a file of orders that a worker died of is not begun again unasked", async () => {
  const { connection, opened, worker } = connected()
  const answer = connection.call("openOrders", ORDERS)
  ;(await worker()).say({ type: "ready" })
  ;(await worker()).say({ type: "begun", id: 1 })
  ;(await worker()).crash("out of memory")
  await assert.rejects(answer, new CallError("crashed", "out of memory"))
  assert.equal(opened.length, 1)
  assert.deepEqual(connection.state, { name: "idle" })
})

test("a worker whose script does not come", async () => {
  const { connection, opened, states } = connected({ wrong: new LoadError("missing", "404") })
  connection.start()
  await settled()
  assert.deepEqual(states.at(-1), { name: "failed", reason: "missing" })
  assert.equal(opened.length, 0)
})

test("what is missing because the site is newer than the page", async () => {
  const { connection, worker, states } = connected({ outdated: true })
  connection.start()
  ;(await worker()).say({ type: "failed", reason: "missing", detail: "404" })
  await settled()
  assert.deepEqual(states.at(-1), { name: "failed", reason: "outdated" })
})

test("an engine that opens no worker", async () => {
  const { connection, states } = connected({ wrong: new DOMException("", "SecurityError") })
  connection.start()
  await settled()
  assert.deepEqual(states.at(-1), { name: "failed", reason: "engine" })
})

test("a worker that comes when it was given up already", async () => {
  const { connection, opened, states } = connected()
  connection.start()
  mock.timers.tick(PATIENCE)
  assert.deepEqual(states.at(-1), { name: "failed", reason: "stalled" })
  await settled()
  assert.ok(opened[0]?.terminated)
  assert.deepEqual(opened[0]?.heard, [])
})

test("a worker whose script does not run, and one that dies later", async () => {
  const { connection, worker } = connected()
  connection.start()
  ;(await worker(0)).crash("Unexpected token")
  assert.deepEqual(connection.state, { name: "failed", reason: "engine" })
  connection.start()
  ;(await worker(1)).say({ type: "starting" })
  ;(await worker(1)).crash("out of memory")
  assert.deepEqual(connection.state, { name: "failed", reason: "crashed" })
})

test("after a failure all is fetched past the caches, and the script under a new name", async () => {
  const { connection, opened, worker, failures } = connected()
  for (const at of [0, 1, 2]) {
    connection.start()
    ;(await worker(at)).say({ type: "failed", reason: "damaged", detail: "" })
  }
  assert.deepEqual(failures, [0, 1, 2])
  assert.deepEqual(
    opened.flatMap(({ heard }) => heard),
    ["default", "reload", "reload"].map((cache) => ({ type: "start", cache, lang: "zh" })),
  )
})

test("after a failure the next call begins a new worker, from nothing", async () => {
  const { connection, worker } = connected()
  connection.start()
  ;(await worker(0)).say(progress("a", 90))
  ;(await worker(0)).say({ type: "failed", reason: "damaged", detail: "" })
  const again = connection.call("ask", "again")
  assert.deepEqual(connection.state, { name: "loading", left: null, total: null })
  ;(await worker(1)).say(progress("b", 0, 10))
  assert.deepEqual(connection.state, { name: "loading", left: 10, total: 10 })
  ;(await worker(1)).say({ type: "ready" })
  ;(await worker(1)).say({ type: "value", id: 1, value: "answer" })
  assert.equal(await again, "answer")
})

test("what a worker that has failed still says is not heard once the next has begun", async () => {
  const { connection, worker } = connected()
  connection.start()
  ;(await worker(0)).say({ type: "failed", reason: "stalled", detail: "" })
  const answer = connection.call("ask", "1")
  ;(await worker(1)).say({ type: "starting" })
  ;(await worker(0)).say({ type: "ready" })
  ;(await worker(0)).say({ type: "value", id: 1, value: "of the old one" })
  ;(await worker(0)).say({ type: "failed", reason: "crashed", detail: "" })
  ;(await worker(0)).crash("late")
  assert.equal(connection.state.name, "starting")
  assert.ok(!(await worker(1)).terminated)
  ;(await worker(1)).say({ type: "ready" })
  ;(await worker(1)).say({ type: "value", id: 1, value: "of the new one" })
  assert.equal(await answer, "of the new one")
})

test("patience lasts from the last thing that moved", async () => {
  const { connection, worker } = connected()
  connection.start()
  mock.timers.tick(PATIENCE - SECOND)
  ;(await worker()).say(progress("a", 1))
  mock.timers.tick(PATIENCE - SECOND)
  assert.equal(connection.state.name, "loading")
  mock.timers.tick(SECOND)
  assert.deepEqual(connection.state, { name: "failed", reason: "stalled" })
  assert.ok((await worker()).terminated)
})

test("it is a reader's patience: some tens of seconds", async () => {
  assert.ok(PATIENCE >= 30_000 && PATIENCE <= 60_000)
})

test("a worker that nobody waits for may be silent for ever", async () => {
  const { connection, worker } = connected()
  const answer = connection.call("ask", "1")
  ;(await worker()).say({ type: "ready" })
  ;(await worker()).say({ type: "value", id: 1, value: "answer" })
  await answer
  mock.timers.tick(PATIENCE * 100)
  assert.equal(connection.state.name, "ready")
})

test("a worker that hangs while answering is given up", async () => {
  const { connection, worker } = connected()
  const answer = connection.call("ask", "1")
  for (const at of [0, 1]) {
    ;(await worker(at)).say({ type: "ready" })
    ;(await worker(at)).say({ type: "begun", id: 1 })
    mock.timers.tick(PATIENCE)
  }
  await assert.rejects(answer, new CallError("slow", `${PATIENCE} ms`))
})

test("who no longer watches is no longer told", async () => {
  const { connection, states, stop } = connected()
  stop()
  connection.start()
  assert.deepEqual(states, [{ name: "idle" }])
})
