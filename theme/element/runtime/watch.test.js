import assert from "node:assert/strict"
import { afterEach, beforeEach, mock, test } from "node:test"
import { Watch } from "./watch.js"

let ended = 0
const watch = new Watch(45_000, () => (ended += 1))

beforeEach(() => {
  ended = 0
  mock.timers.enable({ apis: ["setInterval"] })
})

afterEach(() => {
  watch.stop()
  mock.timers.reset()
})

test("patience ends once, where nothing moves", () => {
  watch.begin()
  mock.timers.tick(44_000)
  assert.equal(ended, 0)
  mock.timers.tick(1_000)
  assert.equal(ended, 1)
  mock.timers.tick(100_000)
  assert.equal(ended, 1)
})

test("whatever moves brings all of it back", () => {
  for (let moved = 0; moved < 10; moved += 1) {
    watch.begin()
    mock.timers.tick(44_000)
  }
  assert.equal(ended, 0)
})

test("what is not waited for may be silent for ever", () => {
  watch.begin()
  mock.timers.tick(44_000)
  watch.stop()
  mock.timers.tick(100_000)
  assert.equal(ended, 0)
  // And begins with all of it again.
  watch.begin()
  mock.timers.tick(44_000)
  assert.equal(ended, 0)
})
