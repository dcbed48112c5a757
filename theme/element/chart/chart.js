// A chart around the entered value, drawn by Python as the build draws those of the guides.
import { element, fill } from "../dom.js"

/** @import { AnswerChart } from "../answers.d.ts" */

/**
 * Show `chart` in `figure`.
 * @param {HTMLElement} figure
 * @param {AnswerChart} chart
 */
export function showChart(figure, { svg, caption }) {
  // As a document of its own, in which no script runs.
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement
  fill(figure, document.importNode(drawing, true), element("figcaption", { textContent: caption }))
}
