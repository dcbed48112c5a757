// One worker for all pages: started on intent, kept while the reader goes from page to page.
import { Connection } from "./connection.js"
import { read, written } from "./json.js"

/** @import { Reply, Request } from "../answers.d.ts" */

const connection = new Connection(
  () => new Worker(new URL(WORKER, import.meta.url), { type: "module" }),
)

export const start = connection.start.bind(connection)
export const observe = connection.observe.bind(connection)

/** @type {typeof connection.call} */
export const call = (name, argument, hear) => connection.call(name, argument, hear)

/**
 * Let go of a file of orders; a worker that is gone has let go of all.
 * @param {number} key
 */
export function closeOrders(key) {
  if (connection.state.name === "ready") call("closeOrders", key).catch(() => {})
}

/**
 * The reply to `request` (see `calculators.page.reply`); rejects with a `CallError`.
 * @param {Request} request
 * @returns {Promise<Reply>}
 */
export async function ask(request) {
  return read(await call("ask", written(request)))
}
