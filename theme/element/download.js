// Files that are made in the page, for the reader to keep.

// A browser may begin a download long after the press: Safari asks first.
const BEGUN = 60_000 // milliseconds

/**
 * Let go of the file behind an address of `URL.createObjectURL`, once no download can be waiting to
 * begin: else it would lie in memory for as long as the document, from page to page.
 * @param {string} url
 */
export function release(url) {
  setTimeout(() => URL.revokeObjectURL(url), BEGUN)
}
