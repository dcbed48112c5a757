// Files that are made in the page, for the reader to keep.
import { element } from "./dom.js"

// A browser may begin a download long after the press: Safari asks first.
const BEGUN = 60_000 // milliseconds

export const CALENDAR = "text/calendar;charset=utf-8"

/** Now in UTC, as calendar files write it. */
export function stampNow() {
  return new Date().toISOString().replace(/[-:]|\.\d+/g, "")
}

/**
 * Let go of the file behind an address of `URL.createObjectURL`, once no download can be waiting to
 * begin: else it would lie in memory for as long as the document, from page to page.
 * @param {string} url
 */
export function release(url) {
  setTimeout(() => URL.revokeObjectURL(url), BEGUN)
}

/**
 * Hand a file to the reader, under a name. Whether it arrives no browser tells, and those inside of
 * other apps often drop it without a word.
 * @param {Blob} file
 * @param {string} name
 */
export function save(file, name) {
  const url = URL.createObjectURL(file)
  element("a", { href: url, download: name }).click()
  release(url)
}
