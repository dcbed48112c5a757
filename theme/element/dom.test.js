import assert from "node:assert/strict"
import { test } from "node:test"
import { format } from "./dom.js"

test("each name in a sentence is replaced, as often as it stands there", () => {
  assert.equal(format("{a} of {b}, {a}", { a: 1, b: "two" }), "1 of two, 1")
})

test("what is put in is not read again", () => {
  assert.equal(format("{a:row|rows}, {b:is|are} left", { a: "1", b: 20 }), "1 row, 20 are left")
  assert.equal(format("{name}", { name: "{name} $& {x}" }), "{name} $& {x}")
})
