// The number that Pyodide's Python asks bytecode for: node magic.mjs PYODIDE_DIR
import { start } from "../../macros/bundle/pyodide.mjs"

const pyodide = await start(process.argv[2])
console.log(pyodide.runPython("import importlib.util; importlib.util.MAGIC_NUMBER.hex()"))
