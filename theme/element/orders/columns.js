// Which column is which: asked where the headings leave it open.
import { button, element, fill, format } from "../dom.js"

/**
 * The elements that ask for the columns of `found`, with `columns` (field → column) chosen already.
 * `shown` gives the form's own words for a field; `begin` gets the columns.
 */
export function columnsForm(found, columns, shown, words, begin) {
  const rows = found.fields.map((field) => fieldOf(field, found.columns, columns[field.name], shown(field.name), words))
  const check = () => {
    const missing = rows.filter((row) => row.missing())
    for (const row of rows) fill(row.error, ...(missing.includes(row) ? [words.needed] : []))
    if (missing.length) return missing[0].select.focus()
    const chosen = rows.filter(({ select }) => select.value !== "")
    begin(Object.fromEntries(chosen.map(({ name, select }) => [name, Number(select.value)])))
  }
  return [
    element("p", { className: "calculator__heading", tabIndex: -1, textContent: words.columns }),
    element("p", { textContent: words.columns_help }),
    ...rows.map(({ root }) => root),
    button(words.begin, check, "md-button md-button--primary"),
  ]
}

function fieldOf({ name, label, likely, needed }, columns, chosen, given, words) {
  const id = `orders-column-${name}`
  const error = element("p", { className: "field__error", id: `${id}-error`, hidden: true })
  const select = element(
    "select",
    { className: "field__input", id },
    element("option", { value: "", textContent: withoutColumn(name, needed, given, words) }),
    columns.map((column, at) => element("option", { value: String(at), textContent: nameOf(column, at, words) })),
  )
  // Of several that may be meant none is taken: one press too soon would answer from a wrong one.
  select.value = String(chosen ?? (likely.length === 1 ? likely[0] : ""))
  select.setAttribute("aria-describedby", error.id)
  return {
    name,
    select,
    error,
    missing: () => needed && !given.trim() && select.value === "",
    root: element(
      "div",
      { className: "field" },
      element("label", { className: "field__label", htmlFor: id, textContent: label }),
      error,
      element("div", { className: "field__box" }, select),
    ),
  }
}

function withoutColumn(name, needed, given, words) {
  if (given.trim()) return format(words.all_rows, { value: given.trim() })
  if (name === "on") return words.newest
  return needed ? words.choose_column : words.left_empty
}

function nameOf({ heading, samples }, at, words) {
  const named = format(words.column, { number: at + 1, heading })
  return samples.length ? named + format(words.example, { samples: samples.join(words.separator) }) : named
}
