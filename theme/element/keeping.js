// Files that the reader is to keep, and the same as text for those whose browser drops them.
import { showText } from "./copying.js"
import { button, element } from "./dom.js"
import { save } from "./download.js"

/** @import { Words } from "./words.d.ts" */

// What passes an answer on, and is not to be had while the answer is out of date.
export const SEND = "md-button result__send"

/**
 * @typedef Kept
 * @property {() => Promise<Blob>} make
 * @property {string} file its name
 * @property {() => Promise<string> | string} text the same to read and to copy
 * @property {string} done what is said once the browser has it
 * @property {string} failed what is said if it could not be made
 */

/**
 * Hand a file over, and say so in `said`, with a way to its text.
 * @param {Kept} kept
 * @param {HTMLElement} said
 * @param {Words["sending"]} words
 */
export async function keep({ make, file, text, done, failed }, said, words) {
  said.replaceChildren(words.making)
  try {
    save(await make(), file)
  } catch {
    said.replaceChildren(failed)
    return
  }
  const show = async () => {
    showText(await text(), said, words)
    said.append(element("p", { textContent: words.in_browser }))
  }
  said.replaceChildren(done, " ", button(words.as_text, show, SEND))
}
