// Which modules of the standard library the calculators import, found by running them in the real
// Pyodide under Node: node trace.mjs PYODIDE_DIR LIBRARY_ZIP CALCULATORS_ZIP < wanted.json > modules.json
import { readFileSync } from "node:fs"
import { emptyLock, start } from "./pyodide.mjs"

const [pyodideDir, libraryZip, calculatorsZip] = process.argv.slice(2)
const { requests, tables, workbook } = JSON.parse(readFileSync(0, "utf8"))
const pyodide = await start(pyodideDir, { stdLibURL: libraryZip })

// From a zip, as in the browser: reading data files out of one imports more than a folder would.
pyodide.FS.writeFile("/lib/calculators.zip", readFileSync(calculatorsZip))
pyodide.runPython("import sys; sys.path.insert(0, '/lib/calculators.zip')")
const from = (module) => pyodide.pyimport(`calculators.page${module}`)
const { reply } = from("")
for (const request of requests) {
  const { answer } = JSON.parse(reply(JSON.stringify(request)))
  if (!answer.ok) continue
  from(".chart").chart(JSON.stringify(request))
  from(".comparison").comparison(JSON.stringify({ ...request, first: request, second: request }))
  from(".deadlines").calendar_file(JSON.stringify({ ...request, stamp: "", link: "" }))
}

// What Python itself needs to report a mistake of ours is used rarely, but then badly missed.
try {
  reply("not JSON")
} catch (error) {
  String(error)
}

const imported = () =>
  pyodide
    .runPython(
      `
import sys
[module.__spec__.origin for module in list(sys.modules.values())
 if getattr(module, "__spec__", None) and module.__spec__.origin]
`,
    )
    .toJs()
const forAnswers = imported()

// What only a file of orders imports comes in a zip of its own, and what only a workbook does.
const { Orders } = from(".orders")
function opened(request, bytes) {
  const read = (at, count) => Uint8Array.from(bytes.slice(at, at + count))
  return Orders(JSON.stringify(request), read, bytes.length)
}
for (const { request, bytes, plan } of tables) {
  const orders = opened(request, bytes)
  orders.found()
  orders.begin(JSON.stringify(plan))
  while (orders.piece() !== undefined) orders.so_far()
  orders.dashboard()
  orders.to_do_list()
  orders.calendar("20261121T013000Z")
}
const forOrders = imported()

const orders = opened(tables[0].request, workbook)
const found = JSON.parse(orders.found())
if (found.columns?.length !== 4) throw new Error(`the workbook was not read: ${found.refused}`)
orders.begin(JSON.stringify(tables[0].plan))
const answered = orders.piece().toJs()
orders.begin_workbook((at, count) => answered.slice(at, at + count), answered.length)
while (orders.workbook_piece() !== undefined);
const forWorkbooks = imported()
const besides = (more, before) => more.filter((origin) => !before.includes(origin))
console.log(
  JSON.stringify({
    lock: emptyLock(pyodideDir),
    for_answers: forAnswers,
    for_orders: besides(forOrders, forAnswers),
    for_workbooks: besides(forWorkbooks, forOrders),
  }),
)
