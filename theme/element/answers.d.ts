// What Python gives a page, and what it is asked: the shapes that calculators/page/*.py write as
// JSON. The only place where the page's side says them.

/** A question, and what it is asked in. `on` is the day whose rules answer, or empty. */
export interface Question {
  inputs: Record<string, string>
  on: string
}

export interface Request extends Question {
  calculator: string
  lang: string
  today: string
}

// calculators.page.reply

export type Reply = { answer: Answer; shown: Shown } | { answer: Refusal; shown: null }

export interface Answer {
  calculator: string
  ok: true
  on: string
  lang: string
  inputs: Record<string, string>
  outputs: Record<string, OutputValue>
  steps: Step[]
  warnings: Notice[]
  excludes: Notice[]
  sources: RuleSource[]
  upcoming: Upcoming[]
}

/** Amounts and days are texts, yes and no are words. */
export type OutputValue = string | number | string[] | null

export interface Refusal {
  calculator: string
  ok: false
  errors: { field: string; code: string; text: string }[]
}

export interface Notice {
  code: string
  text: string
}

export interface Step extends Notice {
  rule: string | null
}

export interface Upcoming {
  rule: string
  value: string | null
  from: string
  text: string
}

export interface RuleSource {
  rule: string
  sources: string[]
  claims: string[]
  valid_from: string
  checked_on: string
  confidence: string
}

/** An answer in words. */
export interface Shown {
  inputs: Labelled[]
  outputs: ShownOutput[]
  /** For each step the line of its source, `null` where it names none. */
  step_sources: (SourceLine | null)[]
}

export interface Labelled {
  label: string
  text: string
}

export interface Figure extends Labelled {
  id: string
}

export interface ShownOutput extends Figure {
  headline: boolean
  deadline: boolean
}

export interface SourceLine {
  rule: string
  name: string
  text: string
  parts: { text: string; source?: string }[]
}

// calculators.page.chart

/** What a chart shows, drawn. */
export interface Chart {
  svg: string
  caption: string
}

// calculators.page.comparison

export interface ComparisonRequest {
  calculator: string
  lang: string
  today: string
  first: Question
  second: Question
}

export interface Compared {
  inputs: Row[]
  outputs: Row[]
}

export interface Row {
  id: string
  label: string
  first: string
  second: string
  same: boolean
  /** Of outputs that can be counted: how much the second is more, in words. */
  change?: string | null
}

// calculators.page.deadlines

export interface CalendarRequest extends Request {
  stamp: string
  link: string
}

// calculators.page.orders

export interface OrdersRequest {
  calculator: string
  lang: string
  now: string
  on: string
  /** Which one of a workbook's sheets; `null` where nobody has said. */
  sheet: string | null
}

/** What a file's first lines tell; see `Orders.found`. */
export interface Found {
  refused?: undefined
  columns: { heading: string; samples: string[]; unit: string }[]
  fields: FoundField[]
  /** The fields to ask about. */
  ask: string[]
  /** Those that no default of the form answers. */
  asked: string[]
  /** For some of these the fields from which they follow. */
  instead: Record<string, string[]>
  /** Those whose default is said among the notes. */
  assumed: string[]
  units: Record<string, string>
  outputs: string[]
  sheet: string
  sheets: string[]
}

/** Why a file is no table. */
export interface NotFound {
  refused: string
}

export interface FoundField {
  name: string
  label: string
  column: number | null
  likely: number[]
  proposed: number | null
  input_type: string
  is_amount: boolean
  choices: [id: string, words: string][]
  unit: string
  needed: boolean
}

/** How a file is to be answered; see `Orders.begin`. */
export interface Plan {
  columns: Record<string, number>
  given: Record<string, string>
  units: Record<string, string>
}

/** What is wrong with a plan; without a text where the field is only missing. */
export interface PlanError {
  field: string
  text: string
}

/** See `Totals.words`. */
export interface SoFar {
  answered: number
  refused: number
  blank: number
  notes: string[]
  sums: Figure[]
  counts: { id: string; label: string; parts: { text: string; count: number }[] }[]
  warnings: string[]
  excludes: string[]
  first: { row: number; own: string[]; outputs: string[] }[]
  wrong: { text: string; count: number; rows: number[] }[]
  /** Why the rest of the file could not be read; empty where all of it was. */
  unreadable: string
}
