// What was ticked, in the browser's storage under one key: by list, which boxes of how many.

const KEY = "check-lists"

/** @typedef {Record<string, { count: number, ticked: number[] }>} Lists */

/**
 * The boxes of a list that were ticked. None where the list has another length now: they would be others.
 * @param {string} name
 * @param {number} count
 */
export function kept(name, count) {
  const list = read()[name]
  return list?.count === count ? list.ticked : []
}

/**
 * Keep the ticked boxes of a list; whether the browser let that happen.
 * @param {string} name
 * @param {number} count
 * @param {number[]} ticked
 */
export function keep(name, count, ticked) {
  const lists = read()
  if (ticked.length > 0) lists[name] = { count, ticked }
  else delete lists[name]
  try {
    localStorage.setItem(KEY, JSON.stringify(lists))
    return true
  } catch {
    return false
  }
}

/** @returns {Lists} */
function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}")
  } catch {
    // Refused by the browser, or written by something else.
    return {}
  }
}
