import assert from "node:assert/strict"
import { test } from "node:test"
import { Compiling } from "./compiling.js"

// The least that is WebAssembly: a module of nothing.
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
const ANSWER = Uint8Array.of(
  ...EMPTY, // with a global of its own, 42
  ...[6, 6, 1, 0x7f, 0, 0x41, 42, 0x0b],
  ...[7, 5, 1, 1, 0x61, 3, 0],
)

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} [type]
 */
const response = (bytes, type = "application/wasm") =>
  new Response(bytes, { headers: { "content-type": type } })

/** @param {WebAssembly.Module} module */
const exported = (module) => WebAssembly.Module.exports(module).map(({ name }) => name)

test("a response is compiled, and the bytes are not", async () => {
  const code = new Compiling()
  code.begin(response(ANSWER))
  assert.deepEqual(exported(await code.module(EMPTY)), ["a"])
})

test("what came again counts, not what came first", async () => {
  const code = new Compiling()
  code.begin(response(EMPTY))
  code.begin(response(ANSWER))
  assert.deepEqual(exported(await code.module(EMPTY)), ["a"])
})

for (const [name, wrong] of Object.entries({
  "by another type": response(ANSWER, "application/octet-stream"),
  "cut short": response(ANSWER.subarray(0, 10)),
})) {
  test(`sound bytes are compiled where their response came ${name}`, async () => {
    const code = new Compiling()
    code.begin(wrong)
    assert.deepEqual(exported(await code.module(ANSWER)), ["a"])
  })
}

test("what no engine compiles says so", async () => {
  await assert.rejects(new Compiling().module(ANSWER.subarray(0, 10)), WebAssembly.CompileError)
})
