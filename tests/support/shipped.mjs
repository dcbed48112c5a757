// The worker as it is shipped, under Node: node shipped.mjs WORKER LANG < calls.json > values.json
// Calls are [name, argument], or ["orders", {request, plan, bytes}] for a whole file of orders.
import { readFileSync } from "node:fs"
import { fileURLToPath, pathToFileURL } from "node:url"

const [script = "", lang = ""] = process.argv.slice(2)
/** @type {[string, any][]} */
const calls = JSON.parse(readFileSync(0, "utf8"))

// A worker's globals, as far as ours and Pyodide look at them.
const page = new EventTarget()
const scope = new EventTarget()
Object.assign(process, { browser: true }) // what they say who only look like Node
Object.assign(globalThis, {
  self: globalThis,
  WorkerGlobalScope: class {
    static [Symbol.hasInstance]() {
      return true
    }
  },
  location: pathToFileURL(script),
  addEventListener: scope.addEventListener.bind(scope),
  postMessage: (/** @type {unknown} */ data) =>
    page.dispatchEvent(new MessageEvent("message", { data })),
  fetch: async (/** @type {string | URL} */ url) => new Response(readFileSync(fileURLToPath(url))),
  FileReaderSync: class {
    readAsArrayBuffer(/** @type {Uint8Array} */ bytes) {
      return bytes.slice().buffer
    }
  },
})

let lastId = 0
/** @type {Map<number, (told: any) => void>} */
const waiting = new Map()
const ready = new Promise((resolve, reject) => {
  page.addEventListener("message", (event) => {
    const { data } = /** @type {MessageEvent} */ (event)
    if (data.type === "ready") resolve(null)
    if (data.type === "failed") reject(new Error(`${data.reason}: ${data.detail}`))
    if (data.type === "value" || data.type === "error") waiting.get(data.id)?.(data)
  })
})

/** @param {unknown} data */
function tell(data) {
  scope.dispatchEvent(new MessageEvent("message", { data }))
}

/**
 * What the worker gives, or says of its mistake.
 * @param {string} name
 * @param {unknown} argument
 */
async function call(name, argument) {
  const id = ++lastId
  const told = await new Promise((resolve) => {
    waiting.set(id, resolve)
    tell({ type: "call", id, name, argument })
  })
  return told.type === "error" ? { [told.reason]: told.detail } : told.value
}

/** @param {{ request: unknown, plan: unknown, bytes: number[] }} file */
async function orders({ request, plan, bytes }) {
  const file = Object.assign(Uint8Array.from(bytes), { size: bytes.length })
  const asked = { request: JSON.stringify(request), files: [file] }
  const { key, found } = await call("openOrders", asked)
  const answered = await call("answerOrders", { key, plan: JSON.stringify(plan) })
  const text = answered.file && Buffer.from(await answered.file.arrayBuffer()).toString("utf8")
  return { found, text, soFar: answered.soFar, dashboard: await call("dashboard", key) }
}

await import(pathToFileURL(script).href)
tell({ type: "start", cache: "default", lang })
await ready
const values = []
for (const [name, argument] of calls) {
  values.push(await (name === "orders" ? orders(argument) : call(name, argument)))
}
process.stdout.write(JSON.stringify(values), () => process.exit())
