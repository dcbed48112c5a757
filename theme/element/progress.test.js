import assert from "node:assert/strict"
import { test } from "node:test"
import { doing } from "./progress.js"

const WORDS = {
  label: "label",
  waiting: "waiting",
  left: "{left} MB left",
  seconds_left: ", about {count} s",
  minutes_left: ", about {count} min",
  meanwhile: "Examples",
  starting: "starting",
  working: "working",
}

test("a reader is told what is waited for", () => {
  assert.equal(doing({ name: "loading", left: null, total: null }, false, WORDS), "waiting")
  // The first file that has come whole is not the last.
  assert.equal(doing({ name: "loading", left: 0, total: 3e6 }, false, WORDS), "waiting")
  assert.equal(doing({ name: "starting" }, false, WORDS), "starting")
  assert.equal(doing({ name: "ready" }, true, WORDS), "working")
})

test("nothing is said while nothing is waited for, nor of a failure, which has its own place", () => {
  assert.equal(doing({ name: "idle" }, false, WORDS), null)
  assert.equal(doing({ name: "ready" }, false, WORDS), null)
  assert.equal(doing({ name: "failed", reason: "stalled" }, true, WORDS), null)
})
