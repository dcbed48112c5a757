// What a page asks the service worker. Types only: both sides import them from here.

/**
 * To take the place of the build before; for its list of files; whether the script of a page is its
 * own; and to keep what was read, with all that answers in a language need.
 * @typedef {{ type: "take over" }
 *   | { type: "list" }
 *   | { type: "whose", pages: string }
 *   | { type: "keep", paths: string[], answer: string | null }} AskedOffline
 */

export {}
