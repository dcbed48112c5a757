import assert from "node:assert/strict"
import { test } from "node:test"
import { characters, filling, fitting } from "./text.js"

const ANSWER = /** @type {import("../../element/answers.d.ts").OkAnswer} */ (
  /** @type {unknown} */ ({
    inputs: { paid: "1299.00", late_hours: "5", collected_at: null },
    outputs: { tier: "cap", compensation: "49.50", flags: ["one", "other"], days_left: 0 },
  })
)
const CONDITIONS = [{ tier: ["none", "cap"], late_hours: ["5"] }, { tier: ["cap"] }, {}]

test("the first text that fits is shown, and without an answer the last", () => {
  assert.equal(fitting(CONDITIONS, ANSWER), 0)
  const later = { ...ANSWER, inputs: { ...ANSWER.inputs, late_hours: "6" } }
  assert.equal(fitting(CONDITIONS, later), 1)
  assert.equal(fitting(CONDITIONS, { ...later, outputs: { tier: "percent" } }), 2)
  assert.equal(fitting(CONDITIONS, null), 2)
})

test("a text may need an answer to have something, whatever it is", () => {
  assert.equal(fitting([{ collected_at: ["*"] }, { paid: ["*"] }, {}], ANSWER), 1)
})

test("whole yuan are written without fen, others as they are", () => {
  assert.equal(filling(ANSWER, "paid", {}), "1299")
  assert.equal(filling(ANSWER, "compensation", {}), "49.50")
  assert.equal(filling(ANSWER, "days_left", {}), "0")
})

test("ids are written in words, several behind each other", () => {
  assert.equal(
    filling(ANSWER, "flags", { one: "揽收超时", other: "发运超时" }),
    "揽收超时、发运超时",
  )
})

test("what the answer does not know stays empty", () => {
  assert.equal(filling(ANSWER, "collected_at", {}), "")
  assert.equal(filling(ANSWER, "order", {}), "")
  assert.equal(filling(null, "paid", {}), "")
})

test("a character counts once, whatever it is made of", () => {
  assert.equal(characters("订单 1，𠮷"), 6)
})
