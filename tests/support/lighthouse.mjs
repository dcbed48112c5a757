// Lighthouse, on a phone: node lighthouse.mjs PORT CATEGORIES ADDRESS… prints what it finds of each page.
// Through its Node interface, which sends nothing to anybody; only its command asks whether it may.
import lighthouse from "lighthouse"

const [port, categories = "", ...addresses] = process.argv.slice(2)
const looks = []
for (const address of addresses) {
  const found = await lighthouse(address, {
    port: Number(port),
    onlyCategories: categories.split(","),
    logLevel: "error",
  })
  if (!found) throw new Error(`${address}: no report`)
  const { audits, categories: looked, runtimeError, runWarnings } = found.lhr
  if (runtimeError) throw new Error(`${address}: ${runtimeError.message}`)
  const scored = Object.values(looked)
  const counted = scored.flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  looks.push({
    address,
    warnings: runWarnings,
    scores: Object.fromEntries(scored.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
    // What took points, in words, and where.
    wanting: counted
      .map(({ id }) => audits[id])
      .filter((audit) => audit && audit.score !== null && audit.score < 1)
      .map(({ id, title, displayValue = "", details }) => ({ id, title, displayValue, details })),
    metrics: Object.fromEntries(
      Object.values(audits)
        .filter(({ numericUnit }) => numericUnit)
        .map(({ id, numericValue }) => [id, numericValue]),
    ),
  })
}
process.stdout.write(JSON.stringify(looks))
