// What the reader said of a file, for the next one with the same headings, and for a second that joins
// it. What was only preset is found anew: a file may have been mended, or be another month's.
import { columnOf, onDay, openFields, openInOther, sureColumns, unitOfColumn } from "./reading.js"

/** @import { OrdersFound, FoundField } from "../answers.d.ts" */
/** @import { Columns, Reading } from "./reading.js" */

/**
 * What was said otherwise than it was preset. A unit is that of its column, where the file itself
 * `named` another.
 * @typedef {object} Chosen
 * @property {Columns} columns
 * @property {Record<string, { column: number, unit: string, named: string }>} units
 * @property {Record<string, string>} values
 * @property {string | null} day
 */

export class Kept {
  /** @type {Map<string, Chosen>} */
  #chosen = new Map()
  /**
   * The same of second files.
   * @type {Map<string, Columns>}
   */
  #ofOther = new Map()
  /**
   * What was last typed, of whatever file.
   * @type {Record<string, string>}
   */
  #values = {}

  /**
   * @param {OrdersFound} found
   * @param {Reading} said
   */
  keep(found, said) {
    const { fields, other } = found
    const preset = onDay(presetOf(found), said.day ?? "", fields)
    const columns = differing(fields, openFields(found), preset, said.columns)
    /** @type {Chosen["units"]} */
    const units = {}
    for (const [name, unit] of Object.entries(said.units)) {
      const column = said.columns[name] ?? null
      const named = unitOfColumn(found, String(column ?? ""))
      if (column !== null && unit !== named) units[name] = { column, unit, named }
    }
    this.#chosen.set(headingsOf(found), { columns, units, values: said.values, day: said.day })
    this.#values = said.values
    if (!other) return
    const before = { columns: preset.other, day: null }
    const chosen = differing(other.fields, openInOther(found), before, said.other)
    this.#ofOther.set(headingsOf(other), chosen)
  }

  /**
   * How a file is to be read, as far as it is known.
   * @param {OrdersFound} found
   * @returns {Reading}
   */
  reading(found) {
    const preset = presetOf(found)
    const open = openFields(found)
    const { other } = found
    const reading = { ...preset, ...this.#ofOrders(found, open) }
    reading.other = { ...preset.other, ...(other && this.#ofOther.get(headingsOf(other))) }
    const kept = Object.keys(differing(found.fields, open, preset, reading.columns))
    const before = { columns: preset.other, day: null }
    const keptOfOther = differing(other?.fields ?? [], openInOther(found), before, reading.other)
    return {
      ...reading,
      kept: new Set([...kept, ...Object.keys(reading.units)]),
      keptOfOther: new Set(Object.keys(keptOfOther)),
    }
  }

  /**
   * @param {OrdersFound} found
   * @param {Set<string>} open
   * @returns {Partial<Reading>}
   */
  #ofOrders(found, open) {
    const chosen = this.#chosen.get(headingsOf(found))
    if (!chosen) {
      // Of another file no more than it is asked as well: its own times tell its hours.
      const values = Object.entries(this.#values).filter(([name]) => open.has(name))
      return { values: Object.fromEntries(values) }
    }
    const columns = { ...sureColumns(found.fields), ...chosen.columns }
    // What was chosen beside a day that is still named was meant so.
    const day = "on" in chosen.columns ? chosen.day : null
    /** @type {Record<string, string>} */
    const units = {}
    for (const field of found.fields) {
      const said = chosen.units[field.name]
      const column = columnOf(field, { columns, day }, open)
      // A file that names another unit than the one before says so itself.
      if (said?.column === column && said.named === unitOfColumn(found, String(column))) {
        units[field.name] = said.unit
      }
    }
    return { columns, units, values: chosen.values, day }
  }
}

/**
 * How a file is read of which nothing was said.
 * @param {OrdersFound} found
 * @returns {Reading}
 */
function presetOf({ fields, other }) {
  return {
    columns: sureColumns(fields),
    units: {},
    values: {},
    other: sureColumns(other?.fields ?? []),
    day: null,
    kept: new Set(),
    keptOfOther: new Set(),
  }
}

/**
 * Those of the columns that were not preset.
 * @param {FoundField[]} fields
 * @param {Set<string>} open
 * @param {Pick<Reading, "columns" | "day">} preset
 * @param {Columns} columns
 */
function differing(fields, open, preset, columns) {
  /** @type {Columns} */
  const chosen = {}
  for (const field of fields) {
    const column = columns[field.name]
    if (column !== undefined && column !== columnOf(field, preset, open)) {
      chosen[field.name] = column
    }
  }
  return chosen
}

/** @param {Pick<OrdersFound, "columns">} found */
export function headingsOf({ columns }) {
  return JSON.stringify(columns.map(({ heading }) => heading))
}
