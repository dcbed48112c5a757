// Which sheet of a workbook: asked where more than one has rows.
import { button, element } from "../dom.js"

/** @import { Words } from "../words.d.ts" */

/**
 * The elements that ask for one of the sheets of each workbook; `sheet` is chosen already, `title`
 * says of which file, where that is a question. `read` gets the names, in the workbooks' order.
 * @param {string} id how their ids begin
 * @param {{ sheets: string[], sheet: string | null, title: string }[]} workbooks
 * @param {Words["orders"]} words
 * @param {(sheets: string[]) => void} read
 */
export function sheetForm(id, workbooks, words, read) {
  const selects = workbooks.map(({ sheets, sheet }, at) => {
    const select = element(
      "select",
      { className: "field__input", id: `${id}sheet-${at}` },
      sheets.map((name) => element("option", { value: name, textContent: name })),
    )
    select.value = sheet ?? sheets[0] ?? ""
    return select
  })
  const fields = selects.map((select, at) => {
    const label = { className: "field__label", htmlFor: select.id, textContent: words.sheet }
    const box = element("div", { className: "field__box" }, select)
    const title = workbooks[at]?.title
    return element(
      "div",
      { className: "field" },
      title ? element("p", { className: "field__help", textContent: title }) : null,
      element("label", label),
      box,
    )
  })
  const take = () => read(selects.map(({ value }) => value))
  return [
    element("p", {
      className: "calculator__heading",
      tabIndex: -1,
      textContent: words.several_sheets,
    }),
    element("p", { textContent: words.sheet_help }),
    ...fields,
    button(words.read_sheet, take, "md-button md-button--primary"),
  ]
}
