// What is kept on the reader's device: each file under its address and the sum of what is in it, so
// that files of two builds lie side by side and never pass for each other. The service worker and the
// page that shows what is kept both use it.

/**
 * What the build says of itself (see macros/plugin/offline.py): of each file, by its path from the
 * root, its sum, its bytes, and those on the way; of pages their titles; what a first answer needs in
 * each language.
 * @typedef {object} Built
 * @property {Record<string, [sum: string, bytes: number, sent: number]>} files
 * @property {Record<string, string>} titles
 * @property {Record<string, string[]>} answer
 */

// Stands in the cache where the reader wanted the whole handbook.
const WHOLE = "runtime/whole"

/** A file that is not what this build made: the site is newer, or the file is damaged. */
export class OtherBuild extends Error {}

/**
 * Whether nothing more fits on the device, or into what the browser gives to a site.
 * @param {unknown} error
 */
export function isFull(error) {
  return error instanceof DOMException && error.name === "QuotaExceededError"
}

export class Store {
  /**
   * @param {Cache} cache
   * @param {string} root the address of the handbook
   * @param {Built} built
   */
  constructor(cache, root, built) {
    this.cache = cache
    this.root = root
    this.built = built
  }

  /** @param {string} path */
  has(path) {
    return this.built.files[path] !== undefined
  }

  /** @param {string} path */
  key(path) {
    return `${this.root}${path}?${this.built.files[path]?.[0]}`
  }

  /** @param {string} path */
  async kept(path) {
    return this.has(path) ? this.cache.match(this.key(path)) : undefined
  }

  /**
   * Keep what has come for `path`; whether it was what this build made.
   * @param {string} path
   * @param {Response} response
   */
  async put(path, response) {
    const bytes = await response.arrayBuffer()
    if ((await sumOf(bytes)) !== this.built.files[path]?.[0]) return false
    const headers = new Headers(response.headers)
    // They say how it came, not what it is.
    for (const name of ["content-encoding", "content-length"]) headers.delete(name)
    await this.cache.put(this.key(path), new Response(bytes, { headers }))
    return true
  }

  /**
   * Fetch and keep what is not kept yet; rejects where it does not come as this build made it.
   * @param {string} path
   */
  async keep(path) {
    if (await this.kept(path)) return
    // Names of contents may lie in the browser's cache, damaged ones too; pages are asked for anew.
    for (const cache of /** @type {RequestCache[]} */ (["default", "reload"])) {
      const response = await fetch(this.root + path, { cache })
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      if (await this.put(path, response)) return
    }
    throw new OtherBuild(path)
  }

  /** The paths of all that is kept, of whatever build. */
  async paths() {
    const keys = await this.cache.keys()
    return new Set(keys.map(({ url }) => url.slice(this.root.length).split("?")[0] ?? ""))
  }

  /** The paths of this build that are not kept. */
  async missing() {
    const keys = new Set((await this.cache.keys()).map(({ url }) => url))
    return Object.keys(this.built.files).filter((path) => !keys.has(this.key(path)))
  }

  /** Of what is kept of other builds, the files of this one that take its place. */
  async successors() {
    const missing = await this.missing()
    const paths = await this.paths()
    if (paths.has(WHOLE)) return missing
    const kinds = new Set([...paths].map(kind))
    // Builds before had that script in the one of calculators: files of orders are still read.
    if (kinds.has("runtime/orders.zip")) kinds.add("runtime/orders.js")
    return missing.filter((path) => kinds.has(kind(path)))
  }

  /** Note that the reader wants the whole handbook, of later builds too. */
  async wantWhole() {
    await this.cache.put(this.root + WHOLE, new Response(""))
  }

  /**
   * Drop what neither this build nor the one `before` has.
   * @param {Built | undefined} before
   * @param {string[]} lists the addresses of both builds' lists
   */
  async tidy(before, lists) {
    const wanted = new Set([this.root + WHOLE, ...lists])
    for (const { files } of before ? [this.built, before] : [this.built]) {
      for (const [path, [sum]] of Object.entries(files)) wanted.add(`${this.root}${path}?${sum}`)
    }
    for (const request of await this.cache.keys()) {
      if (!wanted.has(request.url)) await this.cache.delete(request)
    }
  }
}

/**
 * What a file is, whatever its contents: names of contents are left out of it.
 * @param {string} path
 */
function kind(path) {
  return /^(?:en\/)?(?:runtime|assets)\//.test(path)
    ? path.replaceAll(/[-.][0-9a-zA-Z]{8,12}(?=[./])/g, "")
    : path
}

/** @param {ArrayBuffer} bytes */
async function sumOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 8)
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
