// Old addresses lead on: a page carries the anchors that have left it, with links to where they went.
import { fragment } from "./fragment.js"

/** Go on where the address names a section that has moved, or a page that is gone. */
export function goOn() {
  const { anchor, asked } = fragment()
  const section = document.getElementById(anchor)?.closest("[data-moved]")
  const link = (section ?? document.querySelector("[data-moved-page]"))?.querySelector("a")
  if (!link) return
  const address = new URL(link.href)
  address.search = location.search
  if (asked || !section) address.hash = location.hash
  location.replace(address)
}
