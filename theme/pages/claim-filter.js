// <claim-filter>: shows only the claims of a topic and a verdict. Without a script all are shown.
if (!customElements.get("claim-filter")) {
  customElements.define(
    "claim-filter",
    class extends HTMLElement {
      connectedCallback() {
        this.hidden = false
        this.addEventListener("change", () => this.#apply())
      }

      #apply() {
        const [topic, verdict] = [...this.querySelectorAll("select")].map((select) => select.value)
        const claims = [...document.querySelectorAll(".claim")]
        for (const claim of claims) {
          claim.hidden =
            (topic && claim.dataset.topic !== topic) ||
            (verdict && claim.dataset.verdict !== verdict)
        }
        for (const group of document.querySelectorAll(".claims")) {
          const empty = !group.querySelector(".claim:not([hidden])")
          group.hidden = empty
          if (group.previousElementSibling?.matches("h2")) group.previousElementSibling.hidden = empty
        }
        const output = this.querySelector("output")
        const shown = claims.filter((claim) => !claim.hidden).length
        output.textContent = output.dataset.template.replace("{count}", shown)
      }
    },
  )
}
