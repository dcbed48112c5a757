// Which column is which: asked where the headings leave it open.
import { button, element, fill, format } from "../dom.js"

/**
 * Asks for the columns of `found`, with `reading` ({columns, units, values, told}) chosen already;
 * unless it was `told`, what is likely is proposed. `shown` gives the form's own words for a field.
 *
 * Gives {elements, said, show}: `said()` is the reading as it is chosen now, which `begin` gets;
 * `show` puts errors ({field, text}) beside the questions.
 */
export function columnsForm(found, reading, shown, words, begin) {
  // What has to be answered stands open, and what would answer it instead; a dozen others, most of
  // them read already, are folded.
  const open = new Set(found.ask.flatMap((name) => [name, ...(found.instead[name] ?? [])]))
  const rows = found.fields.map((field) => fieldOf(field, found, reading, shown(field.name), words, check))
  const asked = rows.filter(({ name }) => open.has(name))
  const others = rows.filter((row) => !asked.includes(row))
  const rest = restOf(others, asked.length === 0, words)
  const chosen = (part) => Object.fromEntries(rows.flatMap((row) => row[part]()))
  const said = () => ({ columns: chosen("column"), units: chosen("unit"), values: chosen("value"), told: true })

  function show(errors) {
    const texts = new Map(errors.map(({ field, text }) => [field, text || words.needed]))
    for (const row of rows) row.say(texts.get(row.name) ?? "")
    if (others.some((row) => texts.has(row.name))) rest.open = true // what is folded cannot be focused
    rows.find((row) => texts.has(row.name))?.focus()
  }

  function check() {
    const missing = rows.flatMap((row) => row.missing())
    show(missing)
    if (missing.length === 0) begin(said())
  }

  const elements = [
    element("p", { className: "calculator__heading", tabIndex: -1, textContent: words.columns }),
    element("p", { textContent: words.columns_help }),
    ...asked.map(({ root }) => root),
    ...(others.length ? [rest] : []),
    button(words.begin, check, "md-button md-button--primary"),
  ]
  return { elements, said, show }
}

// Open where nothing else is asked: then the reader came to change one of them.
function restOf(rows, open, words) {
  const found = rows.filter((row) => row.column().length > 0).length
  const textContent = format(words.rest, { count: rows.length, found })
  const list = element("div", { className: "orders__fields" }, ...rows.map(({ root }) => root))
  return element("details", { className: "orders__rest", open }, element("summary", { textContent }), list)
}

function fieldOf(field, found, reading, given, words, check) {
  const { name, label, proposed, needed, is_amount: isAmount } = field
  const id = `orders-column-${name}`
  const error = element("p", { className: "field__error", id: `${id}-error`, hidden: true })
  const options = found.columns.map((column, at) =>
    element("option", { value: String(at), textContent: nameOf(column, at, words) }),
  )
  const nowhere = element("option", { value: "", textContent: withoutColumn(field, found, given, words) })
  const select = element("select", { className: "field__input", id }, nowhere, options)
  // Only what its cells bear out: one press too soon would answer from a wrong column.
  select.value = String(reading.columns[name] ?? (reading.told ? null : proposed) ?? "")
  select.setAttribute("aria-describedby", error.id)
  const unit = isAmount ? unitOf(field, found, reading, select, words) : null
  // A default of the form is no answer for a file: what decides an amount is asked.
  const value = needed || found.asked.includes(name) ? valueOf(field, reading, error, words, check) : null
  const typed = () => value?.input.value.trim() ?? ""
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
    error,
    element("div", { className: "field__box" }, select, unit),
    value?.root ?? null,
  )
  return {
    name,
    missing: () => {
      if (select.value === "") return needed && !typed() ? [{ field: name, text: "" }] : []
      return unit?.value === "" ? [{ field: name, text: words.unit_needed }] : []
    },
    column: () => (select.value === "" ? [] : [[name, Number(select.value)]]),
    unit: () => (unit?.value && select.value !== "" ? [[name, unit.value]] : []),
    value: () => (typed() ? [[name, typed()]] : []),
    say: (text) => {
      fill(error, ...(text ? [text] : []))
      root.classList.toggle("field--wrong", text !== "")
      for (const each of [select, unit, value?.input]) each?.setAttribute("aria-invalid", text !== "")
    },
    // Beside a value that was typed, or a unit that was not chosen, that is what is wrong.
    focus: () => {
      if (select.value === "") return (typed() ? value.input : select).focus()
      return (unit?.value === "" ? unit : select).focus()
    },
    root,
  }
}

// A unit belongs to a column: another column has its own, and the first gets back what was chosen.
function unitOf({ name, label }, { units, columns }, reading, select, words) {
  const options = Object.entries(units).map(([value, textContent]) => element("option", { value, textContent }))
  const open = element("option", { value: "", textContent: words.choose_column })
  const unit = element("select", { className: "field__input orders__unit" }, options)
  const chosen = new Map()
  const follow = () => {
    const named = columns[select.value]?.unit ?? "yuan"
    // Another currency is nothing that could be proposed.
    if (named in units) open.remove()
    else unit.prepend(open)
    unit.value = chosen.get(select.value) ?? (named in units ? named : "")
  }
  unit.setAttribute("aria-label", format(words.unit, { label }))
  unit.addEventListener("change", () => chosen.set(select.value, unit.value))
  select.addEventListener("change", follow)
  if (reading.units[name]) chosen.set(select.value, reading.units[name])
  follow()
  return unit
}

function valueOf({ name, unit, input_type: type, choices }, reading, error, words, check) {
  const id = `orders-value-${name}`
  const shared = { className: "field__input", id }
  const input = choices.length
    ? element("select", shared, [["", words.choose_column], ...choices].map(([value, textContent]) => element("option", { value, textContent })))
    : element("input", { ...shared, type, autocomplete: "off" })
  input.value = reading.values[name] ?? ""
  input.setAttribute("aria-describedby", error.id)
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) check()
  })
  const label = element("label", { className: "field__help", htmlFor: id, textContent: words.one_value })
  const box = element("div", { className: "field__box" }, input, unit ? element("span", { className: "field__unit", textContent: unit }) : null)
  return { input, root: element("div", { className: "orders__value" }, label, box) }
}

function withoutColumn({ name, needed }, found, given, words) {
  if (needed || (found.asked.includes(name) && found.ask.includes(name))) return words.choose_column
  if (found.asked.includes(name)) return words.left_empty // the form's own is never taken
  if (given.trim()) return format(words.all_rows, { value: given.trim() })
  if (name === "on") return words.newest
  return words.left_empty
}

function nameOf({ heading, samples }, at, words) {
  const named = format(words.column, { number: at + 1, heading })
  return samples.length ? named + format(words.example, { samples: samples.join(words.separator) }) : named
}
