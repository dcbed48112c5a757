// Small drawings on buttons, beside words that say the same.

// Strokes on a square of 24.
const STROKES = {
  share:
    "M4 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0M16 6a2 2 0 1 0 4 0a2 2 0 1 0-4 0M16 18a2 2 0 1 0 4 0a2 2 0 1 0-4 0M8 11l8-4M8 13l8 4",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  copy: "M9 9h11v11h-11zM5 15h-1v-11h11v1",
  compare: "M4 8h15l-4-4M20 16h-15l4 4",
  more: "M5 12h.1M12 12h.1M19 12h.1",
}
const SVG = "http://www.w3.org/2000/svg"

/** @param {keyof typeof STROKES} name */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg")
  drawing.setAttribute("viewBox", "0 0 24 24")
  drawing.setAttribute("class", `result__icon result__icon--${name}`)
  drawing.setAttribute("aria-hidden", "true")
  const strokes = document.createElementNS(SVG, "path")
  strokes.setAttribute("d", STROKES[name])
  drawing.append(strokes)
  return drawing
}
