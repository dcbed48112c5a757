import assert from "node:assert/strict"
import { test } from "node:test"
import { shapesOf } from "./shapes.js"

const CHART = {
  width: 400,
  height: 300,
  left: 60,
  right: 380,
  top: 40,
  base: 250,
  caption: "caption",
  description: "description",
  lines: ["60,250 380,40", "60,250 380,100"],
  marks: [{ x: "220", ys: ["145", "175"], label: "¥5 → ¥3" }],
  x_ticks: [{ at: "60", label: "0" }],
  y_ticks: [{ at: "250", label: "0" }],
  x_title: "paid",
  y_title: "taken",
}

/**
 * @param {string} of
 * @returns {import("./shapes.js").Shape[]}
 */
const drawn = (of) => shapesOf(CHART).filter(({ attributes }) => attributes.class === `chart__${of}`)

test("a range has two lines, and a mark a point on each", () => {
  assert.deepEqual(
    drawn("line").map(({ attributes }) => attributes.points),
    CHART.lines,
  )
  assert.deepEqual(
    drawn("point").map(({ attributes }) => [attributes.cx, attributes.cy]),
    [
      ["220", "145"],
      ["220", "175"],
    ],
  )
})

test("a mark's label stands above all lines, and is drawn after them", () => {
  const [mark] = drawn("mark")
  assert.equal(mark?.text, "¥5 → ¥3")
  assert.ok(Number(mark?.attributes.y) < CHART.top)
  const order = shapesOf(CHART).map(({ attributes }) => attributes.class)
  assert.ok(order.indexOf("chart__mark") > order.lastIndexOf("chart__line"))
})

test("ticks and titles are outside of the field: left of it and below", () => {
  const [y, x] = drawn("tick")
  assert.deepEqual([y?.text, y?.attributes["text-anchor"]], ["0", "end"])
  assert.ok(Number(y?.attributes.x) < CHART.left)
  assert.ok(Number(x?.attributes.y) > CHART.base)
  assert.deepEqual(
    drawn("axis").map(({ text }) => text),
    ["taken", "paid"],
  )
})
