// The service worker: gives what is kept, and keeps what is read. It begins with a second page or a
// first answer (see begin.js). Its build's list of files, by which it tells them from those of other
// builds, is named in its first line.
import { pause } from "../element/pause.js"
import { Store, isFull } from "./store.js"

/** @import { Built } from "./store.js" */
/** @import { AskedOffline } from "./messages.js" */

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const root = scope.registration.scope
const CACHE = `handbook ${root}`
const INDEX = "search/search_index.json"
// Milliseconds after which a page that is kept is not waited for any longer.
const PATIENCE = 3_000

/** @type {Promise<Store> | undefined} */
let store

/** This build's store; rejects where nothing may be kept. */
function ready() {
  store ??= open().catch((error) => {
    store = undefined
    throw error
  })
  return store
}

async function open() {
  const cache = await caches.open(CACHE)
  const list = root + LIST
  let found = await cache.match(list)
  if (!found) {
    await cache.add(list)
    found = await cache.match(list)
  }
  return new Store(cache, root, await found?.json())
}

scope.addEventListener("install", (event) => event.waitUntil(install()))
scope.addEventListener("activate", (event) => event.waitUntil(activate()))

// All or nothing: as long as one file is missing, the build before stays.
async function install() {
  const opened = await ready()
  for (const path of await opened.successors()) await opened.keep(path)
}

async function activate() {
  const opened = await ready()
  const lists = (await opened.cache.keys()).filter(({ url }) =>
    url.startsWith(`${root}runtime/files-`),
  )
  // Pages of the build before may still be open, and want what they have not loaded yet.
  const [before] = lists.filter(({ url }) => url !== root + LIST).slice(-1)
  /** @type {Built | undefined} */
  const older = before && (await (await opened.cache.match(before))?.json())
  await opened.tidy(older, [root + LIST, before?.url ?? ""])
  await scope.clients.claim()
}

scope.addEventListener("fetch", (event) => {
  const { method, mode, cache, url } = event.request
  if (method !== "GET" || !url.startsWith(root)) return
  const { pathname, search } = new URL(url)
  const path = decodeURI(pathname.slice(new URL(root).pathname.length)).replace(
    /(^|\/)index\.html$/,
    "$1",
  )
  if (mode === "navigate") {
    event.respondWith(page(event, path))
  } else if (path.endsWith(INDEX)) {
    event.respondWith(index(event, path, search.slice(1)))
  } else if (cache !== "reload" && !search) {
    event.respondWith(file(event, path))
  }
})

/**
 * A page that is opened comes from the network, where there is one: its figures are the newest. All
 * that it loads is named by contents, so it fits.
 * @param {FetchEvent} event
 * @param {string} path
 */
async function page(event, path) {
  const opened = await ready().catch(() => null)
  const kept = await opened?.kept(path)
  try {
    const asked = fetch(event.request)
    const response = await (kept ? Promise.race([asked, rejection(PATIENCE)]) : asked)
    if (kept && response.status >= 500) return kept
    return keeping(event, opened, path, response)
  } catch {
    return kept ?? (await insteadOf(opened, path))
  }
}

/**
 * Anything else, and pages that are walked to.
 * @param {FetchEvent} event
 * @param {string} path
 */
async function file(event, path) {
  const opened = await ready().catch(() => null)
  const kept = (await opened?.kept(path)) ?? (await former(opened, path))
  return kept ?? keeping(event, opened, path, await fetch(event.request))
}

/**
 * The one file that scripts read and that is not named by its contents: its page says whose it is.
 * @param {FetchEvent} event
 * @param {string} path
 * @param {string} pages
 */
async function index(event, path, pages) {
  const opened = await ready().catch(() => null)
  if (!opened?.has(`runtime/${pages}`)) return fetch(event.request)
  const kept = await opened.kept(path)
  if (kept) return kept
  try {
    await opened.keep(path)
  } catch (error) {
    if (isFull(error)) return fetch(event.request)
    throw error
  }
  return (await opened.kept(path)) ?? Response.error()
}

/**
 * What a page of the build before has not loaded yet: its name says what is in it.
 * @param {Store | null} opened
 * @param {string} path
 */
async function former(opened, path) {
  if (!path.startsWith("runtime/") || opened?.has(path)) return undefined
  return opened?.cache.match(root + path, { ignoreSearch: true })
}

/**
 * The response, which is kept if it is this build's; where it is not, there may be a newer one.
 * @param {FetchEvent} event
 * @param {Store | null} opened
 * @param {string} path
 * @param {Response} response
 */
function keeping(event, opened, path, response) {
  if (response.ok && opened?.has(path)) {
    const put = opened.put(path, response.clone())
    event.waitUntil(
      put.then((isOurs) => (isOurs ? null : scope.registration.update())).catch(() => null), // no room
    )
  }
  return response
}

/**
 * @param {number} milliseconds
 * @returns {Promise<never>}
 */
async function rejection(milliseconds) {
  await pause(milliseconds)
  throw new Error("not in time")
}

/**
 * Where there is no network: a page that says so and lists what is kept.
 * @param {Store | null} opened
 * @param {string} path
 */
async function insteadOf(opened, path) {
  const own = path.startsWith("en/") ? "en/offline/" : "offline/"
  for (const other of [own, "offline/", "en/offline/"]) {
    if (path !== other && (await opened?.kept(other))) {
      return Response.redirect(`${root}${other}?${encodeURIComponent(path)}`)
    }
  }
  return Response.error()
}

scope.addEventListener("message", (event) => {
  /** @type {AskedOffline} */
  const asked = event.data
  if (asked.type === "take over") scope.skipWaiting()
  if (asked.type === "list") event.waitUntil(tell(event.ports[0]))
  if (asked.type === "whose") event.waitUntil(tellWhose(asked.pages, event.ports[0]))
  if (asked.type === "keep") event.waitUntil(keepAll(asked.paths, asked.answer))
})

/** @param {MessagePort | undefined} port */
async function tell(port) {
  port?.postMessage({ cache: CACHE, built: (await ready()).built })
}

/**
 * A page that has come from this build gets it at once; another is offered it.
 * @param {string} pages the script of the page that asks
 * @param {MessagePort | undefined} port
 */
async function tellWhose(pages, port) {
  const isOurs = (await ready()).has(`runtime/${pages}`)
  if (isOurs) await scope.skipWaiting()
  port?.postMessage(isOurs)
}

/**
 * @param {string[]} paths
 * @param {string | null} lang whose answers are wanted
 */
async function keepAll(paths, lang) {
  const opened = await ready()
  const answer = lang === null ? [] : (opened.built.answer[lang] ?? [])
  for (const path of [...paths, ...answer]) {
    if (opened.has(path)) await opened.keep(path).catch(() => {}) // the next visit tries again
  }
}
