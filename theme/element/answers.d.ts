// What the calculators take and give, as JSON. Written from the declarations in calculators/ by
// `.venv/bin/python -m tools.page_types`; change those, not this.

export type Confidence = "high" | "medium-high" | "medium" | "medium-low" | "low" | "assumption"

export type OutputValue = string | number | string[] | null

/** One step of the calculation; `rule` is the id of the rule that it rests on. */
export interface Step {
  code: string
  rule: string | null
  text: string
}

/** A warning, or something that the answer does not count. */
export interface Notice {
  code: string
  text: string
}

/**
 * What one rule rests on: ids of the register of sources, best first.
 *
 * `valid_from` is a day or `unknown`.
 */
export interface RuleSource {
  rule: string
  sources: string[]
  claims: string[]
  valid_from: string
  checked_on: string
  confidence: Confidence
}

/** A value or formula that begins on the later day `from`; `value` is a number as text. */
export interface Announcement {
  from: string
  rule: string
  value: string | null
  text: string
}

/** The answer to inputs that could be read; `on` is the day whose rules answered. */
export interface OkAnswer {
  calculator: string
  ok: true
  on: string
  lang: string
  inputs: Record<string, string | null>
  outputs: Record<string, OutputValue>
  steps: Step[]
  warnings: Notice[]
  excludes: Notice[]
  sources: RuleSource[]
  upcoming: Announcement[]
}

/** Why one field was refused; the code is the same in every language. */
export interface FieldError {
  field: string
  code: string
  text: string
}

/** The answer to inputs that could not be read: every reason, in the form's order. */
export interface ErrorAnswer {
  calculator: string
  ok: false
  errors: FieldError[]
}

export type Answer = OkAnswer | ErrorAnswer

/** Something that was entered or found, in words. */
export interface Labelled {
  label: string
  text: string
}

/** An output in words, or what it comes to in many answers. */
export interface Figure {
  label: string
  text: string
  id: string
}

/** An output in words. The headline is first and large; a deadline belongs in a calendar. */
export interface OutputLine {
  label: string
  text: string
  id: string
  headline: boolean
  deadline: boolean
}

/** A piece of a source line; one that names a text has its id. */
export interface SourcePart {
  text: string
  source?: string
}

/** What a rule rests on as one line, and the same line in its pieces. */
export interface SourceLine {
  rule: string
  name: string
  text: string
  parts: SourcePart[]
}

/** An answer's outputs in words, and for each step the line of its source, if it has one. */
export interface Presentation {
  outputs: OutputLine[]
  step_sources: (SourceLine | null)[]
}

/** One input or output of two answers; `change` is how much more the second output is. */
export interface ComparisonRow {
  id: string
  label: string
  first: string
  second: string
  same: boolean
  change?: string | null
}

/** Two answers side by side. */
export interface Comparison {
  inputs: ComparisonRow[]
  outputs: ComparisonRow[]
}

/** How many orders have one value of an output. */
export interface CountedValue {
  text: string
  count: number
}

/** The orders by the values of an output, the most frequent first. */
export interface OutputCounts {
  id: string
  label: string
  parts: CountedValue[]
}

/** One of the first orders: its row in a spreadsheet, its own cells, its outputs in words. */
export interface FirstRow {
  row: number
  own: string[]
  outputs: string[]
}

/** A reason why rows have no answer, how many have it, and the first of them. */
export interface UnansweredReason {
  text: string
  count: number
  rows: number[]
}

/** What a table adds up to, worded for the reader. */
export interface TotalsInWords {
  answered: number
  refused: number
  blank: number
  notes: string[]
  sums: Figure[]
  counts: OutputCounts[]
  warnings: string[]
  excludes: string[]
  first: FirstRow[]
  wrong: UnansweredReason[]
}

/** What is asked and in which language; `today` is a day, `2026-11-21`. */
export interface CalculatorRequest {
  calculator: string
  lang: string
  today: string
}

/** The inputs as typed, by field name; `on` is the day of the rules, or empty. */
export interface Question {
  inputs: Record<string, string>
  on: string
}

/** One question to one calculator. */
export interface AnswerRequest {
  calculator: string
  lang: string
  today: string
  inputs: Record<string, string>
  on: string
}

/** An answer in words, with what was entered. */
export interface ShownAnswer {
  outputs: OutputLine[]
  step_sources: (SourceLine | null)[]
  inputs: Labelled[]
}

/** An answer with the words to show beside it. */
export interface OkReply {
  answer: OkAnswer
  shown: ShownAnswer
}

/** The errors of inputs that could not be read: there is nothing to show. */
export interface ErrorReply {
  answer: ErrorAnswer
  shown: null
}

export type AnswerReply = OkReply | ErrorReply

/** A chart as the text of an `<svg>`, and what stands under it. */
export interface AnswerChart {
  svg: string
  caption: string
}

/** Two questions that were answered, to one calculator. */
export interface ComparisonRequest {
  calculator: string
  lang: string
  today: string
  first: Question
  second: Question
}

/** A question that was answered; `stamp` is now in UTC, `link` restores the answer. */
export interface CalendarRequest {
  calculator: string
  lang: string
  today: string
  inputs: Record<string, string>
  on: string
  stamp: string
  link: string
}

/**
 * A file of orders to look at. `now` is a minute, `2026-11-21 09:30`, on Douyin's clock.
 *
 * `on` is the day of the rules that was named for all rows, or empty; `sheet` is that of a
 * workbook, where one was named.
 */
export interface OrdersRequest {
  calculator: string
  lang: string
  now: string
  on: string
  sheet: string | null
}

/** A column with some of its cells, and how its amounts would be written. */
export interface FoundColumn {
  heading: string
  samples: string[]
  unit: string | null
}

/**
 * An input, or what a file knows besides, and the columns that may hold it.
 *
 * `column` is the one that is sure; `likely` are others that it may be, `proposed` the one
 * of them that nothing speaks against. `input_type` is what an `<input>` takes, `unit` the
 * word behind the field in the form, `choices` its ids with their words. An amount may be in a
 * column of another unit. A `needed` field has to have a column or a value.
 */
export interface FoundField {
  name: string
  label: string
  column: number | null
  likely: number[]
  proposed: number | null
  input_type: string
  is_amount: boolean
  choices: [string, string][]
  unit: string
  needed: boolean
}

/**
 * What a file's first lines tell.
 *
 * `ask` names the fields to ask about, `asked` those that no default of the form answers,
 * `instead` for some of these the fields from which they follow, `assumed` those whose default
 * is said among the notes. `units` are the units that are understood, with their words,
 * `outputs` the headings of what is answered. Of a workbook `sheet` is the one that was read,
 * `sheets` are those with rows.
 */
export interface OrdersFound {
  columns: FoundColumn[]
  fields: FoundField[]
  ask: string[]
  asked: string[]
  instead: Record<string, string[]>
  assumed: string[]
  units: Record<string, string>
  outputs: string[]
  sheet: string | null
  sheets: string[]
}

/** Why a file is no table of orders. */
export interface RefusedFile {
  refused: string
}

/** The column of each field, from 0, what holds for all rows, and units other than yuan. */
export interface OrdersPlan {
  columns: Record<string, number>
  given: Record<string, string>
  units: Record<string, string>
}

/** A field that a plan leaves open (no text), or whose value cannot be read, and why. */
export interface PlanError {
  field: string
  text: string
}

/** What the rows answered so far add up to; `unreadable` says why there are no more. */
export interface OrdersProgress {
  answered: number
  refused: number
  blank: number
  notes: string[]
  sums: Figure[]
  counts: OutputCounts[]
  warnings: string[]
  excludes: string[]
  first: FirstRow[]
  wrong: UnansweredReason[]
  unreadable: string
}
