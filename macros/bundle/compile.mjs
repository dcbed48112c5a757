// Compiles the Python in zips, by pyodide-build inside Pyodide, so that the bytecode is that of the
// browser's Python whatever Python builds the site:
// node compile.mjs PYODIDE_DIR SITE_PACKAGES FOLDER OPTIMIZE, for each zip in FOLDER, in its place.
import { start } from "./pyodide.mjs"

const [pyodideDir, sitePackages, folder, optimize] = process.argv.slice(2)
const pyodide = await start(pyodideDir, {
  HOME: "/",
  PYTHONOPTIMIZE: optimize,
  // Bytecode tells what is shared in memory: nothing may differ between two runs, neither the order
  // of sets nor whether the tools were compiled before (for the host's Python, if at all).
  PYTHONHASHSEED: "0",
  PYTHONDONTWRITEBYTECODE: "1",
  PYTHONPYCACHEPREFIX: "/nowhere",
  // Makes bytecode that is checked by hash and holds no time.
  SOURCE_DATE_EPOCH: "315532800",
})
pyodide.mountNodeFS("/tools", sitePackages)
pyodide.mountNodeFS("/zips", folder)
pyodide.runPython(`
import sys
from pathlib import Path
sys.path.append("/tools")
from pyodide_build._py_compile import _py_compile_archive
for path in sorted(Path("/zips").iterdir()):
    _py_compile_archive(path, keep=False, verbose=False, compression_level=0)
`)
