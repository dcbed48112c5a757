import assert from "node:assert/strict"
import { test } from "node:test"
import { excerpt } from "./excerpt.js"
import { Library, readable } from "./library.js"
import { beginning, plainly, wanted } from "./question.js"
import { ranked } from "./ranking.js"
import { isSlip } from "./slip.js"

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
    words: ["关店拿回押的钱", "get it back"],
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

test("a word begins alike in all its forms", () => {
  const words = [
    "price prices priced",
    "force forced forcing",
    "refuse refused refuses",
    "fee fees",
    "invoice invoices",
    "automatic automatically",
    "ship shipped shipping",
  ]
  for (const each of words) {
    const beginnings = new Set(each.split(" ").map(beginning))
    assert.equal(beginnings.size, 1, [...beginnings].join(", "))
  }
})

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

test("what readers call it is among what a page is about, and not what it says", () => {
  const { found, isSure } = ranked("押的钱", LIBRARY, {})
  assert.equal(found[0]?.page.doc.location, "deposit/")
  assert.ok(isSure)
  assert.ok(!found[0]?.hits.some(({ section }) => section.text.includes("押的钱")))
})

test("two characters are found the other way round, and with a particle between them", () => {
  const library = new Library([...DOCS, { location: "close/", title: "关店退款", text: "" }])
  /** @param {string} asked */
  const first = (asked) => ranked(asked, library, {}).found[0]?.page.doc.location
  assert.equal(first("把店关掉"), "close/")
  assert.equal(first("退了款"), "close/")
})

test("words beside each other say more than the same words apart", () => {
  const library = new Library([
    { location: "apart/", title: "Late", text: "late fees of a shipment", about: "late, shipment" },
    { location: "beside/", title: "Late", text: "fees of late shipment", about: "late shipment" },
  ])
  const { found } = ranked("my late shipments", library, {})
  assert.equal(found[0]?.page.doc.location, "beside/")
})

test("a subject that the handbook does not cover outweighs the rest of a question", () => {
  assert.equal(pages("发货的软件")[0], "late/")
  assert.deepEqual(ranked("发货的软件", LIBRARY, {}, ["软件"]).found, [])
  assert.equal(ranked("deposit", LIBRARY, {}, ["deposit"]).found[0]?.page.doc.location, "deposit/")
})

test("what is only partly spoken of is found, and not for sure", () => {
  const docs = [...DOCS, { location: "other/", title: "苹果香蕉桃子", text: "苹果香蕉桃子" }]
  const { found, isSure } = ranked("保证金买苹果香蕉桃子", new Library(docs.slice(0, 4)), {})
  assert.equal(found[0]?.page.doc.location, "deposit/")
  assert.equal(isSure, false)
})

test("a slip of the finger is read as what was meant", () => {
  assert.equal(pages("depsoit")[0], "deposit/")
  for (const typed of ["refnd", "refuund", "refubd", "rfeund"]) assert.ok(isSlip(typed, "refund"))
  for (const typed of ["refund", "defund", "refunded", "fund"]) {
    assert.equal(isSlip(typed, "refund"), typed === "refund")
  }
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
