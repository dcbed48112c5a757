// When the next deadlines are: bars that are a list to those who do not see them.
import { element, format } from "../dom.js"
import { grouped } from "../orders/parts.js"

/** @import { DeadlinesAhead } from "../answers.d.ts" */
/** @import { DashboardWords } from "../words.d.ts" */

/**
 * A figure of the hours in which deadlines stand; hours without one are left out.
 * @param {DeadlinesAhead} deadlines
 * @param {DashboardWords} words
 */
export function deadlinesFigure({ overdue, bins, later }, words) {
  const ahead = bins.filter(({ count }) => count > 0)
  const most = Math.max(1, overdue, later, ...ahead.map(({ count }) => count))
  /**
   * @param {string} label
   * @param {number} count
   * @param {string} [kind]
   */
  const bar = (label, count, kind = "") => {
    const drawn = element("span", { className: "deadlines__bar" })
    drawn.style.setProperty("--share", String(count / most))
    return element(
      "li",
      { className: kind && `deadlines__${kind}` },
      element("span", { className: "deadlines__label", textContent: label }),
      drawn,
      element("span", { textContent: format(words.orders, { count: grouped(count) }) }),
    )
  }
  const items = [
    ...(overdue ? [bar(words.overdue_bar, overdue, "overdue")] : []),
    ...ahead.map(({ label, count }) => bar(label, count)),
    ...(later ? [bar(words.later_bar, later, "later")] : []),
  ]
  const caption = element("figcaption", { textContent: words.deadlines })
  const empty = ahead.length ? null : element("p", { textContent: words.none_ahead })
  return element(
    "figure",
    { className: "deadlines" },
    caption,
    empty,
    items.length ? element("ol", {}, items) : null,
  )
}
