// Which fields of a form are shown, by what the others say.

/**
 * The field that another depends on, and what it must say; `null`: whatever is filled in.
 * @typedef {[other: string, text: string | null]} Condition
 */

/**
 * Whether a field is shown: it depends on none, or the other one is shown and says so; or it is `kept`,
 * because something was told about it.
 * @param {string} name
 * @param {Map<string, Condition>} conditions by field
 * @param {(name: string) => string} textOf what stands in a field
 * @param {Set<string>} kept
 * @returns {boolean}
 */
export function isShown(name, conditions, textOf, kept) {
  const condition = conditions.get(name)
  if (!condition || kept.has(name)) return true
  const [other, text] = condition
  const said = textOf(other).trim()
  return (text === null ? said !== "" : said === text) && isShown(other, conditions, textOf, kept)
}
