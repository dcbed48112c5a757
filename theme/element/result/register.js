// Links into the pages where rules, claims and sources are listed.
import { element } from "../dom.js"

/** @typedef {"rules" | "claims" | "sources"} Register */

/**
 * A link that says `text` and leads to the entry `id`.
 * @param {Register} page
 * @param {string} id
 * @param {string} text
 */
export function register(page, id, text) {
  const anchor = page === "claims" ? id.toLowerCase() : id
  return element("a", { href: `${folder()}${page}/#${anchor}`, textContent: text })
}

// The bundled script lies one folder below the site's root.
function folder() {
  const language = document.documentElement.lang.startsWith("en") ? "en/" : ""
  return new URL(`../${language}reference/`, import.meta.url).href
}
