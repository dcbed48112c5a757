// Which orders need somebody, and until when: a table that becomes a list on a phone.
import { button, element, format } from "../dom.js"
import { grouped } from "../orders/parts.js"
import { ORDERS, sorted } from "./sorting.js"
import { atStake } from "./stake.js"

/** @import { OrdersToDo, OrderToDo } from "../answers.d.ts" */
/** @import { DashboardWords } from "../words.d.ts" */
/** @import { Order } from "./sorting.js" */

// As many as show at once: on a phone twenty are three screens.
const OPEN = 5

/**
 * The first of some orders, which the reader can put in another order.
 * @param {OrdersToDo} orders
 * @param {string} title
 * @param {string[]} states by urgency
 * @param {DashboardWords} words
 */
export function toDoTable({ total, first }, title, states, words) {
  const body = element("tbody")
  /** @type {Order} */
  let order = "deadline"
  let open = first.length > OPEN + 1 ? OPEN : first.length
  const show = () => {
    const rows = sorted(first, order, states).slice(0, open)
    body.replaceChildren(...rows.map((row) => rowOf(row, words)))
  }
  show()
  const more = button(format(words.more, { count: first.length - open }), () => {
    const next = open
    open = first.length
    show()
    more.remove()
    // The button had the focus: the keyboard goes on at the first of the new rows.
    if (body.children[next] instanceof HTMLElement) body.children[next].focus()
  })
  const heads = [words.order, words.state, words.to_do, words.by, words.exposure]
  const row = element(
    "tr",
    {},
    heads.map((textContent) => element("th", { scope: "col", textContent })),
  )
  const shown = first.length < total ? words.shown_first : words.shown_all
  const counts = { total: grouped(total), count: first.length }
  const caption = element(
    "caption",
    {},
    element("b", { textContent: title }),
    format(shown, counts),
  )
  const table = element("table", { className: "to-do" }, caption, element("thead", {}, row), body)
  /** @param {Order} chosen */
  const sort = (chosen) => {
    order = chosen
    show()
  }
  return [
    first.length > 1 ? sorting(sort, words) : null,
    table,
    open < first.length ? more : null,
  ].filter((part) => part !== null)
}

/**
 * @param {(order: Order) => void} sort
 * @param {DashboardWords} words
 */
function sorting(sort, words) {
  const options = ORDERS.map((value) =>
    element("option", { value, textContent: words[`sort_${value}`] }),
  )
  const select = element("select", { className: "field__input" }, options)
  select.addEventListener("change", () => sort(/** @type {Order} */ (select.value)))
  return element("label", { className: "to-do__sorting" }, words.sort, select)
}

/**
 * @param {OrderToDo} row
 * @param {DashboardWords} words
 */
function rowOf({ row, order, state, label, to_do: what, by, hours_left: left, ...stake }, words) {
  const named = order || format(words.row, { row })
  const until = by === null ? words.no_deadline : whenOf(by, left, words)
  /**
   * @param {string} name
   * @param {...(Node | string)} children
   */
  const cell = (name, ...children) => element("td", { className: `to-do__${name}` }, ...children)
  const made = element(
    "tr",
    { tabIndex: -1 },
    element("th", { scope: "row", className: "to-do__order", textContent: named }),
    cell("state", element("span", { className: "state", textContent: label })),
    cell("what", what),
    cell("by", until),
    cell("exposure", atStake(stake, words) ?? ""),
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
  const minute = by.slice("2026-".length) // the year goes without saying
  if (left === null) return minute
  const hours = left < 1 ? words.soon : format(words.hours_left, { count: grouped(left) })
  return element("span", {}, minute, element("small", { textContent: hours }))
}
