// What a reader takes along of an answered file: the table, the deadlines, the list of what to do.
import { copy } from "../copying.js"
import { button, element } from "../dom.js"
import { CALENDAR, stampNow } from "../download.js"
import { SEND, keep } from "../keeping.js"
import { call } from "../runtime/runtime.js"

/** @import { DashboardWords, Words } from "../words.d.ts" */

// A table above this is shown as text only in its beginning: a phone would stand still.
const SHORT = 100_000 // bytes

/**
 * Buttons for what there is of the file that is open under `key` and was answered as `table`.
 * @param {{ key: number, table: Blob, name: string, calendar: boolean }} answered `name` without ending;
 *   `calendar` where a deadline is ahead
 * @param {DashboardWords} words
 * @param {Words["sending"]} sending
 */
export function taking({ key, table, name, calendar }, words, sending) {
  const said = element("div", { className: "result__said" })
  said.setAttribute("role", "status")
  /**
   * @param {() => Promise<Blob>} make
   * @param {string} file
   * @param {() => Promise<string>} text
   */
  const kept = (make, file, text) => () =>
    keep({ make, file, text, done: words.kept, failed: words.gone }, said, sending)
  const toDo = () => call("toDoList", key)
  const beginning = async () => {
    const text = await table.slice(0, SHORT).text()
    return table.size > SHORT ? text.slice(0, text.lastIndexOf("\n")) : text
  }
  const dates = async () =>
    new Blob([await call("ordersCalendar", { key, stamp: stampNow() })], { type: CALENDAR })
  const workbook = () => call("ordersWorkbook", { key, table })
  const buttons = [
    button(words.workbook, kept(workbook, `${name}.xlsx`, beginning), SEND),
    calendar ? button(words.calendar, kept(dates, `${name}.ics`, toDo), SEND) : null,
    button(words.copy_list, async () => copy(await toDo(), said, sending), SEND),
  ]
  return element("div", { className: "result__sending" }, ...buttons, said)
}
