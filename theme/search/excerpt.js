// The place of a text where most of a question stands, with that marked, as HTML for the theme's results.
import { plainly } from "./question.js"

const LENGTH = 110
const BEFORE = 20

/** @type {Record<string, string>} */
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/**
 * @param {string} text as one reads it
 * @param {string[]} pieces beginnings of words behind a blank, and pieces of Chinese
 */
export function excerpt(text, pieces) {
  const ranges = found(text, pieces)
  const [first = 0, last = 0] = densest(ranges)
  const from = first <= BEFORE ? 0 : first - BEFORE
  const to = Math.max(from + LENGTH, last)
  let html = from > 0 ? "…" : ""
  let position = from
  for (const [start, end] of ranges) {
    if (start < from || end > to) continue
    html += `${escaped(text.slice(position, start))}<mark data-md-highlight>${escaped(text.slice(start, end))}</mark>`
    position = end
  }
  html += escaped(text.slice(position, to))
  return to < text.length ? `${html}…` : html
}

/**
 * Where the pieces stand, in order, those that touch as one.
 * @param {string} text
 * @param {string[]} pieces
 */
function found(text, pieces) {
  const small = text.toLowerCase()
  const ranges = pieces
    .flatMap((piece) => [...small.matchAll(pattern(piece))])
    .map((match) => /** @type {[number, number]} */ ([match.index, match.index + match[0].length]))
    .sort(([one], [other]) => one - other)
  /** @type {[number, number][]} */
  const merged = []
  for (const [start, end] of ranges) {
    const before = merged.at(-1)
    if (before && start <= before[1]) before[1] = Math.max(before[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** @param {string} piece */
function pattern(piece) {
  const letters = plainly(piece).trim()
  return piece.startsWith(" ")
    ? new RegExp(`(?<![a-z0-9])${letters}[a-z0-9]*`, "g")
    : new RegExp(letters, "g")
}

/**
 * The stretch of an excerpt's length that holds most of what was found.
 * @param {[number, number][]} ranges
 */
function densest(ranges) {
  let best = 0
  let stretch = ranges[0] ?? [0, 0]
  for (const [start] of ranges) {
    const inside = ranges.filter(([from, to]) => from >= start && to <= start + LENGTH - BEFORE)
    const held = inside.reduce((sum, [from, to]) => sum + to - from, 0)
    if (held > best) {
      best = held
      stretch = [start, inside.at(-1)?.[1] ?? start]
    }
  }
  return stretch
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign)
}
