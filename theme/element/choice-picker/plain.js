// Lists of choices as people and programs write them, brought to plain text as
// calculators.core.inputs.normalising brings it; a test holds the two together.

// Where it splits a list, after it was made plain.
const SEPARATORS = /[\n\r;、,]/

const INVISIBLE =
  // eslint-disable-next-line no-misleading-character-class -- each is meant by itself
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFC\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu
/** @type {[odd: RegExp, usual: (odd: string) => string][]} */
const PLAIN = [
  [INVISIBLE, () => ""],
  [/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u2800\u3000]/g, () => " "],
  [/[\u0085\u2028\u2029]/g, () => "\n"],
  [/[\u2010-\u2015\u2212\uFE58\uFE63]/g, () => "-"],
  [/\u2236/g, () => ":"],
  [/\uFFE5/g, () => "¥"],
  [/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)],
]

/**
 * `text` without invisible marks, in plain digits, signs and blanks.
 * @param {string} text
 */
export function plain(text) {
  return PLAIN.reduce((made, [odd, usual]) => made.replace(odd, usual), text)
}

/**
 * The choices that `text` lists, with those that are none; a missing text lists nothing.
 * @param {string | null} text
 */
export function chosenIn(text) {
  const pieces = plain(text ?? "").split(SEPARATORS)
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "")
}
