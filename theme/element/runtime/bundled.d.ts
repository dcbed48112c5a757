// What macros/bundle/scripts.mjs puts into the scripts when it bundles them.

/** Where the worker lies, as seen from the page's script. */
declare const WORKER: string

/** Where the script of calculators lies, as seen from that of all pages. */
declare const ELEMENT: string

/** What the worker loads, as seen from it; see `bundle` in macros/bundle/build.py. */
declare const MANIFEST: {
  pyodide: string
  library: string
  workbooks: string
  lock: import("pyodide").Lockfile
  /** Bytes of each file, unpacked. */
  sizes: Record<string, number>
}
