import assert from "node:assert/strict"
import { afterEach, mock, test } from "node:test"
import { isIn, now, today } from "./day.js"

afterEach(() => mock.timers.reset())

for (const [utc, day, minute] of [
  ["2026-11-25T15:59:59Z", "2026-11-25", "2026-11-25 23:59"],
  ["2026-11-25T16:00:00Z", "2026-11-26", "2026-11-26 00:00"],
  ["2026-12-31T23:30:00Z", "2027-01-01", "2027-01-01 07:30"],
]) {
  test(`at ${utc} it is ${minute} on Douyin's clock`, () => {
    mock.timers.enable({ apis: ["Date"], now: Date.parse(utc) })
    assert.equal(today(), day)
    assert.equal(now(), minute)
  })
}

test("a period holds its first and its last day", () => {
  assert.ok(isIn([["2026-05-06", null]], "2026-05-06"))
  assert.ok(!isIn([["2026-05-06", null]], "2026-05-05"))
  assert.ok(isIn([["2021-07-01", "2026-05-05"]], "2026-05-05"))
  assert.ok(!isIn([["2021-07-01", "2026-05-05"]], "2026-05-06"))
  assert.ok(
    isIn(
      [
        ["2020-01-01", "2020-12-31"],
        ["2026-05-06", null],
      ],
      "2027-01-01",
    ),
  )
})
