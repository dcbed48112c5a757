// Pyodide's script and WebAssembly without what neither reaches: node cut.mjs FROM TO
// As published, the WebAssembly exports all it has for shared libraries that might be loaded. We load
// none, so what the script does not name is exported for nobody.
import assert from "node:assert/strict"
import { readFileSync, writeFileSync } from "node:fs"
import binaryen from "binaryen"
import { marked } from "./glue.mjs"
import { importsOf, read } from "./wasm.mjs"

const [from, to] = process.argv.slice(2)
const source = readFileSync(`${from}/pyodide.asm.js`, "utf8")
const wasm = readFileSync(`${from}/pyodide.asm.wasm`)

const { exports } = marked(source, namesOf(importsOf(wasm)))
const cut = withExports(wasm, exports)
// Fewer imports reach less of the script: no further exports, or the cut would have to be repeated.
const script = marked(source, namesOf(importsOf(cut)))
assert.deepEqual([...script.exports].sort(), [...exports].sort())
writeFileSync(`${to}/pyodide.asm.js`, script.text)
writeFileSync(`${to}/pyodide.asm.wasm`, cut)

/** @param {{ name: string }[]} imports */
function namesOf(imports) {
  return new Set(imports.map(({ name }) => name))
}

/**
 * @param {Uint8Array} binary
 * @param {Set<string>} kept
 */
function withExports(binary, kept) {
  const module = read(binary)
  const names = Array.from(
    { length: module.getNumExports() },
    (_, at) => binaryen.getExportInfo(module.getExportByIndex(at)).name,
  )
  const missing = [...kept].filter((name) => !names.includes(name))
  assert.deepEqual(missing, [], "the script names exports that are not there")
  for (const name of names) if (!kept.has(name)) module.removeExport(name)
  module.runPasses(["remove-unused-module-elements"])
  assert.ok(module.validate(), "what is left of the WebAssembly is not valid")
  return new Uint8Array(module.emitBinary())
}
