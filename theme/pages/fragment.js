/**
 * What the fragment of an address names, and what it asks of a calculator behind that
 * (`#late-delivery?paid=89`). Chat programs like to escape the question mark.
 * @param {string} [hash]
 */
export function fragment(hash = location.hash) {
  const [, anchor = "", asked = ""] = /^#(.*?)((?:\?|%3F).*)?$/is.exec(hash) ?? []
  return { anchor, asked }
}
