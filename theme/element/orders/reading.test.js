import assert from "node:assert/strict"
import { test } from "node:test"
import {
  columnOf,
  columnWords,
  onDay,
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
  unset: [],
  units: { yuan: "yuan", fen: "fen", wan: "10,000 yuan" },
  outputs: [],
  sheet: "",
  sheets: [],
  other: null,
}

const NOTHING_TOLD = {
  columns: {},
  units: {},
  values: {},
  other: {},
  day: "",
  kept: new Set(),
  keptOfOther: new Set(),
}

test("what is asked stands open, with what would answer it instead", () => {
  assert.deepEqual([...openFields(FOUND)], ["paid", "late_hours", "promised_at", "shipped_at"])
})

test("what is likely is proposed, until the reader has said something else, or nothing", () => {
  const open = new Set(["paid"])
  assert.equal(columnOf(PAID, NOTHING_TOLD, open), 1)
  assert.equal(columnOf(PAID, { ...NOTHING_TOLD, columns: { paid: 0 } }, open), 0)
  assert.equal(columnOf(PAID, { ...NOTHING_TOLD, columns: { paid: null } }, open), null)
  assert.equal(columnOf({ ...PAID, proposed: null }, NOTHING_TOLD, open), null)
})

test("nothing is proposed for what nobody is asked, nor beside a day that is named", () => {
  const day = { ...PAID, name: "on" }
  const columns = { on: 2 }
  assert.equal(columnOf(day, NOTHING_TOLD, new Set()), null)
  assert.equal(columnOf(day, { ...NOTHING_TOLD, columns }, new Set()), 2)
  assert.equal(columnOf(day, NOTHING_TOLD, new Set(["on"])), 1)
  assert.equal(columnOf(day, { ...NOTHING_TOLD, day: "2026-11-27" }, new Set(["on"])), null)
})

test("a day that is named since prevails over a column; without one the sure column is back", () => {
  const sure = [{ ...PAID, name: "on", column: 1 }]
  /** @param {Record<string, number>} columns @param {string | null} day @param {string} named */
  const then = (columns, day, named) =>
    onDay({ ...NOTHING_TOLD, columns, day }, named, sure).columns
  assert.deepEqual(then({ paid: 0, on: 1 }, null, "2026-11-27"), { paid: 0 })
  assert.deepEqual(then({ on: 1 }, "", "2026-11-27"), {})
  assert.deepEqual(then({}, "2026-11-27", ""), { on: 1 })
  assert.deepEqual(then({ on: 2 }, "2026-11-27", ""), { on: 2 })
  // What was chosen beside the day that is still named was meant so, as what was left out.
  assert.deepEqual(then({ on: 2 }, "2026-11-27", "2026-11-27"), { on: 2 })
  assert.deepEqual(then({}, "", ""), {})
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

test("of a second file is asked what is needed, and what a column may tell that the first has not", () => {
  const ORDER = { ...PAID, name: "order", likely: [] }
  /** @param {FoundField[]} fields */
  const open = (...fields) => {
    const other = { at: 1, text: "", columns: [], fields, sheet: null, sheets: [] }
    return [...openInOther({ ...FOUND, fields: [{ ...PAID, column: 0 }], other })]
  }
  const moment = { ...ORDER, name: "collected_at", needed: false }
  assert.deepEqual([...openInOther(FOUND)], [])
  assert.deepEqual(open(ORDER), ["order"])
  assert.deepEqual(open({ ...ORDER, column: 0 }), [])
  assert.deepEqual(open(moment), [])
  assert.deepEqual(open({ ...moment, likely: [3] }), ["collected_at"])
  assert.deepEqual(open({ ...moment, name: "paid", likely: [3] }), [])
})
