// What page and worker say to each other. Types only: both sides import them from here.

/** @import { CalendarRequest, AnswerChart, Comparison, ComparisonRequest, Dashboard, OrdersFound, RefusedFile, OrdersRequest, OrdersPlan, PlanError, AnswerReply, AnswerRequest, OrdersProgress } from "../answers.d.ts" */
/** @import { Json } from "./json.js" */

/**
 * The worker's functions: what each is given and gives, and what it tells meanwhile.
 * @typedef {object} Calls
 * @property {Call<Json<AnswerRequest>, Json<AnswerReply>>} ask
 * @property {Call<Json<AnswerRequest>, Json<AnswerChart | null>>} chart
 * @property {Call<Json<ComparisonRequest>, Json<Comparison>>} compare
 * @property {Call<Json<CalendarRequest>, string>} calendar
 * @property {Call<{ request: Json<OrdersRequest>, files: File[] }, Opened>} openOrders
 * @property {Call<{ key: number, plan: Json<OrdersPlan> }, Json<PlanError[]> | null>} checkOrders `null`
 *   where no file is open under that key: it went with the worker that had it
 * @property {Call<{ key: number, plan: Json<OrdersPlan> }, Answered, OrdersNews>} answerOrders
 * @property {Call<number, void>} closeOrders
 * @property {Call<number, Json<Dashboard | null>>} dashboard of a file that was answered, as the three
 *   that follow; they fail where it is not open any more
 * @property {Call<number, string>} toDoList
 * @property {Call<{ key: number, stamp: string }, string>} ordersCalendar
 * @property {Call<{ key: number, table: Blob }, Blob>} ordersWorkbook
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
 * @typedef {{ type: "start", cache: RequestCache, lang: string }
 *   | { [Name in CallName]: CallMessage<Name> }[CallName]} Asked
 */

/**
 * From the worker to the page. A call that is `begun` ends with its `value` or its `error`, which is
 * nobody else's; `failed` is the end of the worker.
 * @typedef {Progress
 *   | { type: "starting" }
 *   | { type: "ready" }
 *   | { type: "begun", id: number }
 *   | { type: "news", id: number, news: unknown }
 *   | { type: "value", id: number, value: unknown }
 *   | { type: "error", id: number, reason: CallFailure, detail: string }
 *   | { type: "failed", reason: Failure, detail: string }} Told
 */

/**
 * So many bytes of a file have come.
 * @typedef {{ type: "progress", file: string, loaded: number, total: number }} Progress
 */

/**
 * Why a worker has failed: there is no network; the server has no such file, since the site is newer
 * or for another reason, or will not give it; it did not come as it was built; this engine cannot run
 * it; nothing has moved for long while it loaded, or while it answered; or it has died.
 * @typedef {"network" | "missing" | "outdated" | "refused" | "damaged" | "engine" | "stalled" | "slow"
 *   | "crashed"} Failure
 */

/**
 * Why a call has no value: an exception in it, or one of the above.
 * @typedef {"error" | Failure} CallFailure
 */

export {}
