import assert from "node:assert/strict"
import { test } from "node:test"
import { excerpt } from "./excerpt.js"
import { Library, readable } from "./library.js"
import { plainly, wanted } from "./question.js"
import { ranked } from "./ranking.js"

const DOCS = [
  {
    location: "late/",
    title: "发货晚了怎么赔",
    text: "<p>晚发一单扣多少。</p>",
    about: "发货超时扣多少",
  },
  { location: "late/#scan", title: "揽收", text: "快递没有揽收，不算发货。" },
  {
    location: "deposit/",
    title: "保证金",
    text: "保证金交多少，什么时候退。Deposit &amp; refund",
    about: "deposit",
  },
  { location: "list/", title: "全部", text: "发货晚了 揽收 保证金", about: "", boost: 0.2 },
]
const LIBRARY = new Library(DOCS)

/**
 * @param {string} asked
 * @param {Record<string, string>} [same]
 */
function pages(asked, same = {}) {
  return ranked(asked, LIBRARY, same).found.map(({ page }) => page.doc.location)
}

test("words that only ask, case and width are left out of a question", () => {
  assert.deepEqual(wanted("保证金怎么退？"), ["保证金", "退"])
  assert.deepEqual(wanted("How do I get the DEPOSITS back"), [" deposit", " back"])
  assert.deepEqual(wanted("４８小时"), ["小时", " 48"])
  assert.deepEqual(wanted("怎么办"), [])
  assert.equal(plainly("超过48小时，发货"), " 超过 48 小时 发货 ")
})

test("the page whose title and text have most of a question stands first", () => {
  assert.equal(pages("发货晚了赔多少")[0], "late/")
  assert.equal(pages("保证金什么时候退")[0], "deposit/")
  assert.equal(pages("deposits refunded")[0], "deposit/")
})

test("a number is the same however it is written, and a count of things says nothing", () => {
  assert.deepEqual(wanted("¥20,000"), wanted("2 万元").slice(-1))
  assert.deepEqual(wanted("两万块"), wanted("20000 块"))
  assert.deepEqual(wanted("1.5万"), [" 15000"])
  assert.deepEqual(wanted("晚一天发货"), ["晚", "发货"])
})

test("characters that fill a sentence weigh nothing, wherever they stand together", () => {
  const library = new Library([...DOCS, { location: "other/", title: "才又先", text: "才又先" }])
  const { found } = ranked("保证金才又先", library, {})
  assert.equal(found[0]?.page.doc.location, "deposit/")
})

test("words in passing are not what a page is about", () => {
  const docs = [...DOCS, { location: "late/#ads", title: "别的", text: "千川投放" }]
  assert.deepEqual(ranked("千川怎么投放", new Library(docs), {}).found, [])
  assert.equal(ranked("千川 发货晚了", new Library(docs), {}).found[0]?.page.doc.location, "late/")
})

test("what no page speaks of finds nothing", () => {
  for (const asked of ["七天无理由", "直播间装修", "shop decoration", "怎么办", ""]) {
    assert.deepEqual(pages(asked), [], asked)
  }
})

test("another word finds what the handbook calls otherwise", () => {
  assert.deepEqual(pages("押金"), [])
  assert.equal(pages("押金", { 押金: "保证金" })[0], "deposit/")
  assert.equal(pages("bond back", { bond: "deposit" })[0], "deposit/")
})

test("the best section of a page comes first", () => {
  const [late] = ranked("揽收算不算发货", LIBRARY, {}).found
  assert.equal(late?.hits[0]?.section.doc.location, "late/#scan")
})

test("an excerpt is text with its marks, whatever stands in it", () => {
  const html = excerpt("a <b> & 快递没有揽收，不算发货", ["揽收"])
  assert.equal(html, "a &lt;b&gt; &amp; 快递没有<mark data-md-highlight>揽收</mark>，不算发货")
  const long = excerpt(`${"前".repeat(300)}揽收超时${"后".repeat(300)}`, ["揽收", "收超", "超时"])
  assert.match(long, /^…前+<mark data-md-highlight>揽收超时<\/mark>后+…$/)
  assert.equal(
    excerpt("Collected late", [" collect"]),
    "<mark data-md-highlight>Collected</mark> late",
  )
  assert.equal(excerpt("", []), "")
})

test("HTML of the index is read as text", () => {
  assert.equal(readable("<p>1 &lt; 2 &amp;\n <b>3</b></p>"), "1 < 2 & 3")
})
