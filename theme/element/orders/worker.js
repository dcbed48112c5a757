// In the worker: files of orders, read and answered a piece at a time, so that questions and a
// change of mind get through in between.

/** @import { PyodideInterface } from "pyodide" */
/** @import { Functions } from "../runtime/worker.js" */

/** @typedef {"openOrders" | "checkOrders" | "answerOrders" | "closeOrders" | "dashboard" | "toDoList"
 *   | "ordersCalendar" | "ordersWorkbook"} OrderCall */

/**
 * How much of some files was read, and whether one could not be any more.
 * @typedef {{ read: number, broken: boolean }} Reading
 */

// How long to work before letting others in, and before telling how far it is, in milliseconds.
const STRETCH = 80
const NEWS = 250
// The answered file grows outside of the worker's own memory from so many bytes on.
const PART = 1_000_000
// What every zip begins with, and so every workbook.
const ZIP = "PK"
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/**
 * The worker's calls for files of orders; `prepare` lets Python read one, or a workbook.
 * @param {PyodideInterface} pyodide
 * @param {(isWorkbook: boolean) => Promise<unknown>} prepare
 * @returns {Pick<Functions, OrderCall>}
 */
export function orderCalls(pyodide, prepare) {
  /**
   * `orders` is Python's own (see `calculators.page.orders`).
   * @type {Map<number, { orders: any, reading: Reading }>}
   */
  const open = new Map()
  // A page may still hold a key of the worker before this one: no two of them have the same.
  let lastKey = Date.now()

  /** @type {Functions["openOrders"]} */
  async function openOrders({ request, files }) {
    const reading = { read: 0, broken: false }
    const readers = files.map((file) => reader(file, reading))
    try {
      await prepare(readers.some(isZip))
      const { Orders } = pyodide.pyimport("calculators.page.orders")
      const orders = Orders(request, ...files.flatMap((file, at) => [readers[at], file.size]))
      const found = orders.found()
      reading.read = 0 // only the first lines were looked at
      open.set(++lastKey, { orders, reading })
      return { outcome: "opened", key: lastKey, found }
    } catch (error) {
      if (reading.broken) return { outcome: "unreadable" }
      throw error
    }
  }

  /** @param {ReturnType<typeof reader>} read */
  function isZip(read) {
    return new TextDecoder("latin1").decode(read(0, ZIP.length)) === ZIP
  }

  /** @type {Functions["checkOrders"]} */
  function checkOrders({ key, plan }) {
    return open.get(key)?.orders.wrong(plan) ?? null
  }

  /** @type {Functions["answerOrders"]} */
  async function answerOrders({ key, plan }, tell) {
    const opened = open.get(key)
    if (!opened) return { outcome: "closed" }
    const { orders, reading } = opened
    /** @type {Blob[]} */
    const parts = []
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const fresh = []
    let size = 0
    let told = -Infinity
    orders.begin(plan)
    try {
      for (let more = true; more;) {
        const until = performance.now() + STRETCH
        while (more && performance.now() < until) {
          const piece = orders.piece()
          more = piece !== undefined // an empty one says that rows are being looked through
          if (!more) break
          const bytes = piece.toJs()
          fresh.push(bytes)
          size += bytes.byteLength
          piece.destroy()
        }
        if (size > PART || !more) {
          parts.push(new Blob(fresh.splice(0)))
          size = 0
        }
        if (performance.now() - told > NEWS) {
          const all = orders.to_read()
          tell({ share: all ? Math.min(1, reading.read / all) : 1, soFar: orders.so_far() })
          told = performance.now()
        }
        await new Promise((resolve) => {
          setTimeout(resolve)
        })
        if (!open.has(key)) return { outcome: "closed" }
      }
    } catch (error) {
      if (reading.broken) return { outcome: "unreadable" }
      throw error
    }
    const soFar = orders.so_far()
    return { outcome: "answered", file: new Blob(parts, { type: "text/csv;charset=utf-8" }), soFar }
  }

  /** @param {number} key */
  const answered = (key) => {
    const orders = open.get(key)?.orders
    if (orders === undefined) throw new Error("the file is not open any more")
    return orders
  }

  /** @type {Functions["ordersWorkbook"]} */
  async function ordersWorkbook({ key, table }) {
    await prepare(true) // what packs them
    const orders = answered(key)
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const parts = []
    orders.begin_workbook(reader(table, { read: 0, broken: false }), table.size)
    for (let piece = orders.workbook_piece(); piece; piece = orders.workbook_piece()) {
      parts.push(piece.toJs())
      piece.destroy()
      await new Promise((resolve) => {
        setTimeout(resolve)
      })
    }
    return new Blob(parts, { type: WORKBOOK })
  }

  /** @param {number} key */
  function close(key) {
    open.get(key)?.orders.destroy()
    open.delete(key)
  }

  /**
   * The bytes of a file, wherever they are asked for; `reading` counts them.
   * @param {Blob} file
   * @param {Reading} reading
   */
  function reader(file, reading) {
    const files = new FileReaderSync()
    /**
     * @param {number} at
     * @param {number} count
     */
    return (at, count) => {
      try {
        const bytes = files.readAsArrayBuffer(file.slice(at, at + count))
        reading.read += bytes.byteLength
        return new Uint8Array(bytes)
      } catch (error) {
        reading.broken = true // moved or changed since it was chosen
        throw error
      }
    }
  }

  return {
    openOrders,
    checkOrders,
    answerOrders,
    closeOrders: close,
    dashboard: (key) => answered(key).dashboard(),
    toDoList: (key) => answered(key).to_do_list(),
    ordersCalendar: ({ key, stamp }) => answered(key).calendar(stamp),
    ordersWorkbook,
  }
}
