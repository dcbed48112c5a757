// Many orders at once: takes a file or what was pasted, asks about columns that are not certain,
// and shows the answers as they come. What is read stays in this browser.
import { now } from "../day.js"
import { fill, format } from "../dom.js"
import { shownText, typed } from "../form.js"
import { call, start } from "../runtime.js"
import { AnswersView } from "./answers.js"
import { columnsForm } from "./columns.js"
import { sheetForm } from "./sheets.js"

// A longer text in a text field would block the page for as long as it takes to lay out.
const SHORT = 20_000

export class OrdersPanel {
  #file = null // what the reader gave: {name, blob}
  #sheet = null // which one of a workbook, once the reader has said
  #found = null // what its first lines told
  #key = null // the worker's name for it, while it is open there
  #turn = 0 // counts what was begun, so that what was given up is known when it comes back
  #waiting = null // what to begin again when the runtime failed
  #used = null // what the answers on show were given: {columns, units, values, given}

  constructor(calculator) {
    this.form = calculator.form
    this.dataset = calculator.dataset
    this.words = calculator.words.orders
    this.noticeWords = calculator.words.result
    this.root = calculator.querySelector(".orders")
    this.#takeFiles(calculator)
    this.#takePasted()
    for (const kind of ["input", "reset"]) {
      this.form.addEventListener(kind, () => setTimeout(() => this.#compareWithForm()))
    }
  }

  /** What the reader waits for, to be begun again; `null` where nothing is. */
  get again() {
    return this.#waiting
  }

  /** Give up what is being worked on. */
  stop() {
    this.#turn += 1
    this.#waiting = null
    if (this.#key !== null) call("closeOrders", this.#key).catch(() => {})
    this.#key = null
  }

  // The answers on show were given what the form said then.
  #compareWithForm() {
    if (!this.#used) return
    const given = JSON.stringify(this.#given(this.#used))
    this.#say(given === JSON.stringify(this.#used.given) ? "" : this.words.form_changed)
  }

  #part(name) {
    return this.root.querySelector(`.orders__${name}`)
  }

  #say(text = "") {
    fill(this.#part("said"), ...(text ? [text] : []))
  }

  #takeFiles(calculator) {
    const input = this.#part("file")
    input.addEventListener("change", () => {
      if (input.files.length) this.#take(input.files[0])
      input.value = "" // so that the same file, mended, can be chosen again
    })
    // The whole calculator takes a dropped file: beside it, the browser would leave the page for it.
    calculator.addEventListener("dragover", (event) => event.preventDefault())
    calculator.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return
      event.preventDefault()
      this.#take(event.dataTransfer.files[0])
    })
  }

  #takePasted() {
    const field = this.#part("pasted")
    let long = null
    field.addEventListener("input", () => (long = null))
    field.addEventListener("paste", (event) => {
      const text = event.clipboardData.getData("text/plain")
      if (text.length <= SHORT) return
      event.preventDefault()
      long = text
      field.value = format(this.words.taken, { count: text.split("\n").length })
    })
    this.#part("use").addEventListener("click", () => {
      const text = long ?? field.value
      if (text.trim()) this.#take(new File([text], this.words.pasted))
      else this.#say(this.words.nothing)
    })
  }

  async #take(file, sheet = null) {
    this.stop()
    start() // before anything waits: what waits when the runtime begins again is begun again
    this.#file = file
    this.#sheet = sheet
    this.root.open = true
    this.#clear()
    if (!(await this.#look())) return
    if (this.#found.sheets.length > 1) return this.#askSheet()
    const reading = { columns: this.#sure(), units: {}, values: {} }
    if (this.#found.ask.length) this.#ask(reading)
    else this.#answer(reading, { focus: sheet !== null })
  }

  #askSheet() {
    const { sheets, sheet } = this.#found
    const read = (chosen) => this.#take(this.#file, chosen)
    fill(this.#part("columns"), ...sheetForm(sheets, sheet, this.words, read))
    this.#part("columns").firstChild.focus()
  }

  #clear() {
    this.#used = null
    this.#say()
    for (const part of ["columns", "answers"]) fill(this.#part(part))
  }

  // Opens the file in the worker; whether it is a table, and still wanted.
  async #look() {
    const turn = ++this.#turn
    this.#waiting = () => this.#take(this.#file, this.#sheet)
    this.#say()
    let opened
    try {
      const { calculator, lang } = this.dataset
      const request = JSON.stringify({ calculator, lang, now: now(), sheet: this.#sheet })
      opened = await call("openOrders", { request, file: this.#file })
    } catch {
      return false // the failure is on show
    }
    if (turn !== this.#turn) {
      // Another file was taken meanwhile: nobody else would close this one.
      if (opened.key) call("closeOrders", opened.key).catch(() => {})
      return false
    }
    this.#waiting = null
    this.#key = opened.key ?? null
    this.#found = opened.unreadable ? { refused: this.words.unreadable } : JSON.parse(opened.found)
    if (this.#found.refused) {
      this.stop()
      this.#say(this.#found.refused)
    }
    return !this.#found.refused
  }

  #sure() {
    const sure = this.#found.fields.filter(({ column }) => column !== null)
    return Object.fromEntries(sure.map(({ name, column }) => [name, column]))
  }

  // What the form above says for all rows, for the inputs that have no column: but nothing that
  // decides an amount, which one order may have been tried with.
  #given({ columns, values }) {
    const { inputs, on } = typed(this.form)
    const given = Object.entries({ ...inputs, on, ...this.#nothing(), ...values })
    return Object.fromEntries(given.filter(([name, text]) => text.trim() && !(name in columns)))
  }

  #nothing() {
    return Object.fromEntries(this.#found.asked.map((name) => [name, ""]))
  }

  #ask(reading) {
    const shown = (name) => shownText(this.form, name)
    const begin = (chosen) => {
      this.#clear()
      this.#answer(chosen, { focus: true })
    }
    fill(this.#part("columns"), ...columnsForm(this.#found, reading, shown, this.words, begin))
    this.#part("columns").firstChild.focus()
  }

  async #answer(reading, { focus = false } = {}) {
    if (this.#key === null && !(await this.#look())) return
    const turn = ++this.#turn
    this.#waiting = () => this.#answer(reading)
    const { columns, units } = reading
    const given = this.#given(reading)
    const view = new AnswersView(this.#found, columns, this.words, this.noticeWords, {
      stop: () => {
        this.stop()
        view.stopped()
      },
      change: () => {
        this.stop()
        this.#clear()
        this.#ask(reading)
      },
    })
    const told = (name) => reading.values[name] ?? shownText(this.form, name)
    view.tellUse(this.#file.name, Object.keys(given).map((name) => [name, told(name)]))
    fill(this.#part("answers"), view.root)
    if (focus) view.root.focus() // the button that was pressed is gone
    this.#used = { ...reading, given }
    const hear = ({ share, soFar }) => turn === this.#turn && view.show(JSON.parse(soFar), share)
    let answered
    try {
      answered = await call("answerOrders", { key: this.#key, plan: JSON.stringify({ columns, given, units }) }, hear)
    } catch {
      this.#key = null // gone with the worker
      return
    }
    if (turn !== this.#turn || answered.closed) return
    this.#waiting = null
    this.#key = null
    if (answered.unreadable) this.#say(this.words.unreadable)
    else view.done(JSON.parse(answered.soFar), answered.file, this.#file.name)
  }
}
