// <offline-keeper>: says what is kept on this device, keeps the whole handbook, and removes it all.
// Its words stand in the page (docs/…/offline.md).
import { element, fill, find } from "../element/dom.js"
import { asked } from "./asking.js"
import { begin, refuse, root } from "./begin.js"
import { OtherBuild, Store, isFull } from "./store.js"

/** @import { Built } from "./store.js" */

const megabytes = (/** @type {number} */ bytes) => (bytes / 1_000_000).toFixed(1)

class OfflineKeeper extends HTMLElement {
  /**
   * The page that somebody wanted without a network.
   * @type {string | null}
   */
  #wanted = null

  connectedCallback() {
    this.#act("keep", () => this.#keepWhole())
    this.#act("remove", () => this.#remove())
    this.#showAsked()
    this.#look()
  }

  /**
   * @param {string} name
   * @param {() => unknown} act
   */
  #act(name, act) {
    find(this, `[data-act=${name}]`, HTMLButtonElement).addEventListener("click", act)
  }

  /**
   * @param {string} name
   * @param {boolean} [isShown]
   */
  #part(name, isShown = true) {
    const part = find(this, `[data-part=${name}]`, HTMLElement)
    part.hidden = !isShown
    return part
  }

  /**
   * @param {string} name
   * @param {number | string} number
   */
  #number(name, number) {
    for (const each of this.querySelectorAll(`[data-number=${name}]`)) {
      each.textContent = String(number)
    }
  }

  // The service worker sends here who asked for a page without a network.
  #showAsked() {
    if (!location.search) return
    const path = decodeURIComponent(location.search.slice(1))
    const href = new URL(path, root).href
    if (!href.startsWith(root)) return
    this.#wanted = path
    const link = find(this.#part("missing"), "a", HTMLAnchorElement)
    link.href = href
    link.textContent = `/${path}`
    addEventListener("online", () => location.replace(href))
  }

  async #look() {
    if (!navigator.serviceWorker) {
      this.#part("unable")
      return
    }
    try {
      const registration = await navigator.serviceWorker.getRegistration(root)
      if (registration?.active) {
        await this.#show(await this.#store(registration.active))
      } else {
        const { files } = await newest()
        this.#part("none")
        this.#showSize(files, Object.keys(files))
      }
    } catch (error) {
      console.info(`offline: ${error}`)
      this.#part("unable")
    }
  }

  /** @param {ServiceWorker} worker */
  async #store(worker) {
    /** @type {{ cache: string, built: Built }} */
    const { cache, built } = await asked(worker, { type: "list" })
    return new Store(await caches.open(cache), root, built)
  }

  /** @param {Store} store */
  async #show(store) {
    const missing = new Set(await store.missing())
    const { titles, files } = store.built
    const pages = Object.keys(titles).filter(
      (path) => !missing.has(path) && !path.endsWith("offline/"),
    )
    if (this.#wanted !== null) {
      const link = find(this, "[data-part=missing] a", HTMLAnchorElement)
      link.textContent = titles[this.#wanted] ?? link.textContent
    }
    const isEnglish = document.documentElement.lang === "en"
    const own = pages.filter((path) => path.startsWith("en/") === isEnglish)
    this.#part("none", pages.length === 0)
    this.#part("kept", pages.length > 0 && missing.size > 0)
    const shown = own.length ? own : pages
    this.#number("pages", shown.length)
    fill(
      find(this, "[data-part=kept] ul", HTMLElement),
      ...shown.map((path) =>
        element("li", {}, element("a", { href: root + path, textContent: titles[path] ?? path })),
      ),
    )
    this.#showSize(files, [...missing])
    this.#part("done", missing.size === 0)
    this.#part("remove", pages.length > 0)
  }

  /**
   * How much would have to come, before anybody asks for it.
   * @param {Built["files"]} files
   * @param {string[]} missing
   */
  #showSize(files, missing) {
    const all = Object.values(files)
    const left = missing.reduce((sum, path) => sum + (files[path]?.[2] ?? 0), 0)
    this.#number("left", megabytes(left))
    this.#number("room", megabytes(all.reduce((sum, [, bytes]) => sum + bytes, 0)))
    this.#part("whole", missing.length > 0 && this.#wanted === null)
  }

  async #keepWhole() {
    refuse(false)
    const progress = find(this, "progress", HTMLProgressElement)
    for (const part of ["failed", "full", "newer", "removed", "unable"]) this.#part(part, false)
    const registration = await begin()
    if (!registration?.active) {
      this.#part("unable")
      return
    }
    const store = await this.#store(registration.active)
    progress.hidden = false
    try {
      await navigator.storage?.persist?.()
      const missing = await store.missing()
      progress.max = missing.reduce((all, path) => all + (store.built.files[path]?.[2] ?? 0), 0)
      progress.value = 0
      for (const path of missing) {
        await store.keep(path)
        progress.value += store.built.files[path]?.[2] ?? 0
      }
      await store.wantWhole()
    } catch (error) {
      this.#part(partOf(error))
      if (error instanceof OtherBuild) await registration.update().catch(() => {})
    }
    progress.hidden = true
    await this.#show(store)
  }

  async #remove() {
    const registration = await navigator.serviceWorker.getRegistration(root)
    if (registration?.active) {
      const { cache } = await asked(registration.active, { type: "list" })
      await registration.unregister()
      await caches.delete(cache)
    }
    refuse(true)
    for (const part of ["kept", "done", "remove"]) this.#part(part, false)
    this.#part("removed")
    await this.#look()
  }
}

/**
 * The part of the page that says why not all was kept.
 * @param {unknown} error
 */
function partOf(error) {
  if (error instanceof OtherBuild) return "newer"
  return isFull(error) ? "full" : "failed"
}

/**
 * The newest build's list, as the service worker would have it.
 * @returns {Promise<Built>}
 */
async function newest() {
  const script = await (await fetch(`${root}sw.js`, { cache: "no-cache" })).text()
  const [list = ""] = /runtime\/files-\w+\.json/.exec(script) ?? []
  return (await fetch(root + list)).json()
}

customElements.define("offline-keeper", OfflineKeeper)
