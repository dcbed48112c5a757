import assert from "node:assert/strict"
import { test } from "node:test"
import { canRun } from "./engine.js"

// What an engine does with the address and the options of a worker.
class Modern {
  /** @param {string} address @param {{ type?: string }} options */
  constructor(address, { type }) {
    if (type === "module") new URL(address)
  }
}
class Classic {
  /** @param {string} address */
  constructor(address) {
    new URL(address)
  }
}
class Tag {}

test("an engine that can run it", () => {
  assert.equal(canRun({ WebAssembly: { Tag }, Worker: Modern }), true)
})

for (const [lacking, scope] of Object.entries({
  WebAssembly: { Worker: Modern },
  "WebAssembly.Tag": { WebAssembly: {}, Worker: Modern },
  Worker: { WebAssembly: { Tag } },
  "workers that are modules": { WebAssembly: { Tag }, Worker: Classic },
})) {
  test(`an engine without ${lacking}`, () => assert.equal(canRun(scope), false))
}
