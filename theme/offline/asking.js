// A question to the service worker, and its answer.

/** @import { AskedOffline } from "./messages.js" */

/**
 * @param {ServiceWorker} worker
 * @param {AskedOffline} message
 * @returns {Promise<any>}
 */
export function asked(worker, message) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener("message", ({ data }) => resolve(data))
    port1.start()
    worker.postMessage(message, [port2])
  })
}
