// Pyodide as published, as its documentation says: load everything, put our package in, ask. Imported
// by a page it runs on the page's own thread; as the script of a worker it waits to be asked there.
export async function begin({ request }) {
  const { loadPyodide } = await import("./packages/pyodide/pyodide.mjs")
  const pyodide = await loadPyodide()
  const zip = await (await fetch(new URL("./calculators.zip", import.meta.url))).arrayBuffer()
  pyodide.FS.writeFile("/lib/calculators.zip", new Uint8Array(zip))
  pyodide.runPython("import sys; sys.path.insert(0, '/lib/calculators.zip')")
  const { reply } = pyodide.pyimport("calculators.page")
  return (paid) => reply(JSON.stringify({ ...request, inputs: { paid } }))
}

function heard() {
  return new Promise((resolve) => {
    addEventListener("message", ({ data }) => resolve(data), { once: true })
  })
}

async function serve() {
  const ask = await begin(await heard())
  postMessage("ready")
  for (;;) postMessage(ask(await heard()))
}

if (typeof document === "undefined") serve()
