// What the calculators take and give, as JSON. Written from the declarations in calculators/ by
// `.venv/bin/python -m tools.page_types`; change those, not this.

export type Confidence = "high" | "medium-high" | "medium" | "medium-low" | "low" | "assumption"

export type OutputValue = string | number | string[] | null

export type Tone = "good" | "bad" | "wait" | "neutral"

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

/**
 * The answer to inputs that could be read; `on` is the day whose rules answered.
 *
 * `headline` is one sentence that says it, `tone` what it means for the merchant. `to_do` is
 * the codes of the steps that say what to do, `fix` what to enter instead, by input, where
 * that makes a bad answer a good one (else empty).
 */
export interface OkAnswer {
  calculator: string
  ok: true
  on: string
  lang: string
  inputs: Record<string, string | null>
  outputs: Record<string, OutputValue>
  headline: string
  tone: Tone
  to_do: string[]
  fix: Record<string, string>
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

/** What a rule rests on as one line, and the same line in its pieces; claims that name it. */
export interface SourceLine {
  rule: string
  name: string
  text: string
  parts: SourcePart[]
  claims: string[]
}

/** How sure something is, and the word for it. */
export interface Sureness {
  level: Confidence
  text: string
}

/**
 * An answer in words: outputs, and for each step the line of its source, if it has one.
 *
 * `confidence` is the lowest of what the steps rest on, `null` where that is only what this
 * handbook chose itself. `fix` has the entries to change, each with what stands there and what
 * to enter instead.
 */
export interface Presentation {
  confidence: Sureness | null
  fix: Labelled[]
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

/**
 * How many orders of a file are in a state, and what may be taken for these in all.
 *
 * `exposure` is that amount in words, `yuan` the bare number; `text` says all of it.
 */
export interface CountedState {
  label: string
  text: string
  id: string
  count: number
  exposure: string
  yuan: string
}

/**
 * An order that needs somebody: its state, what to do first, by when, what is at stake.
 *
 * `row` is its row in a spreadsheet, `order` its number, or empty where no column holds one.
 * `by` is a minute on Douyin's clock, `null` where nothing ahead runs any more; `hours_left`
 * are the full hours to it. `exposure` is in words, `yuan` the bare number.
 */
export interface OrderToDo {
  row: number
  order: string
  state: string
  label: string
  to_do: string
  by: string | null
  hours_left: number | null
  exposure: string
  yuan: string
}

/** The most pressing of some orders, in their order, and how many there are in all. */
export interface OrdersToDo {
  total: number
  first: OrderToDo[]
}

/** How many orders have their next deadline from `start` on and before `end`. */
export interface DeadlineBin {
  start: string
  end: string
  label: string
  count: number
}

/** When the next deadlines of all orders are: missed, in the bins that follow now, or later. */
export interface DeadlinesAhead {
  overdue: number
  bins: DeadlineBin[]
  later: number
}

/**
 * A parcel's number that stands under several orders: the first of them, and how many.
 *
 * `address_differs`: addresses can be read, and two of the orders have different ones.
 */
export interface RepeatedParcel {
  parcel: string
  orders: string[]
  total: number
  address_differs: boolean
}

/**
 * The first parcels that stand under several orders, and how many there are in all.
 *
 * `known` says whether a column holds the numbers of parcels. `note` says what the platform
 * counts, and what only the merchant can see.
 */
export interface RepeatedParcels {
  known: boolean
  total: number
  first: RepeatedParcel[]
  note: string
}

/**
 * The orders of one day: due and late on it, out of stock; shipped on it and abnormal.
 *
 * Rates are texts, `null` where nothing was due or shipped.
 */
export interface ShopDay {
  day: string
  due: number
  late: number
  late_rate: string | null
  out_of_stock: number
  out_of_stock_rate: string | null
  shipped: number
  abnormal: number
  abnormal_rate: string | null
}

/**
 * How near the orders of a day come to one of the platform's limits.
 *
 * `days` are one or two, `product` is that of a limit for products. `count` of `of` orders
 * are what the limit counts; `away` is how many more make it reach, `open` how many of the day
 * still can. `text` says all this, `brings` and `lifts` what follows and what ends it.
 */
export interface LimitStanding {
  label: string
  text: string
  id: string
  days: string[]
  product: string | null
  count: number
  of: number
  rate: string
  away: number
  open: number
  brings: string
  lifts: string
  source: SourceLine
}

/**
 * The shop's days, latest first, the limits that were reached, and the nearest of the others.
 *
 * `reached` has the latest day first, `others` the nearest day of each other limit.
 */
export interface ShopLimits {
  days: ShopDay[]
  reached: LimitStanding[]
  nearest: LimitStanding | null
  others: LimitStanding[]
  notes: string[]
}

/**
 * What a file of orders comes to, above its rows.
 *
 * `money` are the sums of what may be taken, `overdue` the orders that missed a deadline and
 * still wait, the earliest missed first, `due` those with a deadline ahead, the next first;
 * `in_time` is how many of these have missed none; `both` says how many stand in both lists,
 * empty where none does.
 */
export interface Dashboard {
  now: string
  orders: number
  states: CountedState[]
  money: Figure[]
  overdue: OrdersToDo
  due: OrdersToDo
  in_time: number
  both: string
  deadlines: DeadlinesAhead
  parcels: RepeatedParcels
  limits: ShopLimits
}

/**
 * A piece of a bar, from `x` on, or a mark on a line at `x`; and its row below.
 *
 * `kind` is `part`, `happened`, `due`, `now`, `tier` or `here`.
 */
export interface Mark {
  kind: string
  x: number
  width: number
  label: string
  text: string
}

/** A bar or a line with its marks; `kind` is `parts`, `timeline` or `tiers`. */
export interface Strip {
  kind: string
  caption: string
  description: string
  marks: Mark[]
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

/**
 * What a table adds up to, worded for the reader.
 *
 * `asides` are those of the `notes` that change nothing in what the totals mean.
 */
export interface TotalsInWords {
  answered: number
  refused: number
  blank: number
  notes: string[]
  asides: string[]
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
  confidence: Sureness | null
  fix: Labelled[]
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

/**
 * A chart as the text of an `<svg>`, what stands under it, and its numbered marks in words.
 *
 * `kind` is `parts` or `timeline`, `null` where nothing is numbered.
 */
export interface AnswerChart {
  svg: string
  caption: string
  kind: string | null
  marks: Mark[]
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
 * workbook, where one was named, `other_sheet` that of a second file. `swapped`: of two files,
 * the one that was taken for parcels is the one with orders.
 */
export interface OrdersRequest {
  calculator: string
  lang: string
  now: string
  on: string
  sheet: string | null
  other_sheet?: string | null
  swapped?: boolean
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
 * of them that nothing speaks against; `doubt` says which cell speaks against the only one,
 * in which unit its durations are, if not in hours, or which column of days would tell it, were
 * they moments.
 * `input_type` is what an `<input>` takes, `unit` the word behind the field in the form,
 * `choices` its ids with their words. An amount, or several, may be in a column of another unit.
 * A `needed` field has to have a column or a value.
 */
export interface FoundField {
  name: string
  label: string
  column: number | null
  likely: number[]
  proposed: number | null
  doubt: string
  input_type: string
  is_amount: boolean
  choices: [string, string][]
  unit: string
  needed: boolean
}

/**
 * A second file, of the orders' parcels: `at` is its place among the two, from 0.
 *
 * `fields` are the order's number (`order`), the parcel's (`parcel`) and the moments that
 * are taken from it, with their columns in it; `text` says which file was taken for which.
 */
export interface OtherFile {
  at: number
  text: string
  columns: FoundColumn[]
  fields: FoundField[]
  sheet: string | null
  sheets: string[]
}

/**
 * What a file's first lines tell.
 *
 * `ask` names the fields to ask about, `asked` those that no default of the form answers,
 * `instead` for some of these the fields from which they follow, `assumed` those whose default
 * is said among the notes, `unset` those that count as not given then. `units` are the units
 * that are understood, with their words, `outputs` the headings of what is answered. Of a
 * workbook `sheet` is the one that was read, `sheets` are those with rows. `other` is the
 * second file, where there is one.
 */
export interface OrdersFound {
  columns: FoundColumn[]
  fields: FoundField[]
  ask: string[]
  asked: string[]
  instead: Record<string, string[]>
  assumed: string[]
  unset: string[]
  units: Record<string, string>
  outputs: string[]
  sheet: string | null
  sheets: string[]
  other: OtherFile | null
}

/**
 * Why a file is no table of orders.
 *
 * `sheets` are those with rows of each workbook that was opened, where there is a choice: none
 * of the first few is a table, but a later one may be.
 */
export interface RefusedFile {
  refused: string
  sheets?: string[][]
}

/**
 * The column of each field, from 0, what holds for all rows, and units other than yuan.
 *
 * `other` has the columns of a second file, by the fields of {@link OtherFile}; where it is
 * left out, the ones that are sure.
 */
export interface OrdersPlan {
  columns: Record<string, number>
  given: Record<string, string>
  units: Record<string, string>
  other?: Record<string, number>
}

/** A field that a plan leaves open (no text), or whose value cannot be read, and why. */
export interface PlanError {
  field: string
  text: string
}

/**
 * What the rows answered so far add up to; `unreadable` says why there are no more.
 *
 * `looked` is how many were looked at for rows of one order; `headings` are the file's own,
 * behind them those that a second file adds.
 */
export interface OrdersProgress {
  answered: number
  refused: number
  blank: number
  notes: string[]
  asides: string[]
  sums: Figure[]
  counts: OutputCounts[]
  warnings: string[]
  excludes: string[]
  first: FirstRow[]
  wrong: UnansweredReason[]
  looked: number
  headings: string[]
  unreadable: string
}
