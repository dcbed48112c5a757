// A chart around the entered value, drawn by Python as the build draws those of the guides.
import { element, fill } from "../dom.js"

/** @import { AnswerChart } from "../answers.d.ts" */

/**
 * Show `chart` in `figure`.
 * @param {HTMLElement} figure
 * @param {AnswerChart} chart
 */
export function showChart(figure, { svg, caption, kind, marks }) {
  // As a document of its own, in which no script runs.
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement
  const rows = marks.map((mark) =>
    element(
      "li",
      { className: `chart__row chart__row--${mark.kind}` },
      element("span", { textContent: mark.label }),
      element("b", { textContent: mark.text }),
    ),
  )
  fill(
    figure,
    document.importNode(drawing, true),
    ...(kind ? [element("ol", { className: "chart__rows" }, rows)] : []),
    element("figcaption", { textContent: caption }),
  )
}
