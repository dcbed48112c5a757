import assert from "node:assert/strict"
import { test } from "node:test"
import { matches } from "./matching.js"

const LATE = {
  names: ["发货超时", "因订单存在发货超时问题…赔付", "晚发货", "late"],
  means: "The promised time passed without a collection scan",
}
const UNCOLLECTED = { names: ["发货后(48)小时未揽收…", "揽收"], means: "太久没有揽收" }

test("part of a word on the notice is enough, and one character while one types", () => {
  for (const asked of ["发货超时", "货超", "超", "  发货超时 ", "因订单存在"]) {
    assert.ok(matches(asked, LATE), asked)
  }
  assert.ok(!matches("开票", LATE))
})

test("a whole sentence from a bill finds the words that it holds", () => {
  assert.ok(matches("订单692因存在发货超时问题，平台已从保证金扣款赔付", LATE))
  assert.ok(!matches("平台已从保证金扣款", LATE))
})

test("full and half width, brackets, dots and capitals make no difference", () => {
  for (const asked of ["发货后（４８）小时未揽收", "发货后48小时未揽收", "发货后(48)小时"]) {
    assert.ok(matches(asked, UNCOLLECTED), asked)
  }
  assert.ok(matches("ＬＡＴＥ", LATE))
  assert.ok(matches("Collection scan", LATE))
})

test("English words may stand in another order, and all must be there", () => {
  assert.ok(matches("scan collection", LATE))
  assert.ok(!matches("scan freight", LATE))
})

test("nothing typed, or marks alone, leaves all", () => {
  for (const asked of ["", "   ", "“”"]) assert.ok(matches(asked, LATE), asked)
})
