import assert from "node:assert/strict"
import { test } from "node:test"
import { isShown } from "./dependence.js"

/** @type {Map<string, import("./dependence.js").Condition>} */
const CONDITIONS = new Map([
  ["hub_at", ["collected_at", null]],
  ["route", ["hub_at", null]],
  ["bill_month", ["kind", "monthly"]],
  ["in_stock", ["shipped_at", ""]],
])

/**
 * @param {Record<string, string>} texts
 * @param {string[]} kept
 */
function shown(texts, ...kept) {
  const names = ["collected_at", ...CONDITIONS.keys()]
  const textOf = (/** @type {string} */ name) => texts[name] ?? ""
  return names.filter((name) => isShown(name, CONDITIONS, textOf, new Set(kept)))
}

test("a field that depends on none is always shown", () => {
  assert.ok(shown({}).includes("collected_at"))
})

test("a field comes when the other is filled in, or says what it must", () => {
  assert.ok(!shown({}).includes("hub_at"))
  assert.ok(!shown({ collected_at: " " }).includes("hub_at"))
  assert.ok(shown({ collected_at: "2026-11-01T10:00" }).includes("hub_at"))
  assert.ok(shown({ kind: "monthly" }).includes("bill_month"))
  assert.ok(!shown({ kind: "closing" }).includes("bill_month"))
})

test("a field that is asked where the other is empty goes when that is filled in", () => {
  assert.ok(shown({}).includes("in_stock"))
  assert.ok(!shown({ shipped_at: "2026-11-01T10:00" }).includes("in_stock"))
})

test("what depends on a field that is not shown is not shown, whatever stands there", () => {
  const typed = { hub_at: "2026-11-02T10:00" }
  assert.ok(!shown(typed).includes("route"))
  assert.ok(shown({ ...typed, collected_at: "2026-11-01T10:00" }).includes("route"))
})

test("what a link fills in or a mistake is about is shown, and what rests on it, too", () => {
  assert.deepEqual(shown({}, "hub_at"), ["collected_at", "hub_at", "in_stock"])
  assert.ok(shown({ hub_at: "2026-11-02T10:00" }, "hub_at").includes("route"))
})
