// The page's checklists as one sheet of paper: nothing else of the page is printed with them.
import { element, findAll } from "../../element/dom.js"

/** Print all checklists of the page that is open. */
export function printSheet() {
  const sheet = element(
    "section",
    { className: "sheet md-typeset" },
    element("h1", { textContent: words(document.querySelector("article h1")) }),
    findAll(document, "check-list", HTMLElement).flatMap(copied),
    element("p", { textContent: [today(), document.title, address()].join(" · ") }),
  )
  document.body.append(sheet)
  document.documentElement.classList.add("prints-sheet")
  window.addEventListener("afterprint", () => takeAway(sheet), { once: true })
  window.print()
}

/** @param {HTMLElement} list */
function copied(list) {
  const heading = document.getElementById(list.dataset.name?.replace(/.*#/, "") ?? "")
  const items = findAll(list, "li", HTMLElement).map((item) => {
    const box = item.querySelector("input")?.checked ? "☑" : "☐"
    return element("li", { textContent: `${box} ${item.textContent.trim()}` })
  })
  return [element("h2", { textContent: words(heading) }), element("ul", {}, items)]
}

/**
 * A heading's words; the link behind it is none of them.
 * @param {Element | null} heading
 */
function words(heading) {
  const texts = [...(heading?.childNodes ?? [])].filter(
    (node) => !(node instanceof HTMLAnchorElement),
  )
  return texts.map((node) => node.textContent).join("")
}

/** @param {HTMLElement} sheet */
function takeAway(sheet) {
  sheet.remove()
  document.documentElement.classList.remove("prints-sheet")
}

function today() {
  return new Date().toLocaleDateString(document.documentElement.lang)
}

function address() {
  return location.href.replace(/#.*/, "")
}
