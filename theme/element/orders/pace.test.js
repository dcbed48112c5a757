import assert from "node:assert/strict"
import { test } from "node:test"
import { inWords, pace } from "./pace.js"

test("what is left follows the pace since the first answer, not since the file was opened", () => {
  const left = pace()
  assert.equal(left(0.5, 100_000), null)
  assert.equal(left(0.75, 110_000), 10)
})

test("a pace is told once it has settled, and never where nothing was done", () => {
  const left = pace()
  left(0, 0)
  assert.equal(left(0.5, 2_999), null)
  assert.equal(left(0.5, 3_000), 3)
  assert.equal(left(0, 9_000), null)
})

test("no more exact than it can be: in fives of seconds, then in minutes", () => {
  assert.deepEqual(inWords(0.2), ["seconds_left", 5])
  assert.deepEqual(inWords(11), ["seconds_left", 15])
  assert.deepEqual(inWords(90), ["seconds_left", 90])
  assert.deepEqual(inWords(91), ["minutes_left", 2])
})
