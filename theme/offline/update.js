// The site has become newer than the page on show: the new build is offered, and what is typed stays.
import { find } from "../element/dom.js"
import { asked } from "./asking.js"

const pages = import.meta.url.slice(import.meta.url.lastIndexOf("/") + 1).replace(/\?.*/, "")

/**
 * Offer each build that is ready and not that of the page on show.
 * @param {ServiceWorkerRegistration} registration
 */
export function offerUpdates(registration) {
  if (registration.waiting) offerUnlessOurs(registration.waiting)
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active) offerUnlessOurs(worker)
    })
  })
}

/** @param {ServiceWorker} worker */
async function offerUnlessOurs(worker) {
  if (!(await asked(worker, { type: "whose", pages }))) offer(worker)
}

/** @param {ServiceWorker} worker */
function offer(worker) {
  document.querySelector(".update-offer")?.remove()
  const { content } = find(document, "#update-offer", HTMLTemplateElement)
  document.body.append(document.importNode(content, true))
  const shown = find(document, ".update-offer", HTMLElement)
  find(shown, "[data-act=take]", HTMLButtonElement).addEventListener("click", () => take(worker))
  find(shown, "[data-act=later]", HTMLButtonElement).addEventListener("click", () => shown.remove())
}

/** @param {ServiceWorker} worker */
function take(worker) {
  dispatchEvent(new Event("beforeupdate")) // forms note what is typed
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload())
  worker.postMessage({ type: "take over" })
}

/** Load a page whole that was walked to and is of another build: its scripts are not these. */
export function leaveForOtherBuild() {
  const named = document.head.querySelector("script[src*='/runtime/pages-']:not([src*='?'])")
  if (named instanceof HTMLScriptElement && !named.src.endsWith(`/${pages}`)) location.reload()
}
