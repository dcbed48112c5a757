// The bar at the foot of a phone: its links need no script; sharing does, and so does making way for the keyboard.
import { find } from "../element/dom.js"

const TYPED = "input:not([type=radio], [type=checkbox], [type=button], [type=file]), textarea"

/** What the bar does on every page. */
export function watchDock() {
  const { classList } = document.documentElement
  document.addEventListener("focusin", ({ target }) => {
    classList.toggle("typing", target instanceof Element && target.matches(TYPED))
  })
  document.addEventListener("focusout", () => classList.remove("typing"))
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return
    const button = target.closest(".dock__share")
    if (button instanceof HTMLElement) share(button)
    const contents = document.querySelector(".dock__contents[open]")
    // It is open until a place is chosen, or anything else.
    if (contents && (target.closest(".dock a") || !contents.contains(target))) {
      contents.removeAttribute("open")
    }
  })
}

/** The button stands there once it can do something. */
export function offerSharing() {
  document.querySelector(".dock__share")?.removeAttribute("hidden")
}

/**
 * The page, without what was entered on it: that is sent from the answer.
 * @param {HTMLElement} button
 */
async function share(button) {
  const url = location.origin + location.pathname
  if ("share" in navigator) {
    // Whoever changes their mind has not failed.
    await navigator.share({ title: document.title, url }).catch(() => null)
    return
  }
  const said = find(button, "span", HTMLElement)
  const { copied = "", byHand = "" } = button.dataset
  said.textContent = await writeText(url).then(
    () => copied,
    () => byHand,
  )
}

/**
 * Browsers within other apps have no clipboard, or forbid it.
 * @param {string} text
 */
async function writeText(text) {
  await navigator.clipboard.writeText(text)
}
