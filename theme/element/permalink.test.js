import assert from "node:assert/strict"
import { test } from "node:test"
import { asked, permalinkTo } from "./permalink.js"

const PAGE = "https://handbook.example/orders/late-delivery/#in-short"

/** @param {string} address */
const hashOf = (address) => new URL(address).hash

test("a permalink restores inputs and day, and leaves out what is empty", () => {
  const inputs = { paid: "299.99", force_majeure: "no", promised_at: "" }
  const link = permalinkTo({ calculator: "late-delivery", inputs, on: "2026-11-21" }, null, PAGE)
  assert.equal(
    link,
    "https://handbook.example/orders/late-delivery/#late-delivery?paid=299.99&force_majeure=no&on=2026-11-21",
  )
  assert.deepEqual(asked("late-delivery", hashOf(link)), {
    inputs: { paid: "299.99", force_majeure: "no" },
    on: "2026-11-21",
    first: null,
  })
})

test("signs with a meaning in addresses come back as they were", () => {
  const inputs = { note: "50% & more? = 好\n#", on_call: "+" }
  const link = permalinkTo({ calculator: "entry-cost", inputs, on: "" }, null, PAGE)
  assert.deepEqual(asked("entry-cost", hashOf(link)), { inputs, on: "", first: null })
})

test("the situation that is compared with goes along, apart from the other", () => {
  const first = { inputs: { paid: "89" }, on: "2025-03-01" }
  const second = { calculator: "late-delivery", inputs: { paid: "1299" }, on: "" }
  const link = permalinkTo(second, first, PAGE)
  assert.deepEqual(asked("late-delivery", hashOf(link)), {
    inputs: { paid: "1299" },
    on: "",
    first,
  })
})

test("another calculator is not asked, nor a heading of the page", () => {
  assert.equal(asked("out-of-stock", "#late-delivery?paid=5"), null)
  assert.equal(asked("late-delivery", "#late-delivery"), null)
  assert.equal(asked("late-delivery", ""), null)
})

test("a question with nothing in it is one, and is answered with errors", () => {
  assert.deepEqual(asked("late-delivery", "#late-delivery?"), { inputs: {}, on: "", first: null })
})

for (const [what, hash] of [
  ["an escaped question mark", "#late-delivery%3Fpaid=5&on=2025-03-01"],
  ["the same in small letters", "#late-delivery%3fpaid=5&on=2025-03-01"],
  ["an ampersand as in HTML", "#late-delivery?paid=5&amp;on=2025-03-01"],
  ["both", "#late-delivery%3Fpaid=5&amp;on=2025-03-01"],
]) {
  test(`chat programs make ${what} of a link`, () => {
    const question = { inputs: { paid: "5" }, on: "2025-03-01", first: null }
    assert.deepEqual(asked("late-delivery", hash), question)
  })
}

test("what chat programs add to a link is neither asked nor carried on", () => {
  const added = "&utm_source=wechat&from=singlemessage&isappinstalled=0&share_token=x&fbclid=1"
  const query = "?from=timeline&utm_medium=chat"
  const address = `https://handbook.example/orders/${query}#late-delivery?paid=5${added}`
  const found = asked("late-delivery", new URL(address).hash)
  assert.deepEqual(found, { inputs: { paid: "5" }, on: "", first: null })
  assert.equal(
    permalinkTo({ calculator: "late-delivery", inputs: { paid: "5" }, on: "" }, null, address),
    "https://handbook.example/orders/#late-delivery?paid=5",
  )
})

test("a link carries the seconds of a moment", () => {
  const inputs = { promised_at: "2026-11-03T10:00:59", shipped_at: "2026-11-03 10:01:07" }
  const link = permalinkTo({ calculator: "late-delivery", inputs, on: "" }, null, PAGE)
  assert.deepEqual(asked("late-delivery", hashOf(link))?.inputs, inputs)
})

test("a name may be any text", () => {
  for (const name of ["length", "__proto__", "constructor", "item", "x".repeat(5000)]) {
    const found = asked("late-delivery", `#late-delivery?paid=5&${name}=3`)
    assert.deepEqual(Object.entries(found?.inputs ?? {}), [
      ["paid", "5"],
      [name, "3"],
    ])
  }
})

test("what was typed is no sign of a link: an ampersand in a value stays", () => {
  const inputs = { note: "a&amp;b%3F?" }
  const link = permalinkTo({ calculator: "entry-cost", inputs, on: "" }, null, PAGE)
  assert.deepEqual(asked("entry-cost", hashOf(link))?.inputs, inputs)
})
