import assert from "node:assert/strict"
import { test } from "node:test"
import {
  columnOf,
  columnWords,
  openFields,
  openInOther,
  unitOfColumn,
  withoutColumn,
} from "./reading.js"

/** @import { OrdersFound, FoundField } from "../answers.d.ts" */
/** @import { Words } from "../words.d.ts" */

const WORDS = /** @type {Words["orders"]} */ ({
  choose_column: "choose",
  left_empty: "empty",
  newest: "newest",
  all_rows: "all: {value}",
  column: "{number}: {heading}",
  example: " ({samples})",
  separator: ", ",
})

/** @type {FoundField} */
const PAID = {
  name: "paid",
  label: "Amount paid",
  column: null,
  likely: [1],
  proposed: 1,
  doubt: "",
  input_type: "text",
  is_amount: true,
  choices: [],
  unit: "yuan",
  needed: true,
}

/** @type {OrdersFound} */
const FOUND = {
  columns: [
    { heading: "Order", samples: ["1", "2"], unit: "yuan" },
    { heading: "Paid (fen)", samples: ["20000"], unit: "fen" },
    { heading: "Paid (USD)", samples: [], unit: "usd" },
  ],
  fields: [PAID],
  ask: ["paid", "late_hours"],
  asked: ["late_hours", "promised_hours"],
  instead: { late_hours: ["promised_at", "shipped_at"] },
  assumed: [],
  units: { yuan: "yuan", fen: "fen", wan: "10,000 yuan" },
  outputs: [],
  sheet: "",
  sheets: [],
  other: null,
}

const NOTHING_TOLD = { columns: {}, units: {}, values: {}, other: {}, told: false }

test("what is asked stands open, with what would answer it instead", () => {
  assert.deepEqual([...openFields(FOUND)], ["paid", "late_hours", "promised_at", "shipped_at"])
})

test("what is likely is proposed, until the reader has said something else, or nothing", () => {
  assert.equal(columnOf(PAID, NOTHING_TOLD), 1)
  assert.equal(columnOf(PAID, { ...NOTHING_TOLD, columns: { paid: 0 } }), 0)
  assert.equal(columnOf(PAID, { ...NOTHING_TOLD, told: true }), null)
  assert.equal(columnOf({ ...PAID, proposed: null }, NOTHING_TOLD), null)
})

test("a column's unit is the one its heading names; another currency is none of ours", () => {
  assert.equal(unitOfColumn(FOUND, "1"), "fen")
  assert.equal(unitOfColumn(FOUND, "2"), "")
  assert.equal(unitOfColumn(FOUND, ""), "yuan")
})

test("no default of the form answers for what decides an amount", () => {
  const late = { ...PAID, name: "late_hours", needed: false }
  assert.equal(withoutColumn(PAID, FOUND, "89", WORDS), "choose")
  assert.equal(withoutColumn(late, FOUND, "1", WORDS), "choose")
  assert.equal(withoutColumn({ ...late, name: "promised_hours" }, FOUND, "48", WORDS), "empty")
})

test("where there is no column the form's entry holds for all rows, and the day is each order's", () => {
  const other = { ...PAID, name: "force_majeure", needed: false }
  assert.equal(withoutColumn(other, FOUND, " Yes ", WORDS), "all: Yes")
  assert.equal(withoutColumn(other, FOUND, "2026-11-27T22:22", WORDS), "all: 2026-11-27 22:22")
  assert.equal(withoutColumn(other, FOUND, " ", WORDS), "empty")
  assert.equal(withoutColumn({ ...other, name: "on" }, FOUND, "", WORDS), "newest")
})

test("a column is told by its number, as spreadsheets count, and by some of its cells", () => {
  const [order, , dollars] = FOUND.columns
  assert.equal(order && columnWords(order, 0, WORDS), "1: Order (1, 2)")
  assert.equal(dollars && columnWords(dollars, 2, WORDS), "3: Paid (USD)")
})

test("of a second file only a column that is needed and unsure is asked", () => {
  const ORDER = { ...PAID, name: "order" }
  const other = { at: 1, text: "", columns: [], fields: [ORDER], sheet: null, sheets: [] }
  assert.equal(openInOther(null), false)
  assert.equal(openInOther(other), true)
  assert.equal(openInOther({ ...other, fields: [{ ...ORDER, column: 0 }] }), false)
  assert.equal(openInOther({ ...other, fields: [{ ...ORDER, needed: false }] }), false)
})
