import assert from "node:assert/strict"
import { test } from "node:test"
import { grouped } from "./parts.js"

test("thousands are marked from the fourth figure on", () => {
  assert.equal(grouped(999), "999")
  assert.equal(grouped(1000), "1,000")
  assert.equal(grouped(1234567), "1,234,567")
})
