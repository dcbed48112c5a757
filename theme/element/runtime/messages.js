// What page and worker say to each other. Types only: both sides import them from here.

/** @import { CalendarRequest, AnswerChart, Comparison, ComparisonRequest, OrdersFound, RefusedFile, OrdersRequest, OrdersPlan, PlanError, AnswerReply, AnswerRequest, OrdersProgress } from "../answers.d.ts" */
/** @import { Json } from "./json.js" */

/**
 * The worker's functions: what each is given and gives, and what it tells meanwhile.
 * @typedef {object} Calls
 * @property {Call<Json<AnswerRequest>, Json<AnswerReply>>} ask
 * @property {Call<Json<AnswerRequest>, Json<AnswerChart | null>>} chart
 * @property {Call<Json<ComparisonRequest>, Json<Comparison>>} compare
 * @property {Call<Json<CalendarRequest>, string>} calendar
 * @property {Call<{ request: Json<OrdersRequest>, file: File }, Opened>} openOrders
 * @property {Call<{ key: number, plan: Json<OrdersPlan> }, Json<PlanError[]>>} checkOrders
 * @property {Call<{ key: number, plan: Json<OrdersPlan> }, Answered, OrdersNews>} answerOrders
 * @property {Call<number, void>} closeOrders
 */

/**
 * @template Argument, Value
 * @template [News=never]
 * @typedef {{ argument: Argument, value: Value, news: News }} Call
 */

/**
 * A file of orders that is open in the worker under its key; or one that cannot be read.
 * @typedef {{ outcome: "opened", key: number, found: Json<OrdersFound | RefusedFile> }
 *   | { outcome: "unreadable" }} Opened
 */

/**
 * The answered file; one that could not be read to its end; or one that was closed meanwhile.
 * @typedef {{ outcome: "answered", file: Blob, soFar: Json<OrdersProgress> }
 *   | { outcome: "unreadable" }
 *   | { outcome: "closed" }} Answered
 */

/** @typedef {{ share: number, soFar: Json<OrdersProgress> }} OrdersNews */

/** @typedef {keyof Calls} CallName */

/**
 * @template {CallName} Name
 * @typedef {{ type: "call", id: number, name: Name, argument: Calls[Name]["argument"] }} CallMessage
 */

/**
 * From the page to the worker.
 * @typedef {{ type: "start" } | { [Name in CallName]: CallMessage<Name> }[CallName]} Asked
 */

/**
 * From the worker to the page.
 * @typedef {Progress
 *   | { type: "starting" }
 *   | { type: "ready" }
 *   | { type: "news", id: number, news: unknown }
 *   | { type: "value", id: number, value: unknown }
 *   | { type: "failed", reason: Failure, detail: string }} Told
 */

/**
 * So many bytes of a file have come.
 * @typedef {{ type: "progress", file: string, loaded: number, total: number }} Progress
 */

/** @typedef {"download" | "incomplete" | "stalled" | "crashed"} Failure */

export {}
