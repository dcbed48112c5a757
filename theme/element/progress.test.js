import assert from "node:assert/strict"
import { test } from "node:test"
import { doing } from "./progress.js"

const WORDS = {
  label: "label",
  waiting: "waiting",
  downloading: "{left} MB left",
  starting: "starting",
  working: "working",
}

test("a reader is told what is waited for", () => {
  assert.equal(doing({ name: "loading", left: null, total: null }, false, WORDS), "waiting")
  assert.equal(doing({ name: "loading", left: 1_250_000, total: 3e6 }, false, WORDS), "1.3 MB left")
  assert.equal(doing({ name: "loading", left: 0, total: 3e6 }, false, WORDS), "starting")
  assert.equal(doing({ name: "starting" }, false, WORDS), "starting")
  assert.equal(doing({ name: "ready" }, true, WORDS), "working")
})

test("nothing is said while nothing is waited for, nor of a failure, which has its own place", () => {
  assert.equal(doing({ name: "idle" }, false, WORDS), null)
  assert.equal(doing({ name: "ready" }, false, WORDS), null)
  assert.equal(doing({ name: "failed", reason: "stalled" }, true, WORDS), null)
})
