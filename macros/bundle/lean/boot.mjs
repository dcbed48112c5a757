// Whether Pyodide starts from a script and a WebAssembly of ours, and answers:
// node boot.mjs FOLDER PYODIDE_DIR LIBRARY TEXTS < request.json > answer.json
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { pathToFileURL } from "node:url"
import { start } from "../pyodide.mjs"

const [folder = "", pyodideDir = "", library = "", texts = ""] = process.argv.slice(2)
Object.assign(globalThis, {
  // The names that the script leaves open; the published one says them itself.
  ENVIRONMENT_IS_NODE: true,
  ENVIRONMENT_IS_SHELL: false,
  ENVIRONMENT_IS_WEB: false,
  ENVIRONMENT_IS_WORKER: false,
  // It is no module, wherever it lies.
  __dirname: folder,
  require: createRequire(import.meta.url),
})
await import(pathToFileURL(`${folder}/pyodide.asm.js`).href)
const pyodide = await start(pyodideDir, { indexURL: `${folder}/`, stdLibURL: library })
pyodide.FS.writeFile("/lib/texts.zip", readFileSync(texts))
pyodide.pyimport("sitecustomize").add("/lib/texts.zip")
console.log(pyodide.pyimport("calculators.page").reply(readFileSync(0, "utf8")))
