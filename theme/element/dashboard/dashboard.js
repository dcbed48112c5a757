// What a file of orders comes to, above its rows: what needs somebody, until when, what is at stake,
// and how near the shop is to its limits.
import { element, format } from "../dom.js"
import { folded, grouped } from "../orders/parts.js"
import { figure } from "../result/result.js"
import { deadlinesFigure } from "./deadlines.js"
import { limitsOf } from "./limits.js"
import { atStake } from "./stake.js"
import { toDoTable } from "./to-do.js"

/** @import { CountedState, Dashboard, RepeatedParcels } from "../answers.d.ts" */
/** @import { DashboardWords } from "../words.d.ts" */

/**
 * The parts of a dashboard, to be shown one after the other: each takes a browser some time.
 * @param {Dashboard} dashboard
 * @param {DashboardWords} words
 * @returns {(() => HTMLElement)[]}
 */
export function dashboardParts(dashboard, words) {
  const { states, money, overdue, due, both, deadlines, parcels, limits } = dashboard
  const urgent = states.map(({ id }) => id)
  return [
    () => leadOf(dashboard, words),
    () =>
      part(
        words.states,
        element(
          "ul",
          { className: "states" },
          states.map((state) => stateOf(state, words)),
        ),
        element("dl", { className: "result__outputs" }, money.map(figure)),
      ),
    ...(due.total
      ? [() => part("", ...toDoTable(due, words.due_title, urgent, words), ...noteOf(both))]
      : []),
    () => part("", deadlinesFigure(deadlines, words)),
    ...(overdue.total
      ? [() => part("", ...toDoTable(overdue, words.overdue_title, urgent, words))]
      : []),
    () => part(words.limits, ...limitsOf(limits, words)),
    () => part(words.parcels, ...parcelsOf(parcels, words)),
  ]
}

/**
 * @param {Dashboard} dashboard
 * @param {DashboardWords} words
 */
function leadOf({ now, orders, overdue, in_time: inTime, limits }, words) {
  /** @param {string} template @param {number} count */
  const said = (template, count) => (count ? format(template, { count: grouped(count) }) : null)
  const sentences = [
    said(words.lead_due, inTime),
    said(words.lead_overdue, overdue.total),
    said(words.lead_reached, limits.reached.length),
  ].filter((sentence) => sentence !== null)
  const urgent = overdue.total || limits.reached.length ? " dashboard__lead--urgent" : ""
  return element(
    "div",
    { className: `dashboard__lead${urgent}` },
    element("p", { textContent: format(words.lead, { now, count: grouped(orders) }) }),
    element("p", {}, element("b", { textContent: sentences.join("") || words.lead_calm })),
  )
}

/**
 * @param {CountedState} state
 * @param {DashboardWords} words
 */
function stateOf({ id, label, count, ...amount }, words) {
  const stake = atStake(amount, words)
  const made = element(
    "li",
    { className: "states__one" },
    element("span", { className: "state", textContent: label }),
    stake === null ? null : element("small", { textContent: stake }),
    element("b", { textContent: format(words.orders, { count: grouped(count) }) }),
  )
  made.dataset.state = id
  return made
}

/**
 * @param {RepeatedParcels} parcels
 * @param {DashboardWords} words
 */
function parcelsOf({ known, total, first, note }, words) {
  const list = first.map(({ parcel, orders, total: count }) => {
    const more = count > orders.length ? format(words.more_orders, { count }) : ""
    return element("li", {
      textContent: `${parcel}${words.is}${orders.join(words.separator)}${more}`,
    })
  })
  const shown = format(words.repeated, { total: grouped(total), count: first.length })
  return [
    total ? folded(shown, [element("ul", {}, list)]) : null,
    !total && known ? element("p", { textContent: words.none_repeated }) : null,
    element("p", { textContent: note }),
  ].filter((each) => each !== null)
}

/** @param {string} textContent */
function noteOf(textContent) {
  return textContent ? [element("p", { textContent })] : []
}

/**
 * @param {string} title
 * @param {...HTMLElement} parts
 */
function part(title, ...parts) {
  const heading = title ? element("p", { className: "result__heading", textContent: title }) : null
  return element("div", { className: "dashboard__part" }, heading, ...parts)
}
