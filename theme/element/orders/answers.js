// The answers to a file of orders while they come: how far it is, totals, the first rows, and what
// could not be answered.
import { button, element, fill, format, grouped, inFrames } from "../dom.js"
import { release } from "../download.js"
import { figure, noticesOf } from "../result/result.js"
import { inWords, pace } from "./pace.js"

/** @import { OrdersFound, OrdersProgress } from "../answers.d.ts" */
/** @import { NoticeKind } from "../result/result.js" */
/** @import { Words } from "../words.d.ts" */

/** @type {Exclude<NoticeKind, "upcoming">[]} */
const NOTICES = ["warnings", "excludes"]

export class AnswersView {
  #first = 0 // how many of the first rows are on show
  /**
   * Where the answered file is to be had; `null` once nobody wants it any more.
   * @type {string | null}
   */
  #url = ""
  #left = pace() // from the first answer on: looking for rows of one order has another pace

  /**
   * @param {OrdersFound} found
   * @param {Record<string, number>} columns by field
   * @param {Words["orders"]} words
   * @param {Words["result"]} noticeWords
   * @param {{ stop: () => void, change: () => void }} actions
   */
  constructor(found, columns, words, noticeWords, { stop, change }) {
    this.found = found
    this.columns = columns
    this.words = words
    this.noticeWords = noticeWords
    this.progress = element("progress", { max: 1, value: 0 })
    this.progress.setAttribute("aria-label", words.progress)
    this.state = element("p", { className: "orders__state" })
    this.said = element("p", { className: "orders__done" })
    this.said.setAttribute("role", "status")
    this.stop = button(words.stop, stop)
    this.change = button(words.change, change)
    const running = { className: "orders__running" }
    this.running = element("div", running, this.state, this.progress, this.stop)
    /** @param {string} name */
    const part = (name) => element("div", { className: `orders__${name}`, hidden: true })
    this.parts = {
      download: part("download"),
      notes: part("notes"),
      totals: part("totals"),
      wrong: part("wrong"),
      first: part("first"),
      used: part("used"),
      notices: part("notices"),
    }
    const view = { className: "orders__view orders__view--running", tabIndex: -1 }
    this.root = element("div", view, this.running, this.said, Object.values(this.parts))
  }

  /**
   * Say which file it is, which column which input, and what holds for all rows.
   * @param {string} file
   * @param {[field: string, text: string][]} given
   */
  tellUse(file, given) {
    const { words } = this
    const labels = new Map(this.found.fields.map(({ name, label }) => [name, label]))
    const from = Object.entries(this.columns).map(([name, at]) =>
      format(words.from_column, {
        label: labels.get(name),
        heading: this.found.columns[at].heading,
      }),
    )
    const all = given
      .filter(([name]) => labels.has(name))
      .map(([name, value]) => format(words.for_all, { label: labels.get(name), value }))
    const { sheet } = this.found
    const source = format(sheet ? words.file_and_sheet : words.file, { name: file, sheet })
    const list = [source, ...from, ...all].map((textContent) => element("li", { textContent }))
    fill(this.parts.used, heading(words.used), element("ul", {}, list), this.change)
  }

  /**
   * Show totals and rows `soFar`, `share` of the file being read.
   * @param {OrdersProgress} soFar
   * @param {number} share
   */
  show(soFar, share) {
    this.progress.value = share
    this.state.textContent = this.#running(soFar.answered + soFar.refused + soFar.blank, share)
    // One new part at a time: each makes the browser lay out and paint the page anew.
    if (soFar.first.length > this.#first) this.#showFirst(soFar.first)
    else if (soFar.refused && this.parts.wrong.hidden) this.#showWrong(soFar)
    else {
      this.#showTotals(soFar)
      this.#showWrong(soFar)
    }
  }

  /**
   * @param {number} rows
   * @param {number} share
   */
  #running(rows, share) {
    const { words } = this
    const percent = Math.floor(share * 100)
    if (rows === 0) return format(words.looking, { percent })
    const said = format(words.running, { rows: grouped(rows), percent })
    const left = this.#left(share, performance.now())
    if (left === null) return said
    const [sentence, count] = inWords(left)
    return said + words.comma + format(words[sentence], { count })
  }

  /**
   * Everything is answered, and `file` is to be had.
   * @param {OrdersProgress} soFar
   * @param {Blob} file
   * @param {string} name of the file that was answered
   */
  done(soFar, file, name) {
    const tell = () => {
      if (this.#url === null) return
      const { words } = this
      const counts = {
        answered: grouped(soFar.answered),
        refused: grouped(soFar.refused),
        blank: grouped(soFar.blank),
      }
      this.#end()
      this.said.textContent = soFar.unreadable || format(words.done, counts)
      this.#url = URL.createObjectURL(file)
      const link = element("a", {
        className: "md-button md-button--primary",
        href: this.#url,
        download: format(words.file_name, { name: name.replace(/\.\w+$/, "") }),
        textContent: words.download,
      })
      fill(this.parts.download, link)
    }
    const notices = () =>
      fill(
        this.parts.notices,
        ...NOTICES.flatMap((kind) => {
          const said = soFar[kind].map((text) => ({ text }))
          return noticesOf(kind, said, this.noticeWords) ?? []
        }),
      )
    return inFrames([
      () => this.#showTotals(soFar),
      () => this.#showWrong(soFar),
      () => this.#showFirst(soFar.first),
      notices,
      tell,
    ])
  }

  /** Nobody will want the file any more. */
  end() {
    if (this.#url) release(this.#url)
    this.#url = null
  }

  /** The reader has stopped it. */
  stopped() {
    this.#end()
    this.said.textContent = this.words.stopped
  }

  #end() {
    this.running.hidden = true
    this.root.classList.remove("orders__view--running")
  }

  /** @param {OrdersProgress} soFar */
  #showTotals({ sums, counts, notes }) {
    const { words } = this
    if (notes.length) {
      fill(
        this.parts.notes,
        element(
          "ul",
          {},
          notes.map((textContent) => element("li", { textContent })),
        ),
      )
    }
    const figures = sums.map(figure)
    const kinds = counts.flatMap(({ label, parts }) => [
      element("p", { className: "result__heading", textContent: label }),
      element(
        "ul",
        {},
        parts.map(({ text, count }) =>
          element("li", {}, `${text}${words.is}`, format(words.rows, { count: grouped(count) })),
        ),
      ),
    ])
    fill(
      this.parts.totals,
      ...(figures.length
        ? [heading(words.sums), element("dl", { className: "result__outputs" }, figures)]
        : []),
      ...kinds,
    )
  }

  /** @param {OrdersProgress["first"]} rows */
  #showFirst(rows) {
    this.#first = rows.length
    const { words, found } = this
    // The first column tells the orders apart; the answers beside it are seen on a phone, too.
    const own = new Set(Object.values(this.columns))
    own.delete(0)
    const headings = found.columns.map((column) => column.heading)
    const heads = [words.row, headings[0], ...found.outputs, ...[...own].map((at) => headings[at])]
    const table = element(
      "table",
      { className: "orders__table" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          heads.map((textContent) => element("th", { scope: "col", textContent })),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map(({ row, own: cells, outputs }) =>
          element(
            "tr",
            {},
            [String(row), cells[0], ...outputs, ...[...own].map((at) => cells[at])].map((text) =>
              element("td", { textContent: text }),
            ),
          ),
        ),
      ),
    )
    const title = heading(format(words.first, { count: rows.length }))
    const scroller = element("div", { className: "orders__rows", tabIndex: 0 }, table)
    scroller.setAttribute("role", "region")
    scroller.setAttribute("aria-label", title.textContent)
    fill(this.parts.first, title, scroller)
  }

  /** @param {OrdersProgress} soFar */
  #showWrong({ wrong, refused }) {
    if (refused === 0) return
    const { words } = this
    const items = wrong.map(({ text, count, rows }) => {
      const some = count > rows.length ? words.wrong_some : words.wrong_rows
      const listed = rows.join(words.separator)
      return element("li", {
        textContent: text + format(some, { rows: listed, count: grouped(count) }),
      })
    })
    const rest = refused - wrong.reduce((sum, { count }) => sum + count, 0)
    const more = rest ? [format(words.wrong_more, { count: grouped(rest) })] : []
    fill(this.parts.wrong, heading(words.wrong), element("ul", {}, items), ...more)
  }
}

/** @param {string} textContent */
function heading(textContent) {
  return element("p", { className: "result__heading", textContent })
}
