// In which order the list of what to do stands.

/** @import { OrderToDo } from "../answers.d.ts" */

/** @typedef {"deadline" | "money" | "state"} Order */

/** @type {Order[]} */
export const ORDERS = ["deadline", "money", "state"]

/**
 * `rows` in an `order`; those that are equal in it keep theirs, which is by deadline.
 * @param {OrderToDo[]} rows
 * @param {Order} order
 * @param {string[]} states by urgency
 */
export function sorted(rows, order, states) {
  const place = new Map(states.map((id, at) => [id, at]))
  /** @param {OrderToDo} row */
  const weight = ({ yuan, state }) =>
    order === "money" ? -Number(yuan) : (place.get(state) ?? states.length)
  if (order === "deadline") return [...rows]
  return [...rows].sort((one, other) => weight(one) - weight(other))
}
