// The files that a worker loads, which are passed on only as they were built: what has come wrong
// would boot into a Pyodide that waits for ever, or worse.

import { pause } from "../pause.js"

/** @import { Failure } from "./messages.js" */

/**
 * What a file was when the site was built; its digest in hexadecimal.
 * @typedef {{ size: number, sha256: string }} Built
 */

// How a file begins that is what its name says, where it cannot be hashed.
const MAGIC = new Map([
  ["wasm", "\0asm"],
  ["zip", "PK\x03\x04"],
])

/** Why the runtime cannot be loaded. */
export class LoadError extends Error {
  /**
   * @param {Failure} reason
   * @param {string} detail for the console
   */
  constructor(reason, detail) {
    super(detail)
    this.reason = reason
  }
}

// A device that wakes up has its network again a moment later.
const MOMENT = 1_000 // milliseconds

/**
 * The bytes of the file at `url`; raises a `LoadError`. One that has come wrong is fetched once more
 * past every cache: served as never changing, it would stay there for a year. Where there is no
 * network, it is looked for once more, too.
 * @param {string} url
 * @param {Built} built
 * @param {RequestCache} cache
 * @param {(loaded: number, total: number) => void} hear gets how many bytes have come, as they count
 *   on the wire where the server says how many those are in all
 * @param {(response: Response) => void} [meet] gets each answer of the server's when it begins to
 *   come, before anybody knows whether it is as it was built
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function fetched(url, built, cache, hear, meet) {
  try {
    return await fetchedOnce(url, built, cache, hear, meet)
  } catch (error) {
    const reason = error instanceof LoadError ? error.reason : null
    if (reason === "damaged" && cache !== "reload") {
      return fetchedOnce(url, built, "reload", hear, meet)
    }
    if (reason !== "network") throw error
    await pause(MOMENT)
    return fetchedOnce(url, built, cache, hear, meet)
  }
}

/** @type {typeof fetched} */
async function fetchedOnce(url, built, cache, hear, meet) {
  let response
  try {
    response = await fetch(url, { cache })
  } catch (error) {
    throw new LoadError("network", `${url}: ${error}`)
  }
  if (!response.ok) throw new LoadError(refusal(response.status), `${url}: ${response.status}`)
  const read = meet ? response.clone() : response
  meet?.(response)
  let bytes
  try {
    bytes = await bytesOf(read, built.size, hear)
  } catch (error) {
    throw new LoadError("damaged", `${url}: ${error}`)
  }
  if (await isAsBuilt(url, bytes, built)) return bytes
  throw new LoadError("damaged", `${url}: ${bytes.byteLength} bytes are not as they were built`)
}

/**
 * What it means that a server answers with such a status instead of a file.
 * @param {number} status
 * @returns {"missing" | "refused"}
 */
function refusal(status) {
  return status === 404 || status === 410 ? "missing" : "refused"
}

/**
 * @param {Response} response
 * @param {number} size how many bytes it should have; no more than one above it are kept
 * @param {(loaded: number, total: number) => void} hear
 */
async function bytesOf({ body, headers }, size, hear) {
  const total = Number(headers.get("content-length")) || size
  const bytes = new Uint8Array(size + 1)
  let loaded = 0
  const reader = body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes.set(part.value.subarray(0, bytes.length - loaded), loaded)
    loaded = Math.min(loaded + part.value.byteLength, bytes.length)
    hear((Math.min(loaded, size) / size) * total, total)
  }
  return bytes.subarray(0, loaded)
}

/**
 * @param {string} url
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Built} built
 */
async function isAsBuilt(url, bytes, { size, sha256 }) {
  if (bytes.byteLength !== size) return false
  // Only pages of https may hash, and those of this machine.
  if (!globalThis.crypto?.subtle) {
    const magic = MAGIC.get(url.slice(url.lastIndexOf(".") + 1)) ?? ""
    return new TextDecoder("latin1").decode(bytes.subarray(0, magic.length)) === magic
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") === sha256
}
