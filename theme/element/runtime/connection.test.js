import assert from "node:assert/strict"
import { afterEach, beforeEach, mock, test } from "node:test"
import { Connection, PATIENCE } from "./connection.js"

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

/** A connection, the workers that it has opened, and the states that it went through. */
function connected() {
  /** @type {Scripted[]} */
  const opened = []
  const connection = new Connection(() => {
    const worker = new Scripted()
    opened.push(worker)
    return /** @type {Worker} */ (/** @type {unknown} */ (worker))
  })
  /** @type {State[]} */
  const states = []
  const stop = connection.observe((state) => states.push(state))
  /** @param {number} [at] */
  const worker = (at = 0) => {
    const found = opened[at]
    assert.ok(found, `no worker ${at} was opened`)
    return found
  }
  return { connection, opened, worker, states, stop }
}

/** @param {string} file */
const progress = (file, loaded = 0, total = 100) =>
  /** @type {const} */ ({ type: "progress", file, loaded, total })

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] })
  mock.method(console, "warn", () => {})
})

afterEach(() => {
  mock.timers.reset()
  mock.restoreAll()
})

test("from idle to ready, by what the worker says", () => {
  const { connection, worker, states } = connected()
  connection.start()
  worker().say({ type: "starting" })
  worker().say({ type: "ready" })
  assert.deepEqual(
    states.map(({ name }) => name),
    ["idle", "loading", "starting", "ready"],
  )
  assert.deepEqual(worker().heard, [{ type: "start" }])
})

test("a second start begins nothing", () => {
  const { connection, opened } = connected()
  connection.start()
  connection.start()
  assert.equal(opened.length, 1)
})

test("what is left is added up over the files that are coming", () => {
  const { connection, worker } = connected()
  connection.start()
  worker().say(progress("a", 40))
  worker().say(progress("b", 0, 50))
  assert.deepEqual(connection.state, { name: "loading", left: 110, total: 150 })
  worker().say(progress("a", 100))
  assert.deepEqual(connection.state, { name: "loading", left: 50, total: 150 })
})

test("a file that comes later does not take the readiness back", () => {
  const { connection, worker } = connected()
  connection.start()
  worker().say({ type: "ready" })
  worker().say(progress("workbooks", 10))
  assert.equal(connection.state.name, "ready")
})

test("what is asked before the worker is ready waits for it, in order", async () => {
  const { connection, worker } = connected()
  const first = connection.call("ask", "1")
  const second = connection.call("chart", "2")
  assert.equal(worker().heard.length, 1)
  worker().say({ type: "ready" })
  assert.deepEqual(worker().heard.slice(1), [
    { type: "call", id: 1, name: "ask", argument: "1" },
    { type: "call", id: 2, name: "chart", argument: "2" },
  ])
  // Answered the other way round, each gets its own.
  worker().say({ type: "value", id: 2, value: "two" })
  worker().say({ type: "value", id: 1, value: "one" })
  assert.deepEqual(await Promise.all([first, second]), ["one", "two"])
})

test("news are heard by whoever asked, until there is a value", async () => {
  const { connection, worker } = connected()
  /** @type {unknown[]} */
  const heard = []
  const planned = { key: 1, plan: "" }
  const answered = connection.call("answerOrders", planned, (news) => heard.push(news))
  worker().say({ type: "ready" })
  worker().say({ type: "news", id: 1, news: "half" })
  worker().say({ type: "news", id: 7, news: "of somebody else" })
  worker().say({ type: "value", id: 1, value: "done" })
  worker().say({ type: "news", id: 1, news: "too late" })
  assert.equal(await answered, "done")
  assert.deepEqual(heard, ["half"])
})

test("a failure rejects all that waits, ends the worker, and says why", async () => {
  const { connection, worker, states } = connected()
  const calls = [connection.call("ask", "1"), connection.call("ask", "2")]
  worker().say({ type: "failed", reason: "download", detail: "x.wasm: 404" })
  for (const call of calls) await assert.rejects(call, /download/)
  assert.ok(worker().terminated)
  assert.deepEqual(states.at(-1), { name: "failed", reason: "download" })
})

test("a worker that cannot even be loaded has crashed", () => {
  const { connection, worker } = connected()
  connection.start()
  worker().crash("no such file")
  assert.deepEqual(connection.state, { name: "failed", reason: "crashed" })
})

test("after a failure the next call begins a new worker, from nothing", async () => {
  const { connection, worker } = connected()
  connection.start()
  worker(0).say(progress("a", 90))
  worker(0).say({ type: "failed", reason: "incomplete", detail: "" })
  const again = connection.call("ask", "again")
  assert.deepEqual(connection.state, { name: "loading", left: null, total: null })
  worker(1).say(progress("b", 0, 10))
  assert.deepEqual(connection.state, { name: "loading", left: 10, total: 10 })
  worker(1).say({ type: "ready" })
  worker(1).say({ type: "value", id: 1, value: "answer" })
  assert.equal(await again, "answer")
})

test("what a worker that has failed still says is not heard once the next has begun", async () => {
  const { connection, worker } = connected()
  connection.start()
  worker(0).say({ type: "failed", reason: "stalled", detail: "" })
  const answer = connection.call("ask", "1")
  worker(1).say({ type: "starting" })
  worker(0).say({ type: "ready" })
  worker(0).say({ type: "value", id: 1, value: "of the old one" })
  worker(0).say({ type: "failed", reason: "crashed", detail: "" })
  worker(0).crash("late")
  assert.equal(connection.state.name, "starting")
  assert.ok(!worker(1).terminated)
  worker(1).say({ type: "ready" })
  worker(1).say({ type: "value", id: 1, value: "of the new one" })
  assert.equal(await answer, "of the new one")
})

test("patience lasts from the last thing that moved", () => {
  const { connection, worker } = connected()
  connection.start()
  mock.timers.tick(PATIENCE - 1)
  worker().say(progress("a", 1))
  mock.timers.tick(PATIENCE - 1)
  assert.equal(connection.state.name, "loading")
  mock.timers.tick(1)
  assert.deepEqual(connection.state, { name: "failed", reason: "stalled" })
  assert.ok(worker().terminated)
})

test("it is a reader's patience: some tens of seconds", () => {
  assert.ok(PATIENCE >= 30_000 && PATIENCE <= 60_000)
})

test("a worker that nobody waits for may be silent for ever", async () => {
  const { connection, worker } = connected()
  const answer = connection.call("ask", "1")
  worker().say({ type: "ready" })
  worker().say({ type: "value", id: 1, value: "answer" })
  await answer
  mock.timers.tick(PATIENCE * 100)
  assert.equal(connection.state.name, "ready")
})

test("a worker that hangs while answering is given up", async () => {
  const { connection, worker } = connected()
  const answer = connection.call("ask", "1")
  worker().say({ type: "ready" })
  mock.timers.tick(PATIENCE)
  await assert.rejects(answer, /stalled/)
})

test("who no longer watches is no longer told", () => {
  const { connection, states, stop } = connected()
  stop()
  connection.start()
  assert.deepEqual(states, [{ name: "idle" }])
})
