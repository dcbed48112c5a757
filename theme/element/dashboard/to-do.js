// Which orders need somebody, and until when: a table that becomes a list on a phone.
import { element, format, grouped } from "../dom.js"
import { ORDERS, sorted } from "./sorting.js"

/** @import { OrdersToDo, OrderToDo } from "../answers.d.ts" */
/** @import { DashboardWords } from "../words.d.ts" */
/** @import { Order } from "./sorting.js" */

/**
 * The first of some orders, which the reader can put in another order.
 * @param {OrdersToDo} orders
 * @param {string} title
 * @param {string[]} states by urgency
 * @param {DashboardWords} words
 */
export function toDoTable({ total, first }, title, states, words) {
  const body = element("tbody")
  /** @param {Order} order */
  const show = (order) => {
    const rows = sorted(first, order, states)
    body.replaceChildren(...rows.map((row) => rowOf(row, words)))
  }
  show("deadline")
  const heads = [words.order, words.state, words.to_do, words.by, words.exposure]
  const row = element(
    "tr",
    {},
    heads.map((textContent) => element("th", { scope: "col", textContent })),
  )
  const shown = first.length < total ? words.shown_first : words.shown_all
  const counts = { total: grouped(total), count: first.length }
  const caption = element("caption", {}, element("b", { textContent: title }), format(shown, counts))
  const table = element("table", { className: "to-do" }, caption, element("thead", {}, row), body)
  if (first.length < 2) return [table]
  return [sorting(show, words), table]
}

/**
 * @param {(order: Order) => void} show
 * @param {DashboardWords} words
 */
function sorting(show, words) {
  const options = ORDERS.map((value) =>
    element("option", { value, textContent: words[`sort_${value}`] }),
  )
  const select = element("select", { className: "field__input" }, options)
  select.addEventListener("change", () => show(/** @type {Order} */ (select.value)))
  return element("label", { className: "to-do__sorting" }, words.sort, select)
}

/**
 * @param {OrderToDo} row
 * @param {DashboardWords} words
 */
function rowOf({ row, order, state, label, to_do: what, by, hours_left: left, exposure }, words) {
  const named = order || format(words.row, { row })
  const until = by === null ? words.no_deadline : whenOf(by, left, words)
  /**
   * @param {string} name
   * @param {...(Node | string)} children
   */
  const cell = (name, ...children) =>
    element("td", { className: `to-do__${name}` }, ...children)
  const made = element(
    "tr",
    {},
    element("th", { scope: "row", className: "to-do__order", textContent: named }),
    cell("state", element("span", { className: "state", textContent: label })),
    cell("what", what),
    cell("by", until),
    cell("exposure", Number(exposure) ? format(words.at_stake, { amount: exposure }) : "–"),
  )
  made.dataset.state = state
  return made
}

/**
 * @param {string} by a minute
 * @param {number | null} left full hours
 * @param {DashboardWords} words
 */
function whenOf(by, left, words) {
  if (left === null) return by
  const [template, count] = left < 0 ? [words.hours_ago, -left] : [words.hours_left, left]
  const hours = left === 0 ? words.soon : format(template, { count: grouped(count) })
  return element("span", {}, by, element("small", { textContent: hours }))
}
