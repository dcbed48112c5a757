// Bundles theme/ with esbuild: node scripts.mjs THEME PYODIDE_ASM_JS < manifest.json > made.json
// What it makes is {files: {name: text}, parts: {part: name}}, maps among the files. The last two parts
// are no names but texts.
import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { build } from "esbuild"

/** @import { BuildOptions, Plugin } from "esbuild" */

const [theme = "", glue = ""] = process.argv.slice(2)
const manifest = readFileSync(0, "utf8")
/** @type {{ browserslist: string[] }} */
const { browserslist } = JSON.parse(readFileSync(join(theme, "..", "package.json"), "utf8"))

const OPTIONS = /** @satisfies {BuildOptions} */ ({
  absWorkingDir: theme,
  // Nothing is written there, but maps name their sources as they lie around it.
  outdir: "runtime",
  entryNames: "[name]-[hash]",
  bundle: true,
  charset: "utf8",
  format: "esm",
  logLevel: "error",
  minify: true,
  // Names must not depend on where node_modules really lies.
  preserveSymlinks: true,
  sourcemap: "linked",
  // Below these no WebAssembly of Pyodide's starts: it imports exception tags.
  target: browserslist.map((each) => each.replace("ios_saf", "ios").replace(" >= ", "")),
})

/** @type {Record<string, string>} */
const files = {}

/** @type {Record<string, string[]>} */
const modules = {} // of which each script is made

/**
 * What comes of what begins at `entry`.
 * @param {string} entry
 * @param {BuildOptions} [more]
 */
async function made(entry, more) {
  const { metafile, outputFiles } = await build({
    ...OPTIONS,
    ...more,
    entryPoints: [entry],
    metafile: true,
    write: false,
  })
  const outputs = Object.entries(metafile.outputs)
  const found = outputs.find(([, { entryPoint }]) => entryPoint === entry)
  assert.ok(found)
  const [path, { exports, inputs }] = found
  return { files: outputFiles, name: basename(path), exports, modules: Object.keys(inputs) }
}

/**
 * Bundles what begins at `entry`; the name of what the page asks for.
 * @param {string} entry
 * @param {BuildOptions} [more]
 */
async function bundled(entry, more) {
  const { name, ...whole } = await made(entry, more)
  for (const { path, text } of whole.files) files[basename(path)] = text
  modules[name] = whole.modules
  return name
}

/**
 * Gives a script what `lender` exports in the place of the modules that this is made of: the script of
 * calculators has them, and lends them as `ShopCalculator.lent`. So no module comes twice to a page,
 * and what it holds is there once.
 * @param {string} lender
 * @returns {Promise<Plugin>}
 */
async function borrowing(lender) {
  const lent = await made(lender)
  const known = new Set(lent.modules.map((path) => join(theme, path)))
  const contents = `export const { ${lent.exports} } = customElements.get("shop-calculator").lent`
  return {
    name: "borrowing",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) =>
        known.has(join(resolveDir, path)) ? { path: lender, namespace: "lent" } : undefined,
      )
      onLoad({ filter: /./, namespace: "lent" }, () => ({ contents }))
    },
  }
}

/**
 * Where a script lies, as seen from one beside it, and by what that knows it as it was built.
 * @param {string} name
 */
function told(name) {
  const text = files[name] ?? ""
  const sha256 = createHash("sha256").update(text).digest("hex")
  return JSON.stringify({ path: `./${name}`, size: Buffer.byteLength(text), sha256 })
}

const worker = await bundled(join("element", "runtime", "worker.js"), {
  alias: { "pyodide/pyodide.asm.js": glue },
  define: {
    MANIFEST: manifest,
    // Where it runs, which Pyodide's script asks in many places.
    ENVIRONMENT_IS_NODE: "false",
    ENVIRONMENT_IS_SHELL: "false",
    ENVIRONMENT_IS_WEB: "false",
    ENVIRONMENT_IS_WORKER: "true",
  },
  // What Pyodide asks of Node, were it there.
  external: ["node:*", "child_process", "crypto", "fs", "path", "ws"],
})
const panel = await bundled(join("element", "orders", "panel.js"), {
  entryNames: "orders-[hash]",
  plugins: [await borrowing(join("element", "lent.js"))],
})
const element = await bundled(join("element", "shop-calculator.js"), {
  define: { PANEL: told(panel), WORKER: told(worker) },
})
const twice = modules[panel]?.filter((path) => modules[element]?.includes(path))
assert.deepEqual(twice, [], "element/lent.js has to name what is in two scripts")
const pages = await bundled(join("pages", "pages.js"), {
  define: { ELEMENT: JSON.stringify(`./${element}`) },
})
// The theme starts it as a script, not as a module.
const search = await bundled(join("search", "worker.js"), {
  format: "iife",
  entryNames: "search-[hash]",
})
const style = await bundled("style.css")

/**
 * The text of a script that is no file under a name of its contents.
 * @param {string} entry
 */
async function textOf(entry) {
  const alone = /** @type {const} */ ({ format: "iife", sourcemap: false, write: false })
  const whole = await build({ ...OPTIONS, ...alone, entryPoints: [entry] })
  return whole.outputFiles[0]?.text.trim()
}

const parts = {
  ...{ worker, panel, element, pages, search, style },
  late_index: await textOf(join("pages", "late-index.js")),
  service_worker: await textOf(join("offline", "worker.js")),
}
console.log(JSON.stringify({ files, parts }))
