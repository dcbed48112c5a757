// The worker: boots Pyodide from our own files and answers calls, JSON text in, JSON text out.
import { loadPyodide } from "pyodide"
import "pyodide/pyodide.asm.js" // bundled, or Pyodide would fetch it by itself
import { orderCalls } from "../orders/worker.js"
import { Additions } from "./additions.js"
import { Compiling } from "./compiling.js"
import { LoadError, fetched } from "./files.js"

/** @import { Asked, CallName, Calls, Told } from "./messages.js" */

/**
 * The worker's functions; `tell` passes on what is to be heard before they give their value.
 * @typedef {{ [Name in CallName]: (
 *   argument: Calls[Name]["argument"],
 *   tell: (news: Calls[Name]["news"]) => void,
 * ) => Calls[Name]["value"] | Promise<Calls[Name]["value"]> }} Functions
 */

/** @param {string} path */
const here = (path) => new URL(path, import.meta.url).href

/** @type {Functions | null} */
let functions = null

/** @param {Told} message */
function tell(message) {
  postMessage(message)
}

/**
 * The end of this worker.
 * @param {unknown} error
 */
function failed(error) {
  const reason = error instanceof LoadError ? error.reason : "crashed"
  tell({ type: "failed", reason, detail: detailOf(error) })
}

/** @param {unknown} error */
function detailOf(error) {
  return error instanceof Error ? error.message : String(error)
}

/**
 * Pyodide's own end, after which nothing more can be asked of it.
 * @param {any} error
 */
function isFatal(error) {
  return error?.pyodide_fatal_error === true
}

/**
 * The bytes of the manifest's file at `path`.
 * @param {string} path
 * @param {RequestCache} cache
 * @param {(response: Response) => void} [meet]
 */
async function file(path, cache, meet) {
  const url = here(path)
  const built = MANIFEST.files[path]
  if (!built) throw new Error(`${path} is not in the manifest`)
  return fetched(
    url,
    built,
    cache,
    (loaded, total) => tell({ type: "progress", file: url, loaded, total }),
    meet,
  )
}

/**
 * Let what fetches one of `files`, by address, get its bytes from here.
 * @param {Map<string, Uint8Array<ArrayBuffer>>} files
 * @returns how to end that
 */
function serve(files) {
  const { fetch } = self
  self.fetch = async (asked, options) => {
    const bytes = files.get(String(asked))
    if (!bytes) return fetch(asked, options)
    return new Response(bytes, { headers: { "content-type": "application/wasm" } })
  }
  return () => {
    self.fetch = fetch
  }
}

/**
 * Pyodide only warns of code that this engine cannot compile or run, and waits for ever.
 * @param {Promise<WebAssembly.Module>} module whatever Pyodide has fetched
 */
function instantiate(module) {
  WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      const compiled = await module
      return { module: compiled, instance: await WebAssembly.instantiate(compiled, imports) }
    } catch (error) {
      failed(new LoadError("engine", detailOf(error)))
      throw error
    }
  }
}

/**
 * @param {RequestCache} cache
 * @param {string} lang
 */
async function start(cache, lang) {
  const { pyodide: folder, library, texts, orders, workbooks, lock } = MANIFEST
  const wasm = `${folder}pyodide.asm.wasm`
  const spoken = texts[lang] ?? ""
  const code = new Compiling()
  const [wasmBytes, libraryBytes, textsBytes] = await Promise.all([
    file(wasm, cache, (response) => code.begin(response)),
    file(library, cache),
    file(spoken, cache),
  ])
  const endServing = serve(
    new Map([
      [here(wasm), new Uint8Array()],
      [here(library), libraryBytes],
    ]),
  )
  instantiate(code.module(wasmBytes))
  tell({ type: "starting" })
  const pyodide = await loadPyodide({
    indexURL: here(folder),
    stdLibURL: here(library),
    lockFileContents: lock,
  })
  endServing()
  const added = new Additions(pyodide, (path) => file(path, "default"))
  added.add(spoken, textsBytes)
  /** @param {string} module */
  const from = (module) => pyodide.pyimport(`calculators.page${module}`)
  const answers = from("")
  functions = {
    ask: (request) => answers.reply(request),
    chart: (request) => from(".chart").chart(request),
    compare: (request) => from(".comparison").comparison(request),
    calendar: (request) => from(".deadlines").calendar_file(request),
    // Headings are understood in every language.
    ...orderCalls(pyodide, (isWorkbook) =>
      added.load([...Object.values(texts), orders, ...(isWorkbook ? [workbooks] : [])]),
    ),
  }
  tell({ type: "ready" })
}

// What Pyodide does not pass on shows only here.
self.addEventListener("unhandledrejection", ({ reason }) => {
  if (functions === null) failed(reason)
})

self.addEventListener("message", async (/** @type {MessageEvent<Asked>} */ { data }) => {
  if (data.type === "start") {
    start(data.cache, data.lang).catch(failed)
    return
  }
  const { id, name, argument } = data
  tell({ type: "begun", id })
  try {
    if (functions === null) throw new Error(`${name} before the start`)
    // Which argument goes with which name, the message's own type says.
    const answer = /** @type {(argument: unknown, tell: (news: unknown) => void) => unknown} */ (
      functions[name]
    )
    const value = await answer(argument, (news) => tell({ type: "news", id, news }))
    tell({ type: "value", id, value })
  } catch (error) {
    if (isFatal(error)) {
      failed(error)
      return
    }
    const reason = error instanceof LoadError ? error.reason : "error"
    tell({ type: "error", id, reason, detail: detailOf(error) })
  }
})
