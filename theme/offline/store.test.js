import assert from "node:assert/strict"
import { test } from "node:test"
import { OtherBuild, Store } from "./store.js"

/** @import { Built } from "./store.js" */

const ROOT = "https://handbook.example/"

/** A cache as far as a store uses one. */
class FakeCache {
  /** @type {Map<string, Response>} */
  held = new Map()

  /** @param {string} url */
  async match(url) {
    return this.held.get(url)
  }

  /**
   * @param {string} url
   * @param {Response} response
   */
  async put(url, response) {
    this.held.set(url, response)
  }

  /** @param {Request} request */
  async delete(request) {
    return this.held.delete(request.url)
  }

  async keys() {
    return [...this.held.keys()].map((url) => new Request(url))
  }
}

/** @param {string} text */
async function sumOf(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return Buffer.from(digest).toString("hex").slice(0, 16)
}

/**
 * A store of the build that has these files.
 * @param {FakeCache} cache
 * @param {Record<string, string>} texts
 */
async function store(cache, texts) {
  /** @type {Built["files"]} */
  const files = {}
  for (const [path, text] of Object.entries(texts)) {
    files[path] = [await sumOf(text), text.length, text.length]
  }
  return new Store(/** @type {Cache} */ (/** @type {unknown} */ (cache)), ROOT, {
    files,
    titles: {},
    answer: {},
  })
}

test("what came is kept only if it is what the build made", async () => {
  const cache = new FakeCache()
  const built = await store(cache, { "a/": "old" })
  assert.equal(await built.put("a/", new Response("new")), false)
  assert.equal(await built.kept("a/"), undefined)
  assert.equal(await built.put("a/", new Response("old")), true)
  assert.equal(await (await built.kept("a/"))?.text(), "old")
})

test("two builds lie side by side, and neither gives the other's", async () => {
  const cache = new FakeCache()
  const before = await store(cache, { "a/": "old" })
  const after = await store(cache, { "a/": "new" })
  await before.put("a/", new Response("old"))
  assert.equal(await after.kept("a/"), undefined)
  await after.put("a/", new Response("new"))
  assert.equal(await (await before.kept("a/"))?.text(), "old")
})

test("what was kept of one build is wanted of the next, whatever its name is then", async () => {
  const cache = new FakeCache()
  const texts = { "a/": "old", "runtime/library-0123456789ab.zip": "old" }
  const before = await store(cache, texts)
  for (const path of Object.keys(texts)) await before.put(path, new Response("old"))
  const after = await store(cache, {
    "a/": "new",
    "b/": "new",
    "runtime/library-ba9876543210.zip": "new",
    "runtime/worker-ABCDEFGH.js": "new",
  })
  assert.deepEqual(await after.successors(), ["a/", "runtime/library-ba9876543210.zip"])
  await before.wantWhole()
  assert.equal((await after.successors()).length, 4)
})

test("who could read files of orders can do so once that has a script of its own", async () => {
  const cache = new FakeCache()
  const before = await store(cache, { "runtime/orders-0123456789ab.zip": "same" })
  const parts = { "runtime/orders-0123456789ab.zip": "same", "runtime/orders-ABCDEFGH.js": "new" }
  const after = await store(cache, parts)
  assert.deepEqual(await after.successors(), [])
  await before.put("runtime/orders-0123456789ab.zip", new Response("same"))
  assert.deepEqual(await after.successors(), ["runtime/orders-ABCDEFGH.js"])
})

test("what neither build has is dropped", async () => {
  const cache = new FakeCache()
  const oldest = await store(cache, { "a/": "oldest", "b/": "same" })
  await oldest.put("a/", new Response("oldest"))
  await oldest.put("b/", new Response("same"))
  const before = await store(cache, { "a/": "old", "b/": "same" })
  await before.put("a/", new Response("old"))
  const after = await store(cache, { "a/": "new", "b/": "same" })
  await after.put("a/", new Response("new"))
  await after.tidy(before.built, [])
  assert.equal(cache.held.size, 3)
  assert.equal(await oldest.kept("a/"), undefined)
})

test("a file of another build is not taken for a failed network", async (context) => {
  context.mock.method(globalThis, "fetch", async () => new Response("new"))
  const built = await store(new FakeCache(), { "a/": "old" })
  await assert.rejects(built.keep("a/"), OtherBuild)
})
