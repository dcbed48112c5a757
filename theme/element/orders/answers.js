// The answers to a file of orders while they come: how far it is, totals, the first rows, what could
// not be answered, and what there is to take along.
import { button, element, fill, format } from "../dom.js"
import { dashboardParts } from "../dashboard/dashboard.js"
import { taking } from "../dashboard/taking.js"
import { release } from "../download.js"
import { figure, noticesOf } from "../result/result.js"
import { read } from "../runtime/json.js"
import { call, closeOrders } from "../runtime/runtime.js"
import { inWords, pace } from "./pace.js"
import { grouped, inFrames, scrollingTable } from "./parts.js"
import { momentInWords, placed } from "./reading.js"

/** @import { Dashboard, FoundField, OrdersFound, OrdersProgress } from "../answers.d.ts" */
/** @import { NoticeKind } from "../result/result.js" */
/** @import { Words } from "../words.d.ts" */
/** @import { Reading } from "./reading.js" */

/** @type {Exclude<NoticeKind, "upcoming">[]} */
const NOTICES = ["warnings", "excludes"]

export class AnswersView {
  #first = 0 // how many of the first rows are on show
  /**
   * Where the answered file is to be had; `null` once nobody wants it any more.
   * @type {string | null}
   */
  #url = ""
  /**
   * The worker's name for the answered file, while it is open there.
   * @type {number | null}
   */
  #key = null
  #left = pace() // from the first answer on: looking for rows of one order has another pace

  /**
   * @param {OrdersFound} found
   * @param {Reading} reading
   * @param {Words} allWords
   * @param {{ stop: () => void, change: () => void, swap: (() => void) | null, add: (() => void) | null }} actions
   *   `swap` exchanges two files, `add` takes a second one
   */
  constructor(found, reading, allWords, { stop, change, swap, add }) {
    const words = allWords.orders
    this.found = found
    this.reading = reading
    this.columns = placed(reading.columns)
    this.allWords = allWords
    this.words = words
    this.progress = element("progress", { max: 1, value: 0 })
    this.progress.setAttribute("aria-label", words.progress)
    this.state = element("p", { className: "orders__state" })
    this.said = element("p", { className: "orders__done" })
    this.said.setAttribute("role", "status")
    this.stop = button(words.stop, stop)
    this.actions = [
      button(words.change, change),
      swap && button(words.swap, swap),
      add && button(words.add, add),
    ].filter((each) => each !== null)
    const running = { className: "orders__running" }
    this.running = element("div", running, this.state, this.progress, this.stop)
    /** @param {string} name */
    const part = (name) => element("div", { className: `orders__${name}`, hidden: true })
    this.parts = {
      notes: part("notes"),
      totals: part("totals"),
      download: part("download"),
      dashboard: part("dashboard"),
      asides: part("asides"),
      wrong: part("wrong"),
      first: part("first"),
      used: part("used"),
      notices: part("notices"),
    }
    const view = { className: "orders__view orders__view--running", tabIndex: -1 }
    this.root = element("div", view, this.running, this.said, Object.values(this.parts))
  }

  /** What stands at the end of what is read first. */
  get gist() {
    const { totals, dashboard } = this.parts
    const first = totals.hidden ? dashboard.firstElementChild : totals
    return first instanceof HTMLElement ? first : this.said
  }

  /**
   * Say which files they are, which column which input, and what holds for all rows.
   * @param {string[]} files
   * @param {[field: string, text: string][]} given
   */
  tellUse(files, given) {
    const { words } = this
    const { other: ofOther, kept, keptOfOther } = this.reading
    const labels = new Map(this.found.fields.map(({ name, label }) => [name, label]))
    const typed = new Set(given.map(([name]) => name))
    const fields = this.found.fields.filter(({ name }) => !typed.has(name))
    const from = fields.flatMap((field) => this.#fromColumn(field) ?? [])
    const all = given
      .filter(([name]) => labels.has(name))
      .map(([name, value]) =>
        format(words.for_all, { label: labels.get(name), value: momentInWords(value) }),
      )
    const { sheet, other } = this.found
    /** @param {string} name @param {string | null} of a workbook */
    const source = (name, of) => format(of ? words.file_and_sheet : words.file, { name, sheet: of })
    const main = other?.at === 0 ? 1 : 0
    const told = [source(files[main], sheet)]
    if (kept.size + keptOfOther.size) told.push(words.kept)
    told.push(...from)
    if (other) {
      told.push(source(files[other.at], other.sheet), other.text)
      for (const { name, label, column } of other.fields) {
        const at = ofOther[name] ?? null
        const of = other.columns[at ?? column ?? -1]
        const word = at === null ? words.without_column : words.from_column
        if (of) told.push(format(word, { label, heading: of.heading }))
      }
    }
    const list = [...told, ...all].map((textContent) => element("li", { textContent }))
    const buttons = element("div", { className: "orders__buttons" }, this.actions)
    fill(this.parts.used, heading(words.used), element("ul", {}, list), buttons)
  }

  /**
   * From which column a field is taken; a unit that nothing shows is told, and a column left out.
   * @param {FoundField} field
   */
  #fromColumn({ name, label, column }) {
    const { words, reading, found } = this
    const at = this.columns[name] ?? null
    if (at === null) {
      if (column === null || reading.columns[name] !== null) return null
      return format(words.without_column, { label, heading: found.columns[column].heading })
    }
    const from = { label, heading: found.columns[at].heading }
    const { unit: named } = found.columns[at]
    const unit = reading.units[name] ?? "yuan"
    if (unit === "yuan" && named === null) return format(words.from_column, from)
    return format(words.from_column_in, { ...from, unit: found.units[unit] })
  }

  /**
   * Show totals and rows `soFar`, `share` of the file being read.
   * @param {OrdersProgress} soFar
   * @param {number} share
   */
  show(soFar, share) {
    this.progress.value = share
    this.state.textContent = this.#running(soFar, share)
    // One new part at a time: each makes the browser lay out and paint the page anew.
    if (soFar.first.length > this.#first) this.#showFirst(soFar)
    else if (soFar.refused && this.parts.wrong.hidden) this.#showWrong(soFar)
    else {
      this.#showTotals(soFar)
      this.#showWrong(soFar)
    }
  }

  /**
   * @param {OrdersProgress} soFar
   * @param {number} share
   */
  #running({ answered, refused, blank, looked }, share) {
    const { words } = this
    const percent = Math.floor(share * 100)
    const rows = answered + refused + blank
    if (rows === 0) return format(words.looking, { rows: grouped(looked), percent })
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
   * @param {{ key: number, name: string }} answered the file that was, and what the worker calls it
   */
  async done(soFar, file, { key, name }) {
    this.#key = key
    const { dashboard: words } = this.allWords
    const dashboard = words ? await this.#dashboard(key) : null
    const above = dashboard && words ? dashboardParts(dashboard, words) : []
    /** @type {HTMLElement[]} */
    const shown = []
    const parts = above.map((make) => () => {
      shown.push(make())
      fill(this.parts.dashboard, ...shown)
    })
    return inFrames([
      ...parts,
      () => this.#showTotals(soFar),
      () => this.#showWrong(soFar),
      () => soFar.first.length && this.#showFirst(soFar),
      () => this.#showNotices(soFar),
      () => this.#finish(soFar, file, name.replace(/\.\w+$/, ""), dashboard),
    ])
  }

  /** @param {OrdersProgress} soFar */
  #showNotices(soFar) {
    const told = NOTICES.flatMap((kind) => {
      const said = soFar[kind].map((text) => ({ text }))
      return noticesOf(kind, said, this.allWords.result) ?? []
    })
    fill(this.parts.notices, ...told)
  }

  /**
   * @param {OrdersProgress} soFar
   * @param {Blob} file
   * @param {string} bare the name of the file that was answered, without its ending
   * @param {Dashboard | null} dashboard
   */
  #finish(soFar, file, bare, dashboard) {
    const { words, allWords } = this
    if (this.#url === null || this.#key === null) return
    const counts = {
      answered: grouped(soFar.answered),
      refused: grouped(soFar.refused),
      blank: grouped(soFar.blank),
    }
    this.#end()
    this.said.textContent = format(words.done, counts)
    this.#url = URL.createObjectURL(file)
    const name = format(words.file_name, { name: bare })
    const link = element("a", {
      className: "md-button md-button--primary",
      href: this.#url,
      download: `${name}.csv`,
      textContent: words.download,
    })
    fill(this.parts.download, link)
    if (dashboard && allWords.dashboard) {
      const taken = { key: this.#key, table: file, name, calendar: dashboard.due.total > 0 }
      this.parts.download.append(taking(taken, allWords.dashboard, allWords.sending))
    }
  }

  /**
   * What the file comes to; without it the rest is shown all the same.
   * @param {number} key
   * @returns {Promise<Dashboard | null>}
   */
  async #dashboard(key) {
    return call("dashboard", key).then(read, () => null)
  }

  /** Nobody will want the file any more. */
  end() {
    if (this.#url) release(this.#url)
    this.#url = null
    if (this.#key !== null) closeOrders(this.#key)
    this.#key = null
  }

  /** The reader has stopped it: the button that was pressed is gone. */
  stopped() {
    this.broken()
    this.said.textContent = this.words.stopped
    this.root.focus()
  }

  /** It came to no end: what a part of the rows adds up to must not stand there as the whole. */
  broken() {
    this.#end()
    const { notes, totals, asides, wrong, first } = this.parts
    for (const part of [notes, totals, asides, wrong, first]) fill(part)
  }

  #end() {
    this.running.hidden = true
    this.root.classList.remove("orders__view--running")
  }

  /** @param {OrdersProgress} soFar */
  #showTotals({ sums, counts, notes, asides }) {
    const { words } = this
    const above = !this.parts.dashboard.hidden // which says what the rows add up to
    const below = new Set(above ? notes : asides)
    fill(this.parts.notes, ...itemsOf(notes.filter((each) => !below.has(each))))
    fill(this.parts.asides, ...itemsOf(notes.filter((each) => below.has(each))))
    const figures = above ? [] : sums.map(figure)
    const kinds = (above ? [] : counts).flatMap(({ label, parts }) => [
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

  /** @param {OrdersProgress} soFar */
  #showFirst({ first: rows, headings }) {
    this.#first = rows.length
    const { words, found } = this
    // Its number tells an order; the answers beside it are seen on a phone, too.
    const { order: name = 0 } = this.columns
    const own = new Set(Object.values(this.columns))
    own.delete(name)
    const heads = [words.row, headings[name], ...found.outputs]
    heads.push(...[...own].map((at) => headings[at]))
    const title = heading(format(words.first, { count: rows.length }))
    const lines = rows.map(({ row, own: cells, outputs }) => [
      ...[String(row), cells[name], ...outputs],
      ...[...own].map((at) => cells[at]),
    ])
    const scroller = scrollingTable(heads, lines, title.textContent)
    fill(this.parts.first, title, scroller)
  }

  /** @param {OrdersProgress} soFar */
  #showWrong({ wrong, refused }) {
    if (refused === 0) return
    const { words } = this
    const items = wrong.map(({ text, count, rows }) => {
      const some =
        count > rows.length
          ? words.wrong_some
          : rows.length > 1
            ? words.wrong_rows
            : words.wrong_row
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

/** @param {string[]} texts */
function itemsOf(texts) {
  const items = texts.map((textContent) => element("li", { textContent }))
  return items.length ? [element("ul", {}, items)] : []
}

/** @param {string} textContent */
function heading(textContent) {
  return element("p", { className: "result__heading", textContent })
}
