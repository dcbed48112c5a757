// “Is this figure wrong?”, as it stands at the foot of the page: for the page, and for an answer on it.
import { copy } from "./copying.js"
import { button, element } from "./dom.js"
import { SEND } from "./keeping.js"

/**
 * The way to report an answer; `null` on a page that has none at its foot.
 * @param {{ on: string, text: string }} answer by which day's rules, and in words
 * @param {HTMLElement} said says what became of it
 */
export function reportOf({ on, text }, said) {
  const foot = document.querySelector(".report")
  if (foot instanceof HTMLButtonElement) {
    return button(foot.textContent, () => copyReport(foot, said, text), SEND)
  }
  if (!(foot instanceof HTMLAnchorElement)) return null
  const form = new URL(foot.href)
  form.searchParams.set("day", on)
  form.searchParams.set("answer", text)
  return element("a", {
    className: SEND,
    href: form.href,
    target: "_blank",
    rel: "noopener nofollow",
    textContent: foot.textContent,
  })
}

/**
 * Without a repository: copy page, language and day, and the answer if there is one.
 * @param {HTMLButtonElement} foot
 * @param {HTMLElement} said
 * @param {string} [answer]
 */
export function copyReport(foot, said, answer = "") {
  const { text = "", copied = "", byHand = "" } = foot.dataset
  const lines = [text, location.origin + location.pathname, answer]
  return copy(lines.filter(Boolean).join("\n"), said, { copied, by_hand: byHand })
}
