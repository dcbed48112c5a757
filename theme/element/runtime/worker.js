// The worker: boots Pyodide from our own files and answers calls, JSON text in, JSON text out.
import { loadPyodide } from "pyodide"
import { orderCalls } from "../orders/worker.js"

/** @import { Asked, CallName, Calls, Failure, Told } from "./messages.js" */

/**
 * The worker's functions; `tell` passes on what is to be heard before they give their value.
 * @typedef {{ [Name in CallName]: (
 *   argument: Calls[Name]["argument"],
 *   tell: (news: Calls[Name]["news"]) => void,
 * ) => Calls[Name]["value"] | Promise<Calls[Name]["value"]> }} Functions
 */

/** @param {string} path */
const here = (path) => new URL(path, import.meta.url).href
const SIZES = new Map(Object.entries(MANIFEST.sizes).map(([path, size]) => [here(path), size]))

/** @type {Functions | null} */
let functions = null

/** @param {Told} message */
function tell(message) {
  postMessage(message)
}

/**
 * @param {Failure} reason
 * @param {unknown} error
 */
function failed(reason, error) {
  tell({ type: "failed", reason, detail: error instanceof Error ? error.message : String(error) })
}

// loadPyodide() stays pending for ever when a file is missing, truncated or an error page in HTML:
// so every response is checked here, against the sizes known when the site was built.
const fetchAsIs = self.fetch.bind(self)
self.fetch = async (resource, options) => {
  const asked = resource instanceof Request ? resource.url : resource
  const url = new URL(asked, import.meta.url).href
  let response
  try {
    response = await fetchAsIs(resource, options)
  } catch (error) {
    failed("download", `${url}: ${error}`)
    throw error
  }
  if (!response.ok) failed("download", `${url}: ${response.status}`)
  const size = SIZES.get(url)
  return size && response.body ? counted(response, response.body, url, size) : response
}

/**
 * `response` again, whose `body` is counted as it comes over the wire where the server says how
 * many bytes those are, else unpacked.
 * @param {Response} response
 * @param {ReadableStream<Uint8Array>} body
 * @param {string} url
 * @param {number} size
 */
function counted({ status, statusText, headers }, body, url, size) {
  const total = Number(headers.get("content-length")) || size
  const reader = body.getReader()
  let unpacked = 0
  const passedOn = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) {
          if (unpacked !== size) failed("incomplete", `${url}: ${unpacked} bytes, not ${size}`)
          controller.close()
          return
        }
        unpacked += value.byteLength
        tell({ type: "progress", file: url, loaded: (unpacked / size) * total, total })
        controller.enqueue(value)
      } catch (error) {
        failed("incomplete", `${url}: ${error}`)
        controller.error(error)
      }
    },
  })
  // A server that calls wasm by another name would cost the compilation while downloading.
  const typed = new Headers(headers)
  if (url.endsWith(".wasm")) typed.set("content-type", "application/wasm")
  return new Response(passedOn, { status, statusText, headers: typed })
}

async function start() {
  // Pyodide asks for it, too, but would not say that it did not come.
  import(here(`${MANIFEST.pyodide}pyodide.asm.js`)).catch((error) => failed("download", error))
  const pyodide = await loadPyodide({
    indexURL: here(MANIFEST.pyodide),
    stdLibURL: here(MANIFEST.library),
    lockFileContents: MANIFEST.lock,
  })
  tell({ type: "starting" })
  /** @param {string} module */
  const from = (module) => pyodide.pyimport(`calculators.page${module}`)
  const answers = from("")
  functions = {
    ask: (request) => answers.reply(request),
    chart: (request) => from(".chart").chart(request),
    compare: (request) => from(".comparison").comparison(request),
    calendar: (request) => from(".deadlines").calendar_file(request),
    ...orderCalls(pyodide, here(MANIFEST.workbooks)),
  }
  tell({ type: "ready" })
}

// A stream that breaks off, or a library that is missing, shows only here.
self.addEventListener("unhandledrejection", (event) => failed("crashed", event.reason))

self.addEventListener("message", async (/** @type {MessageEvent<Asked>} */ { data }) => {
  if (data.type === "start") {
    start().catch((error) => failed("crashed", error))
    return
  }
  const { id, name, argument } = data
  try {
    if (functions === null) throw new Error(`${name} before the start`)
    // Which argument goes with which name, the message's own type says.
    const answer = /** @type {(argument: unknown, tell: (news: unknown) => void) => unknown} */ (
      functions[name]
    )
    const value = await answer(argument, (news) => tell({ type: "news", id, news }))
    tell({ type: "value", id, value })
  } catch (error) {
    failed("crashed", error)
  }
})
