// The Pyodide that npm installed, under Node: Python with its own library, or another, and no packages.
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

// Node's own report begins with the line it stopped at: all of Pyodide's glue.
process.on("uncaughtException", (error) => {
  console.error(error.message)
  process.exit(1)
})

/**
 * A lock that names Pyodide itself and no packages.
 * @param {string} dir
 */
export function emptyLock(dir) {
  const { info } = JSON.parse(readFileSync(`${dir}/pyodide-lock.json`, "utf8"))
  return { info, packages: {} }
}

/**
 * @param {string} dir
 * @param {Parameters<typeof import("pyodide").loadPyodide>[0]} [options]
 */
export async function start(dir, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(`${dir}/pyodide.mjs`).href)
  return loadPyodide({ indexURL: `${dir}/`, lockFileContents: emptyLock(dir), ...options })
}
