// Text that the reader takes along by the clipboard.
import { element } from "./dom.js"

/** @import { Words } from "./words.d.ts" */

/** @typedef {Pick<Words["sending"], "copied" | "by_hand">} CopyingWords */

/**
 * Copy `text` and say so in `said`.
 * @param {string} text
 * @param {HTMLElement} said
 * @param {CopyingWords} words
 */
export async function copy(text, said, words) {
  try {
    await navigator.clipboard.writeText(text)
    said.replaceChildren(words.copied)
  } catch {
    // In-app browsers often forbid it: then the text stands there to be copied by hand.
    showText(text, said, words)
  }
}

/**
 * Show `text` in `said`, chosen already.
 * @param {string} text
 * @param {HTMLElement} said
 * @param {CopyingWords} words
 */
export function showText(text, said, words) {
  const field = element("textarea", {
    className: "field__input",
    readOnly: true,
    value: text,
    rows: 4,
  })
  field.setAttribute("aria-label", words.by_hand)
  said.replaceChildren(words.by_hand, field)
  field.select()
}
