// What macros/bundle/scripts.mjs puts into the scripts when it bundles them.

/** The worker's script, its path as seen from the page's. */
declare const WORKER: { path: string } & import("./files.js").Built

/** The same of the script that reads files of orders. */
declare const PANEL: { path: string } & import("./files.js").Built

/** Where the script of calculators lies, as seen from that of all pages. */
declare const ELEMENT: string

/** The list of the build's files, as seen from the root; the build's plugin writes it down. */
declare const LIST: string

/** What the worker loads, as seen from it; see `bundle` in macros/bundle/build.py. */
declare const MANIFEST: {
  pyodide: string
  library: string
  /** What is added to the library: the texts of each language, by its id, and what files need. */
  texts: Record<string, string>
  orders: string
  workbooks: string
  lock: import("pyodide").Lockfile
  /** All that it may fetch. */
  files: Record<string, import("./files.js").Built>
}
