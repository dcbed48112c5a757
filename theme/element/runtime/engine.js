// Whether a browser can run the browser's Python, which is asked before anything of it is fetched.

/** @param {Record<string, any>} scope the browser's globals */
export function canRun(scope = globalThis) {
  const { WebAssembly, Worker } = scope
  // Pyodide's code throws exceptions of WebAssembly.
  return typeof WebAssembly?.Tag === "function" && isOfModules(Worker)
}

/**
 * Whether workers may be modules: an engine that knows of that looks at the option. Nothing begins,
 * for the address is none.
 * @param {any} Worker
 */
function isOfModules(Worker) {
  let asked = false
  const options = {
    get type() {
      asked = true
      return "module"
    },
  }
  try {
    new Worker("http://[", options)
  } catch {
    // As it should.
  }
  return asked
}
