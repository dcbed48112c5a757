// What is added to the library of the browser's Python after its start: other texts, other modules.

/** @import { PyodideInterface } from "pyodide" */

export class Additions {
  /** @type {Map<string, Promise<void>>} */
  #loads = new Map()
  #finder
  #fetched
  #pyodide

  /**
   * @param {PyodideInterface} pyodide
   * @param {(path: string) => Promise<Uint8Array>} fetched gives the bytes of the file at a path
   */
  constructor(pyodide, fetched) {
    this.#pyodide = pyodide
    this.#fetched = fetched
    this.#finder = pyodide.pyimport("sitecustomize")
  }

  /**
   * Let Python find what is in the library that came from `path`.
   * @param {string} path
   * @param {Uint8Array} bytes
   */
  add(path, bytes) {
    const archive = `/lib/${path.slice(path.lastIndexOf("/") + 1)}`
    this.#pyodide.FS.writeFile(archive, bytes)
    this.#finder.add(archive)
    this.#loads.set(path, Promise.resolve())
  }

  /**
   * Add the libraries at `paths`, each once: what was loaded stays as long as the worker.
   * @param {string[]} paths
   */
  load(paths) {
    return Promise.all(paths.map((path) => this.#loads.get(path) ?? this.#load(path)))
  }

  /** @param {string} path */
  #load(path) {
    const load = this.#fetched(path).then(
      (bytes) => this.add(path, bytes),
      (error) => {
        this.#loads.delete(path)
        throw error
      },
    )
    this.#loads.set(path, load)
    return load
  }
}
