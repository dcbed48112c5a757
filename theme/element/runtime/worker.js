// The worker: boots Pyodide from our own files and answers calls, JSON text in, JSON text out.
// Messages in:  {type: "start"} · {type: "call", id, name, argument}
// Messages out: {type: "progress", file, loaded, total} · {type: "starting"} · {type: "ready"}
//               {type: "news", id, news} · {type: "value", id, value} · {type: "failed", reason, detail}
import { loadPyodide } from "pyodide"
import { orderCalls } from "../orders/worker.js"

const here = (path) => new URL(path, import.meta.url).href
const SIZES = new Map(Object.entries(MANIFEST.sizes).map(([path, size]) => [here(path), size]))

let calls = {}

function failed(reason, error) {
  postMessage({ type: "failed", reason, detail: String(error?.message ?? error) })
}

// loadPyodide() stays pending for ever when a file is missing, truncated or an error page in HTML:
// so every response is checked here, against the sizes known when the site was built.
const fetchAsIs = self.fetch.bind(self)
self.fetch = async (resource, options) => {
  const url = new URL(resource?.url ?? resource, import.meta.url).href
  let response
  try {
    response = await fetchAsIs(resource, options)
  } catch (error) {
    failed("download", `${url}: ${error.message}`)
    throw error
  }
  if (!response.ok) failed("download", `${url}: ${response.status}`)
  return SIZES.has(url) ? counted(response, url) : response
}

// Counts bytes as they come over the wire where the server says how many those are, else unpacked.
function counted(response, url) {
  const { status, statusText, headers } = response
  const size = SIZES.get(url)
  const total = Number(headers.get("content-length")) || size
  const reader = response.body.getReader()
  let unpacked = 0
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) {
          if (unpacked !== size) failed("incomplete", `${url}: ${unpacked} bytes, not ${size}`)
          controller.close()
          return
        }
        unpacked += value.byteLength
        postMessage({ type: "progress", file: url, loaded: (unpacked / size) * total, total })
        controller.enqueue(value)
      } catch (error) {
        failed("incomplete", `${url}: ${error.message}`)
        controller.error(error)
      }
    },
  })
  // A server that calls wasm by another name would cost the compilation while downloading.
  const typed = new Headers(headers)
  if (url.endsWith(".wasm")) typed.set("content-type", "application/wasm")
  return new Response(body, { status, statusText, headers: typed })
}

async function start() {
  // Pyodide asks for it, too, but would not say that it did not come.
  import(here(`${MANIFEST.pyodide}pyodide.asm.js`)).catch((error) => failed("download", error))
  const pyodide = await loadPyodide({
    indexURL: here(MANIFEST.pyodide),
    stdLibURL: here(MANIFEST.library),
    lockFileContents: MANIFEST.lock,
  })
  postMessage({ type: "starting" })
  const from = (module) => pyodide.pyimport(`calculators.page${module}`)
  const answers = from("")
  calls = {
    ask: (request) => answers.reply(request),
    chart: (request) => from(".chart").chart(request),
    compare: (request) => from(".comparison").comparison(request),
    calendar: (request) => from(".deadlines").calendar_file(request),
    ...orderCalls(pyodide, here(MANIFEST.workbooks)),
  }
  postMessage({ type: "ready" })
}

// A stream that breaks off, or a library that is missing, shows only here.
self.addEventListener("unhandledrejection", (event) => failed("crashed", event.reason))

self.addEventListener("message", async ({ data }) => {
  if (data.type === "start") {
    start().catch((error) => failed("crashed", error))
    return
  }
  const { id, name, argument } = data
  try {
    const value = await calls[name](argument, (news) => postMessage({ type: "news", id, news }))
    postMessage({ type: "value", id, value })
  } catch (error) {
    failed("crashed", error)
  }
})
