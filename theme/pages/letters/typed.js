// What was typed into letters, by the names of their gaps, as long as the tab is open: it is about one case, and
// the order of another day must not stand in the next letter.

const KEY = "handbook.letters"

/** @returns {Record<string, string>} */
export function typed() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}")
  } catch {
    // Refused by the browser, or written by something else.
    return {}
  }
}

/**
 * Keep what stands in a gap, where the browser lets that happen.
 * @param {string} name
 * @param {string} text
 */
export function keepTyped(name, text) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...typed(), [name]: text }))
  } catch {
    // It stands in the field all the same.
  }
}
