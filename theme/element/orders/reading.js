// How a file is to be read: which column is which, in which unit, and what holds for all rows; and
// what is proposed and said where the file's headings leave that open.
import { format } from "../dom.js"

/** @import { OrdersFound, FoundField } from "../answers.d.ts" */
/** @import { Words } from "../words.d.ts" */

/**
 * Columns by field, told by their place; `null` where the reader wants none, so that nothing is
 * proposed.
 * @typedef {Record<string, number | null>} Columns
 */

/**
 * By field: `columns`, `values` for all rows, `other` the columns of a second file. `kept` are the
 * fields for which it was said of a file before, otherwise than this one tells, `keptOfOther` those
 * of a second file. `day` is the day of the rules that the form named then, or empty; `null` where
 * nobody has looked yet.
 * @typedef {object} Reading
 * @property {Columns} columns
 * @property {Record<string, string>} units
 * @property {Record<string, string>} values
 * @property {Columns} other
 * @property {string | null} day
 * @property {Set<string>} kept
 * @property {Set<string>} keptOfOther
 */

/**
 * The columns that are read, without the fields that have none.
 * @param {Columns} columns
 */
export function placed(columns) {
  /** @type {Record<string, number>} */
  const found = {}
  for (const [name, column] of Object.entries(columns)) if (column !== null) found[name] = column
  return found
}

/**
 * The names of the fields that stand open: those to ask about, and what would answer them instead.
 * @param {OrdersFound} found
 */
export function openFields({ ask, instead }) {
  return new Set(ask.flatMap((name) => [name, ...(instead[name] ?? [])]))
}

/**
 * The columns of those fields whose heading leaves no doubt, by name.
 * @param {FoundField[]} fields
 */
export function sureColumns(fields) {
  /** @type {Record<string, number>} */
  const columns = {}
  for (const { name, column } of fields) if (column !== null) columns[name] = column
  return columns
}

/**
 * A reading by the day that the form `named` since: that holds for all rows, as in a terminal, and
 * each row has its own again where none is named any more.
 * @param {Reading} reading
 * @param {string} named
 * @param {FoundField[]} fields
 * @returns {Reading}
 */
export function onDay(reading, named, fields) {
  if (named === reading.day) return reading
  const { on: chosen, ...columns } = reading.columns
  const on = chosen ?? sureColumns(fields).on
  if (!named && on !== undefined) columns.on = on
  return { ...reading, columns, day: named }
}

/**
 * The names of the fields of a second file that stand open: what is needed, and what a column may
 * tell that the first file does not.
 * @param {OrdersFound} found
 */
export function openInOther({ fields, other }) {
  const sure = sureColumns(fields)
  const open = (other?.fields ?? []).filter(
    ({ name, needed, column, likely }) =>
      column === null && (needed || (likely.length > 0 && !(name in sure))),
  )
  return new Set(open.map(({ name }) => name))
}

/**
 * The place of the column that is chosen for a field, or proposed: only one that its cells bear
 * out, for one press too soon would answer from a wrong column, and only where the question is on
 * show. `null` where there is none.
 * @param {FoundField} field
 * @param {Pick<Reading, "columns" | "day">} reading
 * @param {Set<string>} open the fields that are asked
 */
export function columnOf({ name, proposed }, { columns, day }, open) {
  const column = columns[name]
  if (column !== undefined) return column
  return open.has(name) && !(name === "on" && day) ? proposed : null
}

/**
 * The unit in which a column's amounts are written; empty for another currency, which is nothing
 * that could be proposed.
 * @param {OrdersFound} found
 * @param {string} place of the column; empty for none
 */
export function unitOfColumn({ columns, units }, place) {
  const named = (place === "" ? null : columns[Number(place)]?.unit) ?? "yuan"
  return named in units ? named : ""
}

/**
 * What stands for "no column" among the choices of a field; `given` is what the form says of it.
 * @param {FoundField} field
 * @param {OrdersFound} found
 * @param {string} given
 * @param {Words["orders"]} words
 */
export function withoutColumn({ name, needed }, found, given, words) {
  if (needed || (found.asked.includes(name) && found.ask.includes(name))) return words.choose_column
  if (found.asked.includes(name)) return words.left_empty // the form's own is never taken
  if (given.trim()) return format(words.all_rows, { value: momentInWords(given.trim()) })
  if (name === "on") return words.newest
  return words.left_empty
}

/**
 * A column among the choices: its number, its heading and some of its cells.
 * @param {OrdersFound["columns"][number]} column
 * @param {number} at
 * @param {Words["orders"]} words
 */
export function columnWords({ heading, samples }, at, words) {
  const named = format(words.column, { number: at + 1, heading })
  if (samples.length === 0) return named
  return named + format(words.example, { samples: samples.join(words.separator) })
}

/**
 * A text as the reader sees it: of a moment an input holds ISO's "T" between day and time.
 * @param {string} text
 */
export function momentInWords(text) {
  return text.replace(/^(\d{4}-\d\d-\d\d)T(?=\d\d:\d\d)/, "$1 ")
}
