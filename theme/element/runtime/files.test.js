import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { createServer } from "node:http"
import { after, afterEach, before, test } from "node:test"
import { LoadError, fetched } from "./files.js"

const ZIP = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(100_000, 7)])
const BUILT = { size: ZIP.length, sha256: createHash("sha256").update(ZIP).digest("hex") }
const FLIPPED = Buffer.from(ZIP)
FLIPPED[50_000] = 8
const LOGIN = Buffer.from("<h1>Please log in</h1>")

/**
 * What the server sends, answer by answer, the last of them ever again.
 * @type {{ status?: number, body?: Buffer, length?: number }[]}
 */
let answers = []
/** @type {(string | undefined)[]} */
let asked = []

const server = createServer((request, response) => {
  asked.push(request.headers["cache-control"])
  const next = answers.length > 1 ? answers.shift() : answers[0]
  const { status = 200, body = ZIP, length = body.length } = next ?? {}
  response.writeHead(status, { "content-length": length })
  response.write(body)
  if (length === body.length) response.end()
  else setTimeout(() => response.destroy(), 50)
})
let url = ""

before(async () => {
  await new Promise((listening) => {
    server.listen(0, "127.0.0.1", () => listening(null))
  })
  const address = server.address()
  assert.ok(address && typeof address === "object")
  url = `http://127.0.0.1:${address.port}/library.zip`
})

after(() => server.close())

afterEach(() => {
  asked = []
})

/** @param {RequestCache} [cache] */
const get = (cache = "default", hear = () => {}) => fetched(url, BUILT, cache, hear)

/** @param {string} reason */
const because = (reason) => (/** @type {unknown} */ error) =>
  error instanceof LoadError && error.reason === reason

test("a file that is as it was built, and how much of it has come", async () => {
  answers = [{}]
  /** @type {[number, number][]} */
  const heard = []
  const bytes = await fetched(url, BUILT, "default", (...news) => heard.push(news))
  assert.deepEqual(Buffer.from(bytes), ZIP)
  assert.deepEqual(heard.at(-1), [ZIP.length, ZIP.length])
})

for (const [name, wrong] of Object.entries({
  "of the same size": { body: FLIPPED },
  "an error page": { body: LOGIN },
  "cut short": { body: ZIP.subarray(0, 1000) },
  "broken off": { body: ZIP.subarray(0, 1000), length: ZIP.length },
  "longer than it was": { body: Buffer.concat([ZIP, ZIP]) },
})) {
  test(`a file that has come wrong is fetched once more past the caches: ${name}`, async () => {
    answers = [wrong, {}]
    assert.deepEqual(Buffer.from(await get()), ZIP)
    assert.deepEqual(asked, [undefined, "no-cache"])
  })

  test(`and no more than once: ${name}`, async () => {
    answers = [wrong]
    await assert.rejects(get(), because("damaged"))
    assert.equal(asked.length, 2)
    await assert.rejects(get("reload"), because("damaged"))
    assert.equal(asked.length, 3)
  })
}

test("each answer is met as it begins to come, and read all the same", async () => {
  answers = [{ body: FLIPPED }, {}]
  /** @type {Promise<ArrayBuffer>[]} */
  const met = []
  await fetched(
    url,
    BUILT,
    "default",
    () => {},
    (response) => met.push(response.arrayBuffer()),
  )
  const bodies = (await Promise.all(met)).map((body) => Buffer.from(body))
  assert.deepEqual(bodies, [FLIPPED, ZIP])
})

test("what the server refuses is not asked for again unasked", async () => {
  for (const [status, reason] of /** @type {const} */ ([
    [404, "missing"],
    [410, "missing"],
    [403, "refused"],
    [503, "refused"],
  ])) {
    answers = [{ status, body: LOGIN }]
    asked = []
    await assert.rejects(get(), because(reason))
    assert.equal(asked.length, 1)
  }
})

test("no network", async () => {
  // Nothing listens there.
  await assert.rejects(
    fetched("http://127.0.0.1:1/library.zip", BUILT, "default", () => {}),
    because("network"),
  )
})

test("a network that is there a moment later", async (context) => {
  answers = [{}]
  const { fetch } = globalThis
  let failures = 0
  context.mock.method(globalThis, "fetch", (/** @type {string} */ address) => {
    failures += 1
    return failures === 1 ? Promise.reject(new TypeError("asleep")) : fetch(address)
  })
  assert.deepEqual(Buffer.from(await get()), ZIP)
  assert.equal(failures, 2)
})

test("where nothing can be hashed, size and first bytes speak for a file", async (context) => {
  context.mock.getter(globalThis, "crypto", () => ({}))
  answers = [{ body: FLIPPED }]
  assert.equal((await get()).byteLength, ZIP.length)
  for (const body of [Buffer.alloc(ZIP.length, "<html>"), ZIP.subarray(0, 1000)]) {
    answers = [{ body }]
    await assert.rejects(get(), because("damaged"))
  }
})
