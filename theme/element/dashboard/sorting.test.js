import assert from "node:assert/strict"
import { test } from "node:test"

import { sorted } from "./sorting.js"

/** @type {[order: string, state: string, yuan: string][]} */
const ORDERS = [
  ["a", "to_ship", "0.00"],
  ["b", "late", "9.00"],
  ["c", "to_ship", "1300.00"],
  ["d", "late", "9.00"],
]
const rows = ORDERS.map(([order, state, yuan], at) => ({
  ...{ row: at + 2, order, state, yuan, exposure: `¥${yuan}`, label: "", to_do: "" },
  ...{ by: null, hours_left: null },
}))
const STATES = ["late", "to_ship"]
/** @param {import("./sorting.js").Order} order */
const named = (order) => sorted(rows, order, STATES).map((row) => row.order)

test("by deadline they stay as they come", () => {
  assert.deepEqual(named("deadline"), ["a", "b", "c", "d"])
})

test("amounts are numbers, the greatest first, and equal ones stay by deadline", () => {
  assert.deepEqual(named("money"), ["c", "b", "d", "a"])
})

test("states stand by urgency, an unknown one last", () => {
  assert.deepEqual(named("state"), ["b", "d", "a", "c"])
  const unknown = [{ ...rows[0], state: "new" }, rows[1]]
  assert.deepEqual(
    sorted(unknown, "state", STATES).map((row) => row.order),
    ["b", "a"],
  )
})
