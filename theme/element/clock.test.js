import assert from "node:assert/strict"
import { afterEach, beforeEach, mock, test } from "node:test"

const BUILT = "2026-11-26"
const DAY = 86_400_000
const NOW = Date.parse("2027-01-15T04:00:00Z")

/** @type {Record<string, string> | null} what our server answers with; without a network, nothing */
let headers = null
let asked = 0

beforeEach(() => {
  asked = 0
  mock.timers.enable({ apis: ["Date"], now: NOW })
  mock.method(console, "warn", () => {})
  Object.assign(globalThis, { location: { href: "https://handbook.example/" } })
  mock.method(globalThis, "fetch", async () => {
    asked += 1
    if (!headers) throw new TypeError("no network")
    return new Response(null, { headers })
  })
})

afterEach(() => {
  mock.timers.reset()
  mock.restoreAll()
})

let copies = 0

/** Each page asks for itself. */
async function opened() {
  copies += 1
  /** @type {typeof import("./clock.js")} */
  const { isClockWrong } = await import(`./clock.js?${copies}`)
  return isClockWrong
}

/** @param {number} time */
const told = (time) => ({ date: new Date(time).toUTCString() })

test("a clock as our server's is right, and it is asked once", async () => {
  headers = told(NOW + 1000)
  const isClockWrong = await opened()
  assert.equal(await isClockWrong(BUILT), false)
  assert.equal(await isClockWrong(BUILT), false)
  assert.equal(asked, 1)
})

for (const years of [-8, -0.1, 0.1, 8]) {
  test(`a clock that is ${years} years off is wrong`, async () => {
    headers = told(NOW - years * 365 * DAY)
    assert.equal(await (await opened())(BUILT), true)
  })
}

test("a clock that is set right is right again", async () => {
  headers = told(NOW - 100 * DAY)
  const isClockWrong = await opened()
  assert.equal(await isClockWrong(BUILT), true)
  mock.timers.reset()
  mock.timers.enable({ apis: ["Date"], now: NOW - 100 * DAY })
  assert.equal(await isClockWrong(BUILT), false)
})

test("who slept for days is not told of a wrong clock", async () => {
  headers = told(NOW)
  const isClockWrong = await opened()
  assert.equal(await isClockWrong(BUILT), false)
  // The page's own time stood still meanwhile.
  mock.timers.reset()
  mock.timers.enable({ apis: ["Date"], now: NOW + 3 * DAY })
  headers = told(NOW + 3 * DAY)
  assert.equal(await isClockWrong(BUILT), false)
})

test("a copy that a host has kept is as old as the host says", async () => {
  headers = { ...told(NOW - 30 * DAY), age: String((30 * DAY) / 1000) }
  assert.equal(await (await opened())(BUILT), false)
})

for (const [name, none] of /** @type {const} */ ([
  ["no network", null],
  ["a server without a clock", {}],
])) {
  test(`${name}: a day before the site was built is wrong, any after it may be right`, async () => {
    headers = none
    assert.equal(await (await opened())("2027-03-01"), true)
    assert.equal(await (await opened())(BUILT), false)
  })
}
