// Reads what was given of many orders at once (see intake.js): asks about columns that are not
// certain, and shows the answers as they come. What is read stays in this browser. With all that only
// files need it is a script of its own, to which that of calculators lends the rest (see ../lent.js).
import { now } from "../day.js"
import { button, element, fill, find, format } from "../dom.js"
import { control, radios, shownText, typed } from "../form.js"
import { filledIn } from "../present.js"
import { CallError } from "../runtime/connection.js"
import { read, written } from "../runtime/json.js"
import { call, closeOrders } from "../runtime/runtime.js"
import { AnswersView } from "./answers.js"
import { columnsForm } from "./columns.js"
import { Kept } from "./kept.js"
import { onDay, openInOther, placed } from "./reading.js"
import { sheetForm } from "./sheets.js"
import { Waiting } from "./waiting.js"

/** @import { OrdersFound, OrdersPlan } from "../answers.d.ts" */
/** @import { ShopCalculator } from "../shop-calculator.js" */
/** @import { Json } from "../runtime/json.js" */
/** @import { ColumnsForm } from "./columns.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Opened } from "../runtime/messages.js" */

/** @type {OrdersFound} */
const NOTHING = {
  columns: [],
  fields: [],
  ask: [],
  asked: [],
  instead: {},
  assumed: [],
  unset: [],
  units: {},
  outputs: [],
  sheet: null,
  sheets: [],
  other: null,
}

/**
 * What is read: one file, or two that belong together. By file, `sheets` are those that the reader
 * said, `offered` those to choose from; `swapped`, that the one is what was taken for the other.
 * `before` is how the orders in one of them were last read.
 * @typedef {object} Source
 * @property {File[]} files
 * @property {(string | null)[]} sheets
 * @property {string[][]} offered
 * @property {boolean} swapped
 * @property {{ file: File, found: OrdersFound, reading: Reading } | null} before
 */

/** @type {Source} */
const NO_SOURCE = { files: [], sheets: [], offered: [], swapped: false, before: null }

export class OrdersPanel {
  #source = NO_SOURCE // what the reader gave
  #found = NOTHING // what its first lines told
  #turn = 0 // counts what was begun, so that what was given up is known when it comes back
  #waits = false // whether the next file belongs to the one on show

  /**
   * The worker's name for what is read, while it is open there.
   * @type {number | null}
   */
  #key = null

  /**
   * How the answers on show were read, and what they were given.
   * @type {Reading & { said: string } | null}
   */
  #used = null

  /**
   * The answers on show.
   * @type {AnswersView | null}
   */
  #view = null

  /**
   * The questions on show.
   * @type {ColumnsForm | null}
   */
  #asking = null

  #kept = new Kept() // what was said of files before
  /**
   * The sheets that were said of workbooks, by those that these have.
   * @type {Map<string, string>}
   */
  #keptSheets = new Map()

  /** @param {ShopCalculator} calculator */
  constructor(calculator) {
    this.calculator = calculator
    this.form = calculator.form
    this.words = calculator.words.orders
    this.id = `${calculator.calculator}-orders-` // how the ids of what is asked begin
    this.root = calculator.orders.root
    this.sight = calculator.orders.sight
    this.waiting = new Waiting(this.root, this.#part("said"), calculator.words, this.sight)
    // Whoever chose no file, and later one as usual, begins anew: not all browsers tell the former.
    for (const kind of ["cancel", "click"]) {
      this.#chooser().addEventListener(kind, () => (this.#waits = false))
    }
    this.#part("columns").addEventListener("input", () => this.#keepTold())
    for (const kind of ["input", "reset"]) {
      this.form.addEventListener(kind, () => setTimeout(() => this.#compareWithForm()))
    }
  }

  /** The reader has left the page. */
  leave() {
    this.stop()
    this.#clear()
  }

  /** Give up what is being worked on. */
  stop() {
    this.#turn += 1
    if (this.#key !== null) closeOrders(this.#key)
    this.#key = null
    this.waiting.end()
  }

  // The answers on show were given what the form said then; questions follow it.
  #compareWithForm() {
    this.#asking?.follow(typed(this.form).on)
    if (!this.#used) return
    const isSame = this.#said(this.#onDay(this.#used)) === this.#used.said
    this.#say(isSame ? "" : this.words.form_changed)
  }

  /**
   * What is given to all rows, to be compared: what is filled in of the present changes by itself.
   * @param {Reading} reading
   */
  #said(reading) {
    const filled = filledIn(this.form).map((name) => [name, ""])
    return JSON.stringify({ ...this.#given(reading), ...Object.fromEntries(filled) })
  }

  /**
   * Where questions and answers stand, and what is said of the file.
   * @param {"columns" | "answers" | "said"} name
   */
  #part(name) {
    return find(this.root, `.orders__${name}`, HTMLElement)
  }

  #say(text = "") {
    fill(this.#part("said"), ...(text ? [text] : []))
  }

  /**
   * Say what comes of what the reader has done here.
   * @param {string} text
   */
  #reply(text) {
    this.#say(text)
    this.sight.show(this.#part("said"))
  }

  #chooser() {
    return find(this.root, ".orders__file", HTMLInputElement)
  }

  /**
   * One file, or two where the calculator takes two; one more joins that which waits for it.
   * @param {File[]} given at least one
   */
  takeSome(given) {
    const several = this.#chooser().multiple
    const isNext = this.#waits && given.length === 1
    this.#waits = false
    if (given.length > (several ? 2 : 1)) {
      this.#reply(several ? this.words.too_many : this.words.one_file)
    } else if (isNext) this.#join(given[0])
    else this.#take(sourceOf(given))
  }

  /**
   * A file joins the one that was answered, of which the sheet is known, and how it was read; where
   * it is no table the answers stay.
   * @param {File} file
   */
  async #join(file) {
    const { files, sheets } = this.#source
    const [sheet = null] = sheets
    const both = { files: [files[0], file], sheets: sheet === null ? [] : [sheet, null] }
    const source = { ...this.#source, ...both }
    const view = this.#view
    this.waiting.begin()
    const opened = await this.#open(source).catch(() => undefined)
    const isOpen = opened?.outcome === "opened"
    const found = isOpen ? read(opened.found) : null
    // A sheet of a workbook may be a table, and what failed can be tried again.
    const isNone = found && "refused" in found && !found.sheets
    const isWanted = view === this.#view
    if (isOpen && (isNone || !isWanted)) closeOrders(opened.key)
    if (!isWanted) return
    if (isNone) {
      this.waiting.end()
      const said = [found.refused, format(this.words.not_joined, { name: file.name })]
      fill(this.#part("said"), ...said.map((textContent) => element("p", { textContent })))
      this.sight.show(this.#part("said"))
    } else this.#take(source, opened)
  }

  /** @param {string} text */
  takePasted(text) {
    if (text.trim()) this.#take(sourceOf([new File([text], this.words.pasted)]))
    else this.#reply(this.words.nothing)
  }

  /**
   * Read what was given; `sight` has begun when it was.
   * @param {Source} source
   * @param {Opened} [before] where it was looked at already
   */
  async #take(source, before) {
    this.#giveUp()
    this.#source = source
    if (!(await this.#look(before))) return
    const { offered, sheets } = this.#source
    if (offered.some((each, at) => each.length > 1 && !sheets[at])) this.#askSheet()
    else this.#begin()
  }

  // Asks what is open, or answers at once.
  #begin() {
    const found = this.#found
    const { files, sheets, swapped, before } = this.#source
    const kept = this.#kept.reading(found)
    // What was answered for these orders need not be confirmed once more.
    const isSame = before?.file === this.#file && before?.found.sheet === found.sheet
    const same = isSame ? before : null
    const { other, keptOfOther } = kept
    const reading = same ? { ...same.reading, other, keptOfOther } : kept
    const isOpen = found.ask.some((name) => !same?.found.ask.includes(name))
    const columns = placed(reading.columns)
    // What was typed for another file would prevail over all that this one tells.
    const isTold = !same && Object.keys(reading.values).some((name) => !(name in columns))
    if (isOpen || isTold || openInOther(found).size > 0) this.#ask(reading)
    else this.#answer(reading, { focus: sheets.length > 0 || swapped || files.length > 1 })
  }

  /** The one of the files that has the orders. */
  get #file() {
    return this.#source.files[this.#found.other?.at === 0 ? 1 : 0]
  }

  /**
   * The same file, read as its reader has just said.
   * @param {Partial<Source>} said
   */
  #takeOtherwise(said) {
    this.sight.begin()
    this.#take({ ...this.#source, ...said })
  }

  // Whoever mends a file, or had chosen a wrong one, need not say everything once more.
  #keepTold() {
    if (!this.#asking) return
    this.#kept.keep(this.#found, this.#asking.said())
    this.#source = { ...this.#source, before: null } // this is newer, and not answered yet
  }

  #offersSheets() {
    return this.#source.offered.some(({ length }) => length > 1)
  }

  // Which sheet of a workbook, or of two, that have several with rows.
  #askSheet() {
    const { files, sheets, offered } = this.#source
    const { sheet, other } = this.#found
    const taken = other?.at === 0 ? [other.sheet, sheet] : [sheet, other?.sheet]
    const workbooks = files.map(({ name }, at) => ({
      sheets: offered[at] ?? [],
      sheet: sheets[at] ?? this.#keptSheets.get(written(offered[at] ?? [])) ?? taken[at],
      title: files.length > 1 ? format(this.words.file, { name }) : this.words.sheet,
    }))
    this.#asking = null
    const form = sheetForm(this.id, workbooks, this.words, (chosen) => {
      for (const [at, each] of chosen.entries()) {
        if (each !== null) this.#keptSheets.set(written(offered[at] ?? []), each)
      }
      this.#takeOtherwise({ sheets: chosen })
    })
    this.#showQuestions(form)
  }

  /** @param {HTMLElement[]} elements the first of them can be focused */
  #showQuestions(elements) {
    this.waiting.end()
    fill(this.#part("columns"), ...elements)
    if (this.sight.isAwaited) elements[0]?.focus()
    else goOnAt(elements[0])
  }

  #clear() {
    this.#view?.end()
    this.#view = null
    this.#used = null
    this.#asking = null
    this.#say()
    fill(this.#part("columns"))
    fill(this.#part("answers"))
  }

  /** @param {Source} source */
  #open({ files, sheets, swapped }) {
    this.calculator.freshen()
    const { calculator, language: lang } = this.calculator
    const { on } = typed(this.form)
    const [sheet = null, other_sheet = null] = sheets
    const asked = { calculator, lang, now: now(), on, sheet, other_sheet, swapped }
    return call("openOrders", { request: written(asked), files })
  }

  /**
   * Opens the file in the worker; whether it is a table, and still wanted.
   * @param {Opened} [before] where it was looked at already
   */
  async #look(before) {
    const turn = ++this.#turn
    this.#say()
    this.waiting.begin()
    let opened
    try {
      opened = before ?? (await this.#open(this.#source))
    } catch (error) {
      return this.#fail(turn, error, () => this.#take(this.#source))
    }
    if (turn !== this.#turn) {
      // Another file was taken meanwhile: nobody else would close this one.
      if (opened.outcome === "opened") closeOrders(opened.key)
      return false
    }
    if (opened.outcome === "unreadable") {
      this.#key = null
      return this.#refuse(this.words.unreadable)
    }
    this.#key = opened.key
    const found = read(opened.found)
    if ("refused" in found) {
      this.#found = NOTHING
      this.#offer(found.sheets ?? [])
      this.#refuse(found.refused)
      if (this.#offersSheets()) this.#askSheet() // another one may be a table
      return false
    }
    this.#found = found
    const [main, other] = [found.sheets, found.other?.sheets ?? []]
    this.#offer(found.other?.at === 0 ? [other, main] : [main, other])
    return true
  }

  /**
   * Of a workbook whose sheet was said, no others are told.
   * @param {string[][]} told by file
   */
  #offer(told) {
    const { files, sheets, offered } = this.#source
    const all = files.map((_, at) => (sheets[at] ? offered[at] : told[at]) ?? [])
    this.#source = { ...this.#source, offered: all }
  }

  /** @param {string} text */
  #refuse(text) {
    this.#giveUp()
    this.#say(text)
    this.sight.show(this.#part("said"))
    goOnAt(this.#chooser())
    return false
  }

  // What was asked of a file that cannot be answered, or shown of it, goes with it.
  #giveUp() {
    this.sight.through(() => {
      this.stop()
      this.#clear()
    })
  }

  /**
   * A file that failed is begun `again` when its reader says so.
   * @param {number} turn in which it failed
   * @param {unknown} error
   * @param {() => void} again
   */
  #fail(turn, error, again) {
    if (turn !== this.#turn || !(error instanceof CallError)) return false
    this.#giveUp()
    const { failure } = this.calculator.words
    const textContent = `${this.words.failed}${failure.gap}${failure[error.reason]}`
    const retry = button(failure.retry, () => {
      this.sight.begin()
      again()
    })
    fill(this.#part("said"), element("p", { textContent }), retry)
    this.sight.show(this.#part("said"))
    goOnAt(retry)
    return false
  }

  /**
   * @template {Reading} Kind
   * @param {Kind} reading
   * @returns {Kind}
   */
  #onDay(reading) {
    return { ...reading, ...onDay(reading, typed(this.form).on, this.#found.fields) }
  }

  /**
   * What the form above says for all rows, for the inputs that have no column: but nothing that
   * decides an amount, which one order may have been tried with.
   * @param {Pick<Reading, "columns" | "values">} reading
   * @returns {Record<string, string>}
   */
  #given({ columns, values }) {
    const { inputs, on } = typed(this.form)
    const given = Object.entries({ ...inputs, on, ...this.#nothing(), ...values })
    const isRead = placed(columns)
    const taken = given.filter(([name, text]) => text.trim() && !(name in isRead))
    return Object.fromEntries(taken.filter(([name]) => !this.#isAssumed(name)))
  }

  /**
   * A default that nobody has touched was not said by anybody: a note tells that it was taken, or
   * what counts as not given.
   * @param {string} name
   * @param {string[]} [among]
   */
  #isAssumed(name, among = [...this.#found.assumed, ...this.#found.unset]) {
    const entry = among.includes(name) ? control(this.form, name) : null
    if (entry instanceof HTMLInputElement) return entry.value === entry.defaultValue
    if (!(entry instanceof RadioNodeList)) return false
    return radios(entry).some(({ checked, defaultChecked }) => checked && defaultChecked)
  }

  /**
   * @param {string} name
   * @param {string | undefined} value
   */
  #toldText(name, value) {
    const field = this.#found.fields.find((each) => each.name === name)
    return field?.choices.find(([id]) => id === value)?.[1] ?? value
  }

  #nothing() {
    return Object.fromEntries(this.#found.asked.map((name) => [name, ""]))
  }

  /** @param {Reading} before */
  #ask(before) {
    const reading = this.#onDay(before)
    /** @param {string} name */
    const shown = (name) =>
      this.#isAssumed(name, this.#found.unset) ? "" : shownText(this.form, name)
    /** @param {Reading} said */
    const begin = (said) => {
      this.#keepTold() // also what was proposed and is well
      this.sight.begin()
      this.#answer(said, { focus: true })
    }
    const asking = columnsForm(this.id, this.#found, reading, shown, this.words, begin)
    this.#asking = asking
    const { elements } = asking
    const { change_sheet: another, swap } = this.words
    // A wrong choice is taken back where it shows.
    const ways = [
      this.#offersSheets() ? button(another, () => this.#askSheet()) : [],
      this.#found.other ? button(swap, () => this.#swap()) : [],
    ]
    elements.splice(2, 0, ...ways.flat())
    this.#showQuestions(elements)
    return asking
  }

  /**
   * Whether nothing is wrong with a plan: else its errors stand beside the questions.
   * @param {Reading} reading
   * @param {{ key: number, plan: Json<OrdersPlan> }} planned
   * @param {() => void} again
   */
  async #check(reading, planned, again) {
    const turn = this.#turn
    let checked
    try {
      checked = await call("checkOrders", planned)
    } catch (error) {
      return this.#fail(turn, error, again)
    }
    if (turn !== this.#turn) return false
    if (checked === null) {
      this.#key = null // gone with the worker that had it
      again()
      return false
    }
    const wrong = read(checked)
    if (wrong.length === 0) return true
    this.waiting.end()
    const asking = this.#asking ?? this.#ask(reading)
    asking.show(wrong)
    return false
  }

  /**
   * @param {Reading} before
   * @param {{ focus?: boolean }} [options] whether the reader goes on at the answers
   */
  async #answer(before, { focus = false } = {}) {
    if (this.#key === null && !(await this.#look())) return
    const reading = this.#onDay(before)
    const key = this.#key
    if (key === null) return
    const turn = ++this.#turn
    const again = () => this.#answer(reading, { focus })
    const { units } = reading
    const [columns, other] = [placed(reading.columns), placed(reading.other)]
    this.calculator.freshen()
    const given = this.#given(reading)
    const planned = { key, plan: written({ columns, given, units, other }) }
    const said = this.#said(reading)
    if (!(await this.#check(reading, planned, again))) return
    this.sight.through(() => this.#clear())
    const view = new AnswersView(this.#found, reading, this.calculator.words, {
      stop: () => {
        this.stop()
        view.stopped()
      },
      change: () => {
        this.stop()
        this.#clear()
        this.sight.begin()
        this.#ask(reading)
      },
      swap: this.#found.other && (() => this.#swap()),
      add: this.#chooser().multiple && !this.#found.other ? () => this.#chooseMore() : null,
    })
    this.#view = view
    /** @param {string} name */
    const told = (name) => this.#toldText(name, reading.values[name]) ?? shownText(this.form, name)
    const names = Object.keys(given)
    const { files } = this.#source
    view.tellUse(
      files.map(({ name }) => name),
      names.map((name) => [name, told(name)]),
    )
    this.waiting.end()
    fill(this.#part("answers"), view.root)
    if (focus) goOnAt(view.root)
    this.sight.show(view.root)
    this.#used = { ...reading, said }
    this.#source = { ...this.#source, before: { file: this.#file, found: this.#found, reading } }
    this.#compareWithForm() // it may have been changed while the file was opened
    let answered
    try {
      answered = await call("answerOrders", planned, ({ share, soFar }) => {
        if (turn === this.#turn) view.show(read(soFar), share)
      })
    } catch (error) {
      this.#fail(turn, error, again)
      return
    }
    if (turn !== this.#turn || answered.outcome === "closed") return
    const soFar = answered.outcome === "answered" ? read(answered.soFar) : null
    if (answered.outcome !== "answered" || !soFar) {
      this.#refuse(this.words.unreadable)
      return
    }
    if (soFar.unreadable) {
      // Two files that do not go together may be changed for one another from there.
      view.broken()
      this.#say(soFar.unreadable)
      this.sight.show(this.#part("said"))
      return
    }
    this.#key = null // from now on it is the view's, which hands out more of it
    await view.done(soFar, answered.file, { key, name: files[0].name })
    this.sight.show(view.root, view.gist)
  }

  #swap() {
    this.#takeOtherwise({ swapped: !this.#source.swapped })
  }

  // The next file that is chosen belongs to the one that was answered.
  #chooseMore() {
    this.#chooser().click()
    this.#waits = true
  }
}

/**
 * The button that was pressed may be gone: without another place a keyboard begins at the top.
 * @param {HTMLElement} [next]
 */
function goOnAt(next) {
  if (document.activeElement === document.body) next?.focus({ preventScroll: true })
}

/**
 * @param {File[]} files
 * @returns {Source}
 */
function sourceOf(files) {
  return { ...NO_SOURCE, files }
}
