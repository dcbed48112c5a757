// One worker for all pages: started on intent, kept while the reader goes from page to page.
import { Connection } from "./connection.js"
import { read, written } from "./json.js"

/** @import { AnswerReply, AnswerRequest } from "../answers.d.ts" */

const connection = new Connection(
  () => new Worker(new URL(WORKER, import.meta.url), { type: "module" }),
)

export const start = connection.start.bind(connection)
export const observe = connection.observe.bind(connection)

/** @type {typeof connection.call} */
export const call = (name, argument, hear) => connection.call(name, argument, hear)

/**
 * The reply to `request` (see `calculators.page.reply`); rejects when the worker fails.
 * @param {AnswerRequest} request
 * @returns {Promise<AnswerReply>}
 */
export async function ask(request) {
  return read(await call("ask", written(request)))
}
