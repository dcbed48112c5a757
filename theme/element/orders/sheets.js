// Which sheet of a workbook: asked where more than one has rows.
import { button, element } from "../dom.js"

/** @import { Words } from "../words.d.ts" */

/**
 * The elements that ask for one of the sheets of each file that has several; `sheet` is chosen
 * already. `read` gets one for each file, `null` where nothing is asked.
 * @param {string} id how their ids begin
 * @param {{ sheets: string[], sheet: string | null | undefined, title: string }[]} files
 * @param {Words["orders"]} words
 * @param {(sheets: (string | null)[]) => void} read
 */
export function sheetForm(id, files, words, read) {
  const fields = files.map(({ sheets, sheet, title }, at) => {
    if (sheets.length < 2) return null
    const options = sheets.map((name) => element("option", { value: name, textContent: name }))
    const select = element("select", { className: "field__input", id: `${id}sheet-${at}` }, options)
    select.value = sheet ?? sheets[0] ?? ""
    const label = { className: "field__label", htmlFor: select.id, textContent: title }
    const box = element("div", { className: "field__box" }, select)
    return { select, root: element("div", { className: "field" }, element("label", label), box) }
  })
  const take = () => read(fields.map((field) => field?.select.value ?? null))
  return [
    element("p", {
      className: "calculator__heading",
      tabIndex: -1,
      textContent: words.several_sheets,
    }),
    element("p", { textContent: words.sheet_help }),
    ...fields.flatMap((field) => field?.root ?? []),
    button(words.read_sheet, take, "md-button md-button--primary"),
  ]
}
