// When keeping begins: with a second page, or a first answer. Who reads one page is left alone.
import { offerUpdates } from "./update.js"

/** @import { AskedOffline } from "./messages.js" */

export const root = new URL("../", import.meta.url).href
const SEEN = "handbook.seen"
const REFUSED = "handbook.offline"

/** @type {Set<string>} */
let seen = new Set()

/** Note that a page is on show. */
export function noteReading() {
  try {
    seen = new Set(JSON.parse(sessionStorage.getItem(SEEN) ?? "[]"))
    seen.add(here())
    sessionStorage.setItem(SEEN, JSON.stringify([...seen]))
  } catch {
    seen.add(here()) // storage is refused
  }
  if (seen.size > 1 || navigator.serviceWorker?.controller) keep(null)
}

document.addEventListener("answered", () => keep(document.documentElement.lang))

function here() {
  return location.href.slice(root.length).replace(/[?#].*$/, "")
}

/** @type {Promise<ServiceWorkerRegistration | null> | null} */
let begun = null

/** The service worker's registration, begun if need be; `null` where there is none to be had. */
export function begin() {
  begun ??= register().catch((error) => {
    console.info(`offline: ${error}`)
    return null
  })
  return begun
}

async function register() {
  const { serviceWorker } = navigator
  if (!serviceWorker) return null
  const registration = await serviceWorker.register(`${root}sw.js`)
  offerUpdates(registration)
  // A page that is open for days opens no other by which the browser would notice a newer build.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {})
  })
  await Promise.race([serviceWorker.ready, failure(registration)])
  return registration
}

/**
 * What cannot be installed, for want of room, is never ready: rejects then.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<never>}
 */
function failure({ installing, waiting, active }) {
  return new Promise((_, reject) => {
    function check() {
      if (!waiting && !active && (!installing || installing.state === "redundant")) {
        reject(new Error("the service worker could not be installed"))
      }
    }
    check()
    installing?.addEventListener("statechange", check)
  })
}

/** Whether the reader does not want anything kept. */
function isRefused() {
  try {
    return localStorage.getItem(REFUSED) !== null
  } catch {
    return false
  }
}

/**
 * Let nothing be kept any more, or again.
 * @param {boolean} refused
 */
export function refuse(refused) {
  if (refused) localStorage.setItem(REFUSED, "no")
  else localStorage.removeItem(REFUSED)
  begun = null
}

/**
 * Keep what was read, and what it loaded.
 * @param {string | null} answer the language of an answer, for which Python is kept, too
 */
async function keep(answer) {
  if (isRefused()) return
  const registration = await begin()
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name)
  const [lang = ""] = /^en\//.exec(here()) ?? []
  const paths = [
    `${lang}offline/`,
    ...seen,
    ...loaded.filter((url) => url.startsWith(root)).map((url) => url.slice(root.length)),
  ]
  /** @type {AskedOffline} */
  const message = { type: "keep", paths, answer }
  registration?.active?.postMessage(message)
}
