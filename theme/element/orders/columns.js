// Which column is which: asked where the headings leave it open.
import { button, element, fill, format } from "../dom.js"
import { textOf } from "../form.js"
import { folded } from "./parts.js"
import {
  columnOf,
  columnWords,
  onDay,
  openFields,
  openInOther,
  unitOfColumn,
  withoutColumn,
} from "./reading.js"

/** @import { OrdersFound, FoundField, PlanError } from "../answers.d.ts" */
/** @import { Words } from "../words.d.ts" */
/** @import { Reading } from "./reading.js" */

/** @typedef {ReturnType<typeof fieldOf>} FieldRow */

/**
 * Of which file the questions are: how their ids begin, the fields that stand open, and whether one
 * value may hold for all rows.
 * @typedef {{ id: string, open: Set<string>, takesValues: boolean }} Place
 */

/**
 * The questions: `said()` is the reading as it is chosen now, `follow` takes over what the form says
 * by now, and the day that it names; `show` puts errors beside them.
 * @typedef {object} ColumnsForm
 * @property {HTMLElement[]} elements
 * @property {() => Reading} said
 * @property {(day: string) => void} follow
 * @property {(errors: PlanError[]) => void} show
 */

/**
 * Asks for the columns of `found`, with `reading` chosen already; where it leaves that open, what is
 * likely is proposed. `shown` gives the form's own words for a field, `begin` gets what was chosen.
 * @param {string} id how the ids begin: a page may have several calculators
 * @param {OrdersFound} found
 * @param {Reading} reading
 * @param {(name: string) => string} shown
 * @param {Words["orders"]} words
 * @param {(said: Reading) => void} begin
 * @returns {ColumnsForm}
 */
export function columnsForm(id, found, reading, shown, words, begin) {
  let { day } = reading
  // What has to be answered stands open, and what would answer it instead; a dozen others, most of
  // them read already, are folded. What was chosen for a file before would prevail, unseen.
  const place = { id, open: new Set([...openFields(found), ...reading.kept]), takesValues: true }
  const rows = found.fields.map((field) =>
    fieldOf(field, found, place, reading, shown, words, check),
  )
  const openOther = new Set([...openInOther(found), ...reading.keptOfOther])
  const ofOther = rowsOfOther(id, openOther, found, reading, words, check)
  const all = [...rows, ...ofOther]
  // So does a value that was said for a file before.
  const questions = all.filter((row) =>
    rows.includes(row)
      ? place.open.has(row.name) || row.value().length > 0
      : openOther.has(row.name),
  )
  // Where nothing is asked the reader came to change one, most likely of those that were read.
  const asked = questions.length ? questions : all.filter((row) => row.column() !== null)
  const others = all.filter((row) => !asked.includes(row))
  const rest = restOf(others, asked.length === 0, words)
  const said = () => ({
    columns: Object.fromEntries(rows.map((row) => [row.name, row.column()])),
    units: Object.fromEntries(rows.flatMap((row) => row.unit())),
    values: Object.fromEntries(rows.flatMap((row) => row.value())),
    other: Object.fromEntries(ofOther.map((row) => [row.name, row.column()])),
    day,
    kept: new Set(), // they are seen now
    keptOfOther: new Set(),
  })

  /** @param {string} named */
  function follow(named) {
    const { columns } = onDay(said(), named, found.fields)
    const changed = named !== day
    day = named
    for (const row of rows) row.follow(changed && row.name === "on" ? { columns, day } : null)
  }

  /** @param {PlanError[]} errors */
  function show(errors) {
    tell(rows, errors)
  }

  /**
   * @param {FieldRow[]} where
   * @param {PlanError[]} errors
   */
  function tell(where, errors) {
    const texts = new Map(errors.map(({ field, text }) => [field, text || words.needed]))
    for (const row of where) row.say(texts.get(row.name) ?? "")
    const wrong = where.filter((row) => texts.has(row.name))
    // What is folded cannot be focused.
    if (others.some((row) => wrong.includes(row))) rest.open = true
    wrong[0]?.focus()
  }

  function check() {
    const missing = [rows, ofOther].map((part) => part.flatMap((row) => row.missing()))
    tell(ofOther, missing[1])
    tell(rows, missing[0])
    if (missing.flat().length === 0) begin(said())
  }

  const elements = [
    element("p", {
      className: "calculator__heading",
      tabIndex: -1,
      textContent: words.columns,
    }),
    element("p", { textContent: words.columns_help }),
    ...asked.map(({ root }) => root),
    ...(others.length ? [rest] : []),
    button(words.begin, check, "md-button md-button--primary"),
  ]
  return { elements, said, follow, show }
}

/**
 * The same for a second file, whose columns have names of their own.
 * @param {string} id
 * @param {Set<string>} open
 * @param {OrdersFound} found
 * @param {Reading} reading
 * @param {Words["orders"]} words
 * @param {() => void} check
 */
function rowsOfOther(id, open, found, { other: columns, ...said }, words, check) {
  const { other } = found
  if (other === null) return []
  const here = { ...found, columns: other.columns, ask: [], asked: [] }
  const place = { id: `${id}other-`, open, takesValues: false }
  const reading = { ...said, columns, units: {}, values: {}, other: {}, day: null }
  const shown = () => ""
  return other.fields.map((field) => {
    const label = format(words.in_other, { label: field.label })
    return fieldOf({ ...field, label }, here, place, reading, shown, words, check)
  })
}

/**
 * Open where nothing else stands there.
 * @param {FieldRow[]} rows
 * @param {boolean} open
 * @param {Words["orders"]} words
 */
function restOf(rows, open, words) {
  const found = rows.filter((row) => row.column() !== null).length
  const title = format(words.rest, { count: rows.length, found })
  const list = element("div", { className: "orders__fields" }, ...rows.map(({ root }) => root))
  return folded(title, [list], open)
}

/**
 * @param {FoundField} field
 * @param {OrdersFound} found
 * @param {Place} place
 * @param {Reading} reading
 * @param {(name: string) => string} shown
 * @param {Words["orders"]} words
 * @param {() => void} check
 */
function fieldOf(field, found, place, reading, shown, words, check) {
  const { name, label, needed, doubt, is_amount: isAmount } = field
  const id = `${place.id}column-${name}`
  const error = element("p", { className: "field__error", id: `${id}-error`, hidden: true })
  const help = element("p", { className: "field__help", id: `${id}-help`, textContent: doubt })
  const options = found.columns.map((column, at) =>
    element("option", { value: String(at), textContent: columnWords(column, at, words) }),
  )
  const nowhere = element("option", { value: "" })
  const tellForm = () => {
    nowhere.textContent = withoutColumn(field, found, shown(name), words)
  }
  tellForm()
  const select = element("select", { className: "field__input", id }, nowhere, options)
  select.value = String(columnOf(field, reading, place.open) ?? "")
  select.setAttribute("aria-describedby", doubt ? `${help.id} ${error.id}` : error.id)
  const unit = isAmount ? unitOf(field, found, reading, select, words) : null
  // A default of the form is no answer for a file: what decides an amount is asked. No number of an
  // order holds for all.
  const isAsked = place.takesValues && (needed || found.asked.includes(name)) && name !== "order"
  const value = isAsked ? valueOf(field, place.id, reading, error, words, check) : null
  const typed = () => (value ? textOf(value.input).trim() : "")
  const follow = () => {
    const column = select.value !== ""
    if (unit) unit.hidden = !column
    if (value) value.root.hidden = column
  }
  select.addEventListener("change", follow)
  follow()
  const root = element(
    "div",
    { className: "field" },
    element("label", { className: "field__label", htmlFor: id, textContent: label }),
    doubt ? help : null,
    error,
    element("div", { className: "field__box" }, select, unit),
    value?.root ?? null,
  )
  return {
    name,
    /** @returns {PlanError[]} */
    missing: () => {
      const text = value ? "" : words.choose_column
      if (select.value === "") return needed && !typed() ? [{ field: name, text }] : []
      return unit?.value === "" ? [{ field: name, text: words.unit_needed }] : []
    },
    column: () => (select.value === "" ? null : Number(select.value)),
    /** @returns {[name: string, unit: string][]} */
    unit: () => (unit?.value && select.value !== "" ? [[name, unit.value]] : []),
    /** @returns {[name: string, text: string][]} */
    value: () => (typed() ? [[name, typed()]] : []),
    /** @param {Pick<Reading, "columns" | "day"> | null} changed what is chosen by now */
    follow: (changed) => {
      tellForm()
      if (changed) select.value = String(columnOf(field, changed, place.open) ?? "")
    },
    /** @param {string} text */
    say: (text) => {
      fill(error, ...(text ? [text] : []))
      root.classList.toggle("field--wrong", text !== "")
      for (const each of [select, unit, value?.input]) {
        each?.setAttribute("aria-invalid", String(text !== ""))
      }
    },
    // Beside a value that was typed, or a unit that was not chosen, that is what is wrong.
    focus: () => {
      if (select.value === "") return (value && typed() ? value.input : select).focus()
      return (unit?.value === "" ? unit : select).focus()
    },
    root,
  }
}

/**
 * A unit belongs to a column: another column has its own, and the first gets back what was chosen.
 * @param {FoundField} field
 * @param {OrdersFound} found
 * @param {Reading} reading
 * @param {HTMLSelectElement} select
 * @param {Words["orders"]} words
 */
function unitOf({ name, label }, found, reading, select, words) {
  const options = Object.entries(found.units).map(([value, textContent]) =>
    element("option", { value, textContent }),
  )
  const open = element("option", { value: "", textContent: words.choose_column })
  const unit = element("select", { className: "field__input orders__unit" }, options)
  /** @type {Map<string, string>} */
  const chosen = new Map()
  const follow = () => {
    const named = unitOfColumn(found, select.value)
    if (named) open.remove()
    else unit.prepend(open)
    unit.value = chosen.get(select.value) ?? named
  }
  unit.setAttribute("aria-label", format(words.unit, { label }))
  unit.addEventListener("change", () => chosen.set(select.value, unit.value))
  select.addEventListener("change", follow)
  const told = reading.units[name]
  if (told) chosen.set(select.value, told)
  follow()
  return unit
}

/**
 * @param {FoundField} field
 * @param {string} begin how its id begins
 * @param {Reading} reading
 * @param {HTMLElement} error
 * @param {Words["orders"]} words
 * @param {() => void} check
 */
function valueOf(field, begin, reading, error, words, check) {
  const { name, label: of, unit, input_type: type, choices } = field
  const id = `${begin}value-${name}`
  const shared = { className: "field__input", id }
  const offered = [["", words.choose_column], ...choices].map(([value, textContent]) =>
    element("option", { value, textContent }),
  )
  // Of any step: a moment may have seconds.
  const input = choices.length
    ? element("select", shared, offered)
    : element("input", { ...shared, type, step: "any", autocomplete: "off" })
  input.value = reading.values[name] ?? ""
  // What is to be seen above it is the same for each field.
  input.setAttribute("aria-label", `${of} ${words.one_value}`)
  input.setAttribute("aria-describedby", unit ? `${id}-unit ${error.id}` : error.id)
  input.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Enter" && !event.isComposing) check()
  })
  const label = element("label", {
    className: "field__help",
    htmlFor: id,
    textContent: words.one_value,
  })
  const behind = unit ? element("span", { className: "field__unit", id: `${id}-unit` }, unit) : null
  const box = element("div", { className: "field__box" }, input, behind)
  return { input, root: element("div", { className: "orders__value" }, label, box) }
}
