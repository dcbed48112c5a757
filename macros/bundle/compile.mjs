// Makes libraries of zips with sources: pyodide-build compiles them inside Pyodide, so that the
// bytecode is that of the browser's Python whatever Python builds the site. Each zip in FOLDER, in its
// place: node compile.mjs PYODIDE_DIR SITE_PACKAGES LEAN FOLDER
import { start } from "./pyodide.mjs"

const [pyodideDir, sitePackages, lean, folder] = process.argv.slice(2)
const pyodide = await start(pyodideDir, {
  env: {
    HOME: "/",
    // Neither docstrings nor asserts.
    PYTHONOPTIMIZE: "2",
    // Of each instruction the line and not the columns, which nobody sees without the source.
    PYTHONNODEBUGRANGES: "1",
    // Bytecode tells what is shared in memory: nothing may differ between two runs, neither the
    // order of sets nor whether the tools were compiled before (for the host's Python, if at all).
    PYTHONHASHSEED: "0",
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONPYCACHEPREFIX: "/nowhere",
    // Makes bytecode that is checked by hash and holds no time.
    SOURCE_DATE_EPOCH: "315532800",
  },
})
pyodide.mountNodeFS("/site-packages", sitePackages)
pyodide.mountNodeFS("/lean", lean)
pyodide.mountNodeFS("/zips", folder)
pyodide.runPython(`
import sys
from pathlib import Path
from zipfile import ZipFile
sys.path += ["/lean", "/site-packages"]
from annotations import without_annotations
from pyodide_build._py_compile import _py_compile_archive
from tables import library

def read(path):
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

def write(path, entries):
    with ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)

for path in sorted(Path("/zips").iterdir()):
    write(path, {
        name: without_annotations(data) if name.endswith(".py") else data
        for name, data in read(path).items()
    })
    _py_compile_archive(path, keep=False, verbose=False, compression_level=0)
    write(path, library(read(path)))
`)
