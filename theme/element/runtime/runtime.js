// One worker for all pages: started on intent, kept while the reader goes from page to page.
import { Connection } from "./connection.js"
import { fetched } from "./files.js"
import { read, written } from "./json.js"

/** @import { AnswerReply, AnswerRequest } from "../answers.d.ts" */
/** @import { Progress } from "./messages.js" */

const script = new URL(WORKER.path, import.meta.url).href

// A reader who waits for a reason is told a plainer one after so many milliseconds.
const SOON = 5_000

// A page in the other language is another document.
const connection = new Connection(open, isOutdated, document.documentElement.lang)

/**
 * A worker does not say why its script did not come or run: so it is fetched like all that the worker
 * fetches itself, and then lies in the cache. After a failure the worker is another module, whatever
 * is kept under the name of the first.
 * @param {number} failures
 * @param {(progress: Progress) => void} hear
 */
async function open(failures, hear) {
  await fetched(script, WORKER, failures ? "reload" : "default", (loaded, total) =>
    hear({ type: "progress", file: script, loaded, total }),
  )
  return new Worker(failures ? `${script}?again=${Date.now()}` : script, { type: "module" })
}

/**
 * Whether the site is newer than the page on show, which names a script of calculators: then the
 * server's names another.
 */
export async function isOutdated() {
  try {
    const giveUp = new AbortController()
    setTimeout(() => giveUp.abort(), SOON)
    const page = await fetch(location.href, { cache: "reload", signal: giveUp.signal })
    const [named] = /shop-calculator-\w+\.js/.exec(await page.text()) ?? []
    return page.ok && named !== undefined && !import.meta.url.includes(named)
  } catch {
    return false
  }
}

// What failed for want of a network begins again with it.
addEventListener("online", () => {
  const { state } = connection
  if (state.name === "failed" && state.reason === "network") connection.start()
})

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
 * @param {AnswerRequest} request
 * @returns {Promise<AnswerReply>}
 */
export async function ask(request) {
  return read(await call("ask", written(request)))
}
