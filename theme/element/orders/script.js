// The script that reads files of orders: it comes when the part of a page for them is opened, once
// for all calculators, and runs only as it was built.
import { pause } from "../pause.js"
import { PATIENCE } from "../runtime/connection.js"
import { LoadError, fetched } from "../runtime/files.js"
import { isOutdated } from "../runtime/runtime.js"

/** @typedef {typeof import("./panel.js")} PanelScript */

const script = new URL(PANEL.path, import.meta.url).href

/** @type {Promise<PanelScript> | null} */
let coming = null
// A page does not ask twice for a module that has failed under its name.
let name = script

/**
 * The script; rejects with a `LoadError`, and is fetched anew when it is asked for again.
 * @returns {Promise<PanelScript>}
 */
export function panelScript() {
  coming ??= load().catch((error) => {
    coming = null
    throw error
  })
  return coming
}

/** @returns {Promise<PanelScript>} */
async function load() {
  try {
    await Promise.race([fetched(script, PANEL, "default", () => {}), stalling()])
  } catch (error) {
    const isMissing = error instanceof LoadError && error.reason === "missing"
    if (isMissing && (await isOutdated())) throw new LoadError("outdated", error.message)
    throw error
  }
  try {
    return await import(name)
  } catch (error) {
    name = `${script}?again=${Date.now()}`
    throw new LoadError("engine", `${script}: ${error}`) // for it has come as it was built
  }
}

/** @returns {Promise<never>} */
async function stalling() {
  await pause(PATIENCE)
  throw new LoadError("stalled", `${script}: ${PATIENCE} ms`)
}
