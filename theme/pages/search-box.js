// The theme's search box: it asks at every key, but not when text is pasted or a character has been put together
// from letters; where nothing is found, it says no more than that; and what is found is an answer to it, however
// little of the question stands there.
import { find } from "../element/dom.js"

/** Ask whenever what is typed has changed, and offer another way where nothing is found for sure. */
export function helpSearch() {
  const asked = find(document, "[data-md-component=search-query]", HTMLInputElement)
  for (const change of ["input", "compositionend"]) {
    asked.addEventListener(change, (event) => {
      const unfinished = event instanceof InputEvent && event.isComposing
      if (!unfinished) asked.dispatchEvent(new Event("keyup"))
    })
  }
  document.addEventListener("submit", (event) => {
    const { target } = event
    if (!(target instanceof HTMLFormElement) || !target.matches(".site-search")) return
    event.preventDefault()
    open(asked, find(target, "input", HTMLInputElement).value)
  })
  const said = find(document, ".md-search-result__meta", HTMLElement)
  const settings = JSON.parse(find(document, "#__config", HTMLScriptElement).textContent)
  const nothing = settings.translations["search.result.none"]
  const offer = made()
  // The list behind it is the last element, by which the theme knows it.
  said.after(offer)
  const list = find(document, ".md-search-result__list", HTMLElement)
  const watch = new MutationObserver(() => {
    const score = list.querySelector("[data-md-score]")?.getAttribute("data-md-score")
    offer.hidden = said.textContent.trim() !== nothing && !(Number(score) < 0)
  })
  for (const part of [said, list]) {
    watch.observe(part, { childList: true, characterData: true, subtree: true })
  }
}

/**
 * A field of a page's own leads into the theme's box.
 * @param {HTMLInputElement} asked
 * @param {string} question
 */
function open(asked, question) {
  const box = find(document, "#__search", HTMLInputElement)
  if (!box.checked) box.click()
  asked.value = question
  asked.focus()
  asked.dispatchEvent(new Event("keyup"))
}

function made() {
  const { content } = find(document, "#search-offer", HTMLTemplateElement)
  const offer = document.createElement("div")
  offer.className = "search-offer md-typeset"
  offer.hidden = true
  offer.append(document.importNode(content, true))
  // Whole addresses: the box stays when another page takes the place of this one.
  for (const link of offer.querySelectorAll("a")) link.setAttribute("href", link.href)
  return offer
}
