// Asks the site's search as its worker does: node asked.mjs INDEX, with a JSON list of questions on standard
// input; for each, the addresses found and whether the search is sure, as JSON.
import { readFileSync } from "node:fs"
import { Library } from "../../theme/search/library.js"
import { ranked } from "../../theme/search/ranking.js"

const { config, docs } = JSON.parse(readFileSync(process.argv[2], "utf-8"))
const library = new Library(docs)
const answers = JSON.parse(readFileSync(0, "utf-8")).map((asked) => {
  const { found, isSure } = ranked(asked, library, config.same, config.other)
  return { pages: found.map(({ page }) => page.doc.location), isSure }
})
process.stdout.write(JSON.stringify(answers))
