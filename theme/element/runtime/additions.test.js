import assert from "node:assert/strict"
import { test } from "node:test"
import { Additions } from "./additions.js"

/** @import { PyodideInterface } from "pyodide" */

/** Additions to a Python that keeps what it is given, and the paths that were fetched for it. */
function additions({ broken = 0 } = {}) {
  /** @type {string[]} */
  const found = []
  /** @type {string[]} */
  const fetched = []
  let failures = broken
  const pyodide = {
    FS: { writeFile() {} },
    pyimport: () => ({ add: (/** @type {string} */ path) => found.push(path) }),
  }
  const added = new Additions(
    /** @type {PyodideInterface} */ (/** @type {unknown} */ (pyodide)),
    async (path) => {
      fetched.push(path)
      if (failures-- > 0) throw new Error("no network")
      return new Uint8Array()
    },
  )
  return { added, found, fetched }
}

test("a library is fetched and found once, however often it is wanted", async () => {
  const { added, found, fetched } = additions()
  await Promise.all([added.load(["./a-1.zip", "./b-2.zip"]), added.load(["./a-1.zip"])])
  await added.load(["./b-2.zip"])
  assert.deepEqual(fetched, ["./a-1.zip", "./b-2.zip"])
  assert.deepEqual(found, ["/lib/a-1.zip", "/lib/b-2.zip"])
})

test("what came with the start is not fetched", async () => {
  const { added, found, fetched } = additions()
  added.add("./a-1.zip", new Uint8Array())
  await added.load(["./a-1.zip"])
  assert.deepEqual([found, fetched], [["/lib/a-1.zip"], []])
})

test("what did not come is fetched again when it is wanted again", async () => {
  const { added, found } = additions({ broken: 1 })
  await assert.rejects(added.load(["./a-1.zip"]), /no network/)
  assert.deepEqual(found, [])
  await added.load(["./a-1.zip"])
  assert.deepEqual(found, ["/lib/a-1.zip"])
})
