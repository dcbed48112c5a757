import assert from "node:assert/strict"
import { test } from "node:test"
import { chosenIn } from "./plain.js"

test("a list may be parted by what people and programs part lists with", () => {
  for (const sign of [";", "；", ",", "，", "、", "\n", "\r\n"]) {
    assert.deepEqual(chosenIn(`good${sign}poor`), ["good", "poor"], JSON.stringify(sign))
  }
})

test("blanks, invisible marks and empty places are no choices", () => {
  assert.deepEqual(chosenIn(" good ;;\u200b;\u3000poor\ufeff;"), ["good", "poor"])
  assert.deepEqual(chosenIn(""), [])
  assert.deepEqual(chosenIn(null), [])
})

test("the same choice may be made twice, and what is none stays to be told", () => {
  assert.deepEqual(chosenIn("good;good;<b>"), ["good", "good", "<b>"])
})
