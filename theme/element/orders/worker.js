// In the worker: files of orders, read and answered a piece at a time, so that questions and a
// change of mind get through in between.
const CHUNK = 65_536
// How long to work before letting others in, and before telling how far it is, in milliseconds.
const STRETCH = 80
const NEWS = 250
// The answered file grows outside of the worker's own memory from so many bytes on.
const PART = 1_000_000

/** The worker's calls for files of orders. */
export function orderCalls(pyodide) {
  const open = new Map()
  let lastKey = 0

  // {request, file} → {key, found} (see `calculators.page.orders`) or {unreadable: true}
  function openOrders({ request, file }) {
    const reading = { at: 0, size: file.size, broken: false }
    try {
      const { Orders } = pyodide.pyimport("calculators.page.orders")
      const orders = Orders(request, chunks(file, reading))
      open.set(++lastKey, { orders, reading })
      return { key: lastKey, found: orders.found() }
    } catch (error) {
      if (reading.broken) return { unreadable: true }
      throw error
    }
  }

  // {key, plan} → {file, soFar}, {unreadable: true} or, once closed, {closed: true}
  async function answerOrders({ key, plan }, tell) {
    const { orders, reading } = open.get(key)
    const parts = []
    let fresh = []
    let size = 0
    let told = -Infinity
    orders.begin(plan)
    try {
      for (let more = true; more; ) {
        const until = performance.now() + STRETCH
        while (more && performance.now() < until) {
          const piece = orders.piece()
          more = Boolean(piece)
          if (!more) break
          fresh.push(piece.toJs())
          size += fresh.at(-1).byteLength
          piece.destroy()
        }
        if (size > PART || !more) {
          parts.push(new Blob(fresh.splice(0)))
          size = 0
        }
        if (performance.now() - told > NEWS) {
          tell({ share: reading.size ? reading.at / reading.size : 1, soFar: orders.so_far() })
          told = performance.now()
        }
        await new Promise((resolve) => setTimeout(resolve))
        if (!open.has(key)) return { closed: true }
      }
    } catch (error) {
      if (reading.broken) return { unreadable: true }
      throw error
    }
    const soFar = orders.so_far()
    closeOrders(key)
    return { file: new Blob(parts, { type: "text/csv;charset=utf-8" }), soFar }
  }

  function closeOrders(key) {
    open.get(key)?.orders.destroy()
    open.delete(key)
  }

  function* chunks(file, reading) {
    const reader = new FileReaderSync()
    for (; reading.at < file.size; reading.at += CHUNK) {
      let bytes
      try {
        bytes = reader.readAsArrayBuffer(file.slice(reading.at, reading.at + CHUNK))
      } catch (error) {
        reading.broken = true // moved or changed since it was chosen
        throw error
      }
      const chunk = pyodide.toPy(new Uint8Array(bytes))
      yield chunk
      chunk.destroy()
    }
  }

  return { openOrders, answerOrders, closeOrders }
}
