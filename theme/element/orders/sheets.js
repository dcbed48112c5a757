// Which sheet of a workbook: asked where more than one has rows.
import { button, element } from "../dom.js"

/** @import { Words } from "../words.d.ts" */

/**
 * The elements that ask for one of `sheets`, `sheet` chosen already; `read` gets its name. `title`
 * says of which file, where that is a question.
 * @param {{ sheets: string[], sheet: string | null, title: string }} found
 * @param {Words["orders"]} words
 * @param {(sheet: string) => void} read
 */
export function sheetForm({ sheets, sheet, title }, words, read) {
  const id = "orders-sheet"
  const select = element(
    "select",
    { className: "field__input", id },
    sheets.map((name) => element("option", { value: name, textContent: name })),
  )
  select.value = sheet ?? ""
  return [
    element("p", {
      className: "calculator__heading",
      tabIndex: -1,
      textContent: words.several_sheets,
    }),
    element("p", { textContent: title || words.sheet_help }),
    element(
      "div",
      { className: "field" },
      element("label", { className: "field__label", htmlFor: id, textContent: words.sheet }),
      element("div", { className: "field__box" }, select),
    ),
    button(words.read_sheet, () => read(select.value), "md-button md-button--primary"),
  ]
}
