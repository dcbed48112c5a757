// Which sheet of a workbook: asked where more than one has rows.
import { button, element } from "../dom.js"

/** @import { Words } from "../words.d.ts" */

/**
 * The elements that ask for one of `sheets`, `proposed` chosen already; `read` gets its name.
 * @param {string[]} sheets
 * @param {string | null} proposed
 * @param {Words["orders"]} words
 * @param {(sheet: string) => void} read
 */
export function sheetForm(sheets, proposed, words, read) {
  const id = "orders-sheet"
  const select = element(
    "select",
    { className: "field__input", id },
    sheets.map((name) => element("option", { value: name, textContent: name })),
  )
  select.value = proposed ?? ""
  return [
    element("p", {
      className: "calculator__heading",
      tabIndex: -1,
      textContent: words.several_sheets,
    }),
    element("p", { textContent: words.sheet_help }),
    element(
      "div",
      { className: "field" },
      element("label", { className: "field__label", htmlFor: id, textContent: words.sheet }),
      element("div", { className: "field__box" }, select),
    ),
    button(words.read_sheet, () => read(select.value), "md-button md-button--primary"),
  ]
}
