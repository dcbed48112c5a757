// How near the shop is to the limits that stop its sales.
import { element, format } from "../dom.js"
import { folded, grouped, scrollingTable } from "../orders/parts.js"
import { sourceOf } from "../result/result.js"

/** @import { LimitStanding, ShopDay, ShopLimits } from "../answers.d.ts" */
/** @import { DashboardWords } from "../words.d.ts" */

// As many that were reached as show at once.
const OPEN = 2

/**
 * The limits that were reached, the nearest of the others, and the days they are counted by.
 * @param {ShopLimits} limits
 * @param {DashboardWords} words
 */
export function limitsOf({ days, reached, nearest, others, notes }, words) {
  const open = reached.slice(0, OPEN)
  const rest = [
    ...reached.slice(OPEN).map((each) => standing(each, "reached", words)),
    ...others.map((each) => standing(each, "other", words)),
  ]
  return [
    ...open.map((each) => standing(each, "reached", words)),
    nearest && standing(nearest, "nearest", words),
    rest.length ? folded(format(words.other_limits, { count: rest.length }), rest) : null,
    days.length ? folded(words.days, [daysTable(days, words)]) : null,
    notes.length
      ? element(
          "ul",
          { className: "limits__notes" },
          notes.map((textContent) => element("li", { textContent })),
        )
      : null,
  ].filter((part) => part !== null)
}

/**
 * @param {LimitStanding} limit
 * @param {"reached" | "nearest" | "other"} kind
 * @param {DashboardWords} words
 */
function standing({ id, label, text, brings, lifts, source }, kind, words) {
  /** @param {string} term @param {string} said */
  const line = (term, said) => element("p", {}, element("b", { textContent: term }), said)
  const made = element(
    "div",
    { className: `limit limit--${kind}` },
    element("p", { className: "limit__kind", textContent: words[`limit_${kind}`] }),
    element("p", { className: "limit__label", textContent: label }),
    element("p", { textContent: text }),
    line(words.brings, brings),
    line(words.lifts, lifts),
    sourceOf(source),
  )
  made.dataset.limit = id
  return made
}

/**
 * @param {ShopDay[]} days
 * @param {DashboardWords} words
 */
function daysTable(days, words) {
  /** @param {number} count @param {string | null} rate */
  const share = (count, rate) =>
    rate === null ? grouped(count) : format(words.share, { count: grouped(count), rate })
  const heads = [words.day, words.due, words.late, words.out_of_stock, words.abnormal]
  const rows = days.map((day) => [
    day.day,
    grouped(day.due),
    share(day.late, day.late_rate),
    share(day.out_of_stock, day.out_of_stock_rate),
    share(day.abnormal, day.abnormal_rate),
  ])
  return scrollingTable(heads, rows, words.days, { named: true })
}
