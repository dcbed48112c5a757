// A chart around the entered value, drawn from places that Python worked out (core/chart).
import { element, fill } from "./dom.js"

const SVG = "http://www.w3.org/2000/svg"

function svg(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** Draw `chart` in `figure`; its text alternative holds the same points in words. */
export function drawChart(figure, chart) {
  const { width, height, left, right, top, base } = chart
  const tick = (attributes, text) => svg("text", { class: "chart__tick", ...attributes }, text)
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${chart.caption}: ${chart.description}` },
    ...chart.y_ticks.flatMap(({ at, label }) => [
      svg("line", { class: "chart__grid", x1: left, x2: right, y1: at, y2: at }),
      tick({ x: left - 8, y: at, "text-anchor": "end", "dominant-baseline": "middle" }, label),
    ]),
    ...chart.x_ticks.map(({ at, label }) => tick({ x: at, y: base + 20, "text-anchor": "middle" }, label)),
    svg("text", { class: "chart__axis", x: left, y: 18 }, chart.y_title),
    svg("text", { class: "chart__axis", x: right, y: base + 40, "text-anchor": "end" }, chart.x_title),
    ...chart.lines.map((points) => svg("polyline", { class: "chart__line", points })),
    ...chart.marks.flatMap(({ x, ys, label }) => [
      svg("line", { class: "chart__drop", x1: x, x2: x, y1: top - 6, y2: base }),
      ...ys.map((y) => svg("circle", { class: "chart__point", cx: x, cy: y, r: 5 })),
      // Above all lines, so that it hides none.
      svg("text", { class: "chart__mark", x, y: top - 11, "text-anchor": "middle" }, label),
    ]),
  )
  fill(figure, drawing, element("figcaption", { textContent: chart.caption }))
}
