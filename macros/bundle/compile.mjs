// Makes libraries of zips with sources, inside Pyodide, so that the bytecode is that of the browser's
// Python whatever Python builds the site: node compile.mjs PYODIDE_DIR TOOLS FOLDER, for each zip
// in FOLDER, in its place.
import { start } from "./pyodide.mjs"

const [pyodideDir, tools, folder] = process.argv.slice(2)
const pyodide = await start(pyodideDir, {
  env: {
    HOME: "/",
    // Bytecode tells what is shared in memory: nothing may differ between two runs, neither the
    // order of sets nor whether the tools were compiled before (for the host's Python, if at all).
    PYTHONHASHSEED: "0",
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONPYCACHEPREFIX: "/nowhere",
    // Of each instruction the line and not the columns, which nobody sees without the source.
    PYTHONNODEBUGRANGES: "1",
  },
})
pyodide.mountNodeFS("/tools", tools)
pyodide.mountNodeFS("/zips", folder)
pyodide.runPython(`
import sys
sys.path.append("/tools")
from tables import main
main("/zips")
`)
