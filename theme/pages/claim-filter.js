// <claim-filter>: shows only the claims of a topic and a verdict. Without a script all are shown.
import { find, findAll, format } from "../element/dom.js"
import { showGroups } from "./groups.js"

class ClaimFilter extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.addEventListener("change", this)
  }

  handleEvent() {
    const [topic, verdict] = findAll(this, "select", HTMLSelectElement).map(({ value }) => value)
    const claims = findAll(document, ".claim", HTMLElement)
    for (const claim of claims) {
      const { topic: ofTopic, verdict: ofVerdict } = claim.dataset
      claim.hidden =
        (topic !== "" && ofTopic !== topic) || (verdict !== "" && ofVerdict !== verdict)
    }
    showGroups(findAll(document, ".claims", HTMLElement), ".claim")
    const output = find(this, "output", HTMLOutputElement)
    const count = claims.filter((claim) => !claim.hidden).length
    output.textContent = format(output.dataset.template ?? "", { count })
  }
}

customElements.define("claim-filter", ClaimFilter)
