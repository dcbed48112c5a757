import assert from "node:assert/strict"
import { test } from "node:test"
import { Kept } from "./kept.js"

/** @import { FoundColumn, FoundField, OrdersFound } from "../answers.d.ts" */
/** @import { Reading } from "./reading.js" */

/** @type {FoundField} */
const FIELD = {
  name: "paid",
  label: "",
  column: 1,
  likely: [],
  proposed: null,
  doubt: "",
  input_type: "text",
  is_amount: true,
  choices: [],
  unit: "",
  needed: true,
}
const SCANNED = { ...FIELD, name: "collected_at", column: 3, is_amount: false, needed: false }
const UNSURE = { ...SCANNED, column: null, likely: [3] }

/**
 * @param {FoundField[]} fields
 * @param {Partial<OrdersFound>} [rest]
 * @returns {OrdersFound}
 */
function found(fields, rest = {}) {
  const columns = ["Order", "Paid", "Due", "Scanned"].map((heading) => column(heading))
  return {
    ...{ columns, fields, ask: [], asked: [], instead: {}, assumed: [], unset: [] },
    ...{ units: { yuan: "", fen: "" }, outputs: [], sheet: null, sheets: [], other: null },
    ...rest,
  }
}

/** @param {string} heading @param {string | null} unit @returns {FoundColumn} */
function column(heading, unit = null) {
  return { heading, samples: [], unit }
}

/** @param {Partial<Reading>} reading @returns {Reading} */
function said(reading) {
  const nothing = { columns: {}, units: {}, values: {}, other: {}, day: "" }
  return { ...nothing, kept: new Set(), keptOfOther: new Set(), ...reading }
}

/**
 * How the `next` file is read after that was said of the `first`.
 * @param {OrdersFound} first @param {Partial<Reading>} reading @param {OrdersFound} next
 */
function after(first, reading, next) {
  const kept = new Kept()
  kept.keep(first, said(reading))
  const { kept: names, ...then } = kept.reading(next)
  return { ...then, names: [...names] }
}

test("a column that was only unsure in one file is found anew in the next", () => {
  const asked = { ask: ["collected_at"] }
  const left = { columns: { paid: 1, collected_at: null } }
  const { columns, names } = after(found([FIELD, UNSURE], asked), left, found([FIELD, SCANNED]))
  assert.deepEqual(columns, { paid: 1, collected_at: 3 })
  assert.deepEqual(names, [])
})

test("what was chosen holds for the next file, and what was left out that had been found", () => {
  const file = found([FIELD, SCANNED])
  const { columns, names } = after(file, { columns: { paid: 2, collected_at: null } }, file)
  assert.deepEqual(columns, { paid: 2, collected_at: null })
  assert.deepEqual(names, ["paid", "collected_at"])
})

test("a proposal that was turned down is not made again", () => {
  const file = found([{ ...FIELD, column: null, proposed: 1 }], { ask: ["paid"] })
  assert.deepEqual(after(file, { columns: { paid: null } }, file).columns, { paid: null })
  assert.deepEqual(after(file, { columns: { paid: 1 } }, file).columns, {})
})

test("a unit is kept for its column, unless the next file names one itself", () => {
  const file = found([FIELD])
  const reading = { columns: { paid: 1 }, units: { paid: "fen" } }
  assert.deepEqual(after(file, reading, file).units, { paid: "fen" })
  assert.deepEqual(after(file, reading, file).names, ["paid"])
  assert.deepEqual(after(file, reading, found([{ ...FIELD, column: 2 }])).units, {})
  const columns = file.columns.map(({ heading }) => column(heading, "wan"))
  assert.deepEqual(after(file, reading, found([FIELD], { columns })).units, {})
  assert.deepEqual(after(file, { ...reading, units: { paid: "yuan" } }, file).names, [])
})

test("of a file with other headings only what was typed answers what is asked as well", () => {
  const reading = { columns: { paid: 2 }, units: { paid: "fen" }, values: { hours: "9", now: "1" } }
  const other = found([FIELD], { columns: [column("Order"), column("Amount")], ask: ["hours"] })
  const then = after(found([FIELD]), reading, other)
  assert.deepEqual([then.columns, then.units, then.values], [{ paid: 1 }, {}, { hours: "9" }])
})

test("a column that a named day prevailed over was not left out by anybody", () => {
  const file = found([{ ...FIELD, name: "on" }])
  assert.deepEqual(after(file, { columns: { on: null }, day: "2026-11-27" }, file).columns, {
    on: 1,
  })
  assert.deepEqual(after(file, { columns: { on: null } }, file).columns, { on: null })
})

test("what was chosen of orders stays when parcels join, and what was chosen of these", () => {
  const file = found([FIELD])
  const other = { at: 1, text: "", columns: [column("A"), column("B")], fields: [SCANNED] }
  const both = { ...file, other: { ...other, sheet: null, sheets: [] } }
  assert.deepEqual(after(file, { columns: { paid: 2 } }, both).columns, { paid: 2 })
  const then = after(both, { columns: { paid: 2 }, other: { collected_at: 0 } }, both)
  assert.deepEqual([then.columns, then.other], [{ paid: 2 }, { collected_at: 0 }])
  assert.deepEqual([...then.keptOfOther], ["collected_at"])
})
