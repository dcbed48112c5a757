// Which column is which: asked where the headings leave it open.
import { button, element, fill, format } from "../dom.js"

/**
 * The elements that ask for the columns of `found`, with `reading` ({columns, units, values}) chosen
 * already. `shown` gives the form's own words for a field; `begin` gets what was chosen: the columns
 * of fields, the units of columns of amounts, and values for all rows.
 */
export function columnsForm(found, reading, shown, words, begin) {
  const rows = found.fields.map((field) => fieldOf(field, found, reading, shown(field.name), words))
  const check = () => {
    const missing = rows.filter((row) => row.missing())
    for (const row of rows) fill(row.error, ...(missing.includes(row) ? [words.needed] : []))
    if (missing.length) return missing[0].select.focus()
    const chosen = (part) => Object.fromEntries(rows.flatMap((row) => row[part]()))
    begin({ columns: chosen("column"), units: chosen("unit"), values: chosen("value") })
  }
  return [
    element("p", { className: "calculator__heading", tabIndex: -1, textContent: words.columns }),
    element("p", { textContent: words.columns_help }),
    ...rows.map(({ root }) => root),
    button(words.begin, check, "md-button md-button--primary"),
  ]
}

function fieldOf(field, found, reading, given, words) {
  const { name, label, proposed, needed, money } = field
  const id = `orders-column-${name}`
  const error = element("p", { className: "field__error", id: `${id}-error`, hidden: true })
  const options = found.columns.map((column, at) =>
    element("option", { value: String(at), textContent: nameOf(column, at, words) }),
  )
  const nowhere = element("option", { value: "", textContent: withoutColumn(field, given, words) })
  const select = element("select", { className: "field__input", id }, nowhere, options)
  // Only what its cells bear out: one press too soon would answer from a wrong column.
  select.value = String(reading.columns[name] ?? proposed ?? "")
  select.setAttribute("aria-describedby", error.id)
  const unit = money ? unitOf(field, found, reading, words) : null
  // A default of the form is no answer for a file: what decides an amount is asked.
  const value = needed ? valueOf(field, reading, words) : null
  const follow = () => {
    const column = select.value !== ""
    if (unit) unit.hidden = !column
    if (value) value.root.hidden = column
  }
  select.addEventListener("change", follow)
  follow()
  const typed = () => value?.input.value.trim() ?? ""
  return {
    select,
    error,
    missing: () => needed && select.value === "" && !typed(),
    column: () => (select.value === "" ? [] : [[name, Number(select.value)]]),
    unit: () => (unit && select.value !== "" && unit.value !== "yuan" ? [[name, unit.value]] : []),
    value: () => (select.value === "" && typed() ? [[name, typed()]] : []),
    root: element(
      "div",
      { className: "field" },
      element("label", { className: "field__label", htmlFor: id, textContent: label }),
      error,
      element("div", { className: "field__box" }, select, unit),
      value?.root ?? null,
    ),
  }
}

function unitOf({ name, label, unit }, { units }, reading, words) {
  const options = Object.entries(units).map(([value, textContent]) => element("option", { value, textContent }))
  const select = element("select", { className: "field__input orders__unit" }, options)
  select.setAttribute("aria-label", format(words.unit, { label }))
  select.value = reading.units[name] ?? (unit in units ? unit : "yuan")
  return select
}

function valueOf({ name }, reading, words) {
  const id = `orders-value-${name}`
  const input = element("input", { className: "field__input", id, value: reading.values[name] ?? "", autocomplete: "off" })
  const label = element("label", { className: "field__help", htmlFor: id, textContent: words.one_value })
  return { input, root: element("div", { className: "orders__value" }, label, element("div", { className: "field__box" }, input)) }
}

function withoutColumn({ name, needed }, given, words) {
  if (needed) return words.choose_column
  if (given.trim()) return format(words.all_rows, { value: given.trim() })
  if (name === "on") return words.newest
  return words.left_empty
}

function nameOf({ heading, samples }, at, words) {
  const named = format(words.column, { number: at + 1, heading })
  return samples.length ? named + format(words.example, { samples: samples.join(words.separator) }) : named
}
