// Many orders at once: takes a file or what was pasted, asks about columns that are not certain,
// and shows the answers as they come. What is read stays in this browser.
import { now } from "../day.js"
import { fill, format } from "../dom.js"
import { shownText, typed } from "../form.js"
import { call, start } from "../runtime/runtime.js"
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
  #asking = null // the questions on show
  #told = null // what was last said to them, and of which headings

  constructor(calculator) {
    this.form = calculator.form
    this.dataset = calculator.dataset
    this.words = calculator.words.orders
    this.noticeWords = calculator.words.result
    this.root = calculator.querySelector(".orders")
    this.#takeFiles(calculator)
    this.#takePasted()
    this.#part("columns").addEventListener("input", () => this.#keepTold())
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
    const reading = { columns: this.#sure(), units: {}, values: {}, told: false }
    if (this.#found.ask.length) this.#ask(this.#withTold(reading))
    else this.#answer(reading, { focus: sheet !== null })
  }

  // Whoever mends a file, or had chosen a wrong one, need not say everything once more.
  #keepTold() {
    if (this.#asking) this.#told = { ...this.#asking.said(), headings: this.#headings() }
  }

  #withTold(reading) {
    if (this.#told === null) return reading
    const { headings, ...told } = this.#told
    return headings === this.#headings() ? told : { ...reading, values: told.values }
  }

  #headings() {
    return JSON.stringify(this.#found.columns.map(({ heading }) => heading))
  }

  #askSheet() {
    const { sheets, sheet } = this.#found
    const read = (chosen) => this.#take(this.#file, chosen)
    fill(this.#part("columns"), ...sheetForm(sheets, sheet, this.words, read))
    this.#part("columns").firstChild.focus()
  }

  #clear() {
    this.#used = null
    this.#asking = null
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
      const { on } = typed(this.form)
      const request = JSON.stringify({ calculator, lang, now: now(), on, sheet: this.#sheet })
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
    // A day that is named for all rows holds whatever they say, as in a terminal.
    const named = typed(this.form).on ? "on" : null
    const sure = this.#found.fields.filter(({ name, column }) => column !== null && name !== named)
    return Object.fromEntries(sure.map(({ name, column }) => [name, column]))
  }

  // What the form above says for all rows, for the inputs that have no column: but nothing that
  // decides an amount, which one order may have been tried with.
  #given({ columns, values }) {
    const { inputs, on } = typed(this.form)
    const given = Object.entries({ ...inputs, on, ...this.#nothing(), ...values })
    const taken = given.filter(([name, text]) => text.trim() && !(name in columns))
    return Object.fromEntries(taken.filter(([name]) => !this.#isAssumed(name)))
  }

  // A default that nobody has touched was not said by anybody: a note tells that it was taken.
  #isAssumed(name) {
    const choices = this.#found.assumed.includes(name) ? [...this.form.elements[name]] : []
    return choices.some(({ checked, defaultChecked }) => checked && defaultChecked)
  }

  #toldText(name, value) {
    const { choices } = this.#found.fields.find((field) => field.name === name) ?? { choices: [] }
    return choices.find(([id]) => id === value)?.[1] ?? value
  }

  #nothing() {
    return Object.fromEntries(this.#found.asked.map((name) => [name, ""]))
  }

  #ask(reading) {
    const shown = (name) => shownText(this.form, name)
    const begin = (said) => {
      this.#keepTold() // also what was proposed and is well
      this.#answer(said, { focus: true })
    }
    this.#asking = columnsForm(this.#found, reading, shown, this.words, begin)
    fill(this.#part("columns"), ...this.#asking.elements)
    this.#part("columns").firstChild.focus()
  }

  // Whether nothing is wrong with a plan: else its errors stand beside the questions.
  async #check(reading, plan) {
    const turn = this.#turn
    let wrong
    try {
      wrong = JSON.parse(await call("checkOrders", { key: this.#key, plan }))
    } catch {
      this.#key = null // gone with the worker
      return false
    }
    if (turn !== this.#turn) return false
    if (wrong.length === 0) return true
    this.#waiting = null
    if (this.#asking === null) this.#ask(reading)
    this.#asking.show(wrong)
    return false
  }

  async #answer(reading, { focus = false } = {}) {
    if (this.#key === null && !(await this.#look())) return
    const turn = ++this.#turn
    this.#waiting = () => this.#answer(reading)
    const { columns, units } = reading
    const given = this.#given(reading)
    const plan = JSON.stringify({ columns, given, units })
    if (!(await this.#check(reading, plan))) return
    this.#clear()
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
    const told = (name) => this.#toldText(name, reading.values[name]) ?? shownText(this.form, name)
    view.tellUse(this.#file.name, Object.keys(given).map((name) => [name, told(name)]))
    fill(this.#part("answers"), view.root)
    if (focus) view.root.focus() // the button that was pressed is gone
    this.#used = { ...reading, given }
    const hear = ({ share, soFar }) => turn === this.#turn && view.show(JSON.parse(soFar), share)
    let answered
    try {
      answered = await call("answerOrders", { key: this.#key, plan }, hear)
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
