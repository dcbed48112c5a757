import assert from "node:assert/strict"
import { afterEach, beforeEach, mock, test } from "node:test"
import { RESTED, STOPPED, Typing } from "./live.js"

/** @type {string[]} */
let happened = []
/** @type {Typing} */
let typing

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] })
  happened = []
  typing = new Typing(
    () => happened.push("asked"),
    () => happened.push("spoken"),
  )
})

afterEach(() => mock.timers.reset())

test("what is typed in one go is asked once, and spoken once it rests", () => {
  for (let keys = 0; keys < 5; keys += 1) {
    typing.goesOn()
    mock.timers.tick(STOPPED - 1)
  }
  assert.deepEqual(happened, [])
  mock.timers.tick(1)
  assert.deepEqual(happened, ["asked"])
  mock.timers.tick(RESTED - STOPPED - 1)
  assert.deepEqual(happened, ["asked"])
  mock.timers.tick(1)
  assert.deepEqual(happened, ["asked", "spoken"])
})

test("who goes on typing after an answer is not interrupted", () => {
  typing.goesOn()
  mock.timers.tick(RESTED - 1)
  typing.goesOn()
  mock.timers.tick(RESTED - 1)
  assert.deepEqual(happened, ["asked", "asked"])
})

test("what was ended asks and says nothing", () => {
  typing.goesOn()
  typing.end()
  mock.timers.tick(RESTED)
  assert.deepEqual(happened, [])
})
