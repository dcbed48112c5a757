// “Is this figure wrong?” at the foot of a page, where no repository takes reports: it copies them.
import { find } from "../element/dom.js"
import { copyReport } from "../element/reporting.js"

/** What the button does on every page. */
export function watchReports() {
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement && target.matches(".report"))) return
    const { parentElement: foot } = target
    if (foot) copyReport(target, find(foot, ".report__said", HTMLElement))
  })
}

/** The button stands there once it can do something. */
export function offerReporting() {
  document.querySelector("button.report")?.removeAttribute("hidden")
}
