// What is kept of a script: node marked.mjs < {source, imports} > {text, exports}
import { readFileSync } from "node:fs"
import { marked } from "../../macros/bundle/lean/glue.mjs"

const { source, imports } = JSON.parse(readFileSync(0, "utf8"))
const { text, exports } = marked(source, new Set(imports))
console.log(JSON.stringify({ text, exports: [...exports] }))
