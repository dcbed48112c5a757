// What every page needs at once, and again whenever instant navigation has brought another.
import "./check-list/check-list.js"
import "./letters/letter.js"
import "./list-filter.js"
import "./notice-finder/notice-finder.js"
import { findAll } from "../element/dom.js"
import { noteReading } from "../offline/begin.js"
import "../offline/keeper.js"
import { leaveForOtherBuild } from "../offline/update.js"
import { bringToLife } from "./calculators.js"
import { offerSharing, watchDock } from "./dock.js"
import { followPage } from "./languages.js"
import { goOn } from "./moved.js"
import { holdNamed, showAgain, showNamed } from "./named.js"
import { offerReporting, watchReports } from "./report.js"
import { keepPage } from "./same-page.js"
import { helpSearch } from "./search-box.js"

const follow = followPage()
// A page that is gone has nothing of the theme.
if (window.document$) helpSearch()
else goOn()
watchDock()
watchReports()
holdNamed() // before what shows it
keepPage()

// The theme's search is a dialog without a name for screen readers.
const search = document.querySelector(".md-search[role=dialog]")
search?.setAttribute("aria-label", search.querySelector("input")?.getAttribute("aria-label") ?? "")

window.addEventListener("hashchange", goOn)
window.addEventListener("hashchange", showNamed)
document.addEventListener("click", showAgain)
window.document$?.subscribe(() => {
  leaveForOtherBuild()
  noteReading()
  goOn()
  showNamed()
  // A table wider than the screen is scrolled with the keyboard, too.
  for (const table of findAll(document, ".md-typeset__scrollwrap", HTMLElement)) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0
  }
  follow()
  offerSharing()
  offerReporting()
  if (document.querySelector("shop-calculator")) bringToLife()
})
