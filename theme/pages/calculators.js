// The script of calculators: a page that was opened names it itself, one that was walked to cannot.
import { button, fill, find, findAll } from "../element/dom.js"

/** @import { Words } from "../element/words.d.ts" */

const script = new URL(ELEMENT, import.meta.url).href

/** Load the script, or say where the forms would be that it has not come. */
export async function bringToLife() {
  try {
    await import(script).catch(importAgain)
  } catch (error) {
    console.warn(`calculator: ${error}`)
    for (const calculator of findAll(document, "shop-calculator", HTMLElement)) tell(calculator)
  }
}

// A damaged one may lie in a cache, and be given from there for ever: so once more past every cache,
// and under a new name, for a page does not ask twice for the same module.
async function importAgain() {
  await fetch(script, { cache: "reload" })
  await import(`${script}?again=${Date.now()}`)
}

/** @param {HTMLElement} calculator */
function tell(calculator) {
  const { content } = find(calculator, ".calculator__words", HTMLTemplateElement)
  /** @type {Words} */
  const { failure } = JSON.parse(content.textContent)
  const unavailable = find(calculator, ".calculator__unavailable", HTMLElement)
  unavailable.classList.add("calculator__unavailable--told")
  fill(
    unavailable,
    failure.unloaded,
    " ",
    button(failure.reload, () => location.reload()),
  )
}
