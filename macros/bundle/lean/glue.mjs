// Of Pyodide's script what can be reached from its start, from what its WebAssembly imports and from
// what pyodide.mjs asks of it by name. esbuild cannot tell: all of it is the body of one function,
// and assigns nearly everything to a property of `Module`, where others might look for it.
import { parse } from "acorn"

// What pyodide.mjs and our worker take from `Module`.
const ASKED = [
  "API",
  "ENV",
  "ExitStatus",
  "FS",
  "HEAPU32",
  "LDSO",
  "_Py_Version",
  "addRunDependency",
  "removeRunDependency",
]
// Exports that are called when the WebAssembly is there, by whatever name the script has for them.
const STARTED = ["__wasm_call_ctors", "__wasm_apply_data_relocs", "__main_argc_argv"]
// Classes of which an object is made without an effect on anything else.
const PLAIN = new Set([
  "Array",
  "Float32Array",
  "Float64Array",
  "HandleAllocator",
  "Int32Array",
  "Map",
  "Set",
  "TextDecoder",
  "Uint8Array",
  "WeakMap",
  "WeakSet",
])
// Starts of what is never used here: drawing, sound, and plugins that load shared libraries.
const NEEDLESS = /^(?:registerWasmPlugin\(|MainLoop\.init\(|registerPostMainLoop\()/
// Where the script runs is for whoever runs it to say: the worker's bundle defines these names, and
// what is for other places falls away.
const ELSEWHERE = /^ENVIRONMENT_IS_/
// Wraps exports by name, whether there are any or not.
const WRAPPER = "applySignatureConversions"
const WRAPPED = /wasmExports\["(\w+)"\]=makeWrapper_\w+\(wasmExports\["\w+"\]\);/g

/**
 * A piece of the script that is kept or dropped as a whole. Names are those of its scope, and
 * `Module.…` and `wasm.…` for properties and exports.
 * @typedef {object} Piece
 * @property {string} text
 * @property {string[]} gives names that whoever uses needs this piece
 * @property {Set<string>} uses
 * @property {boolean} always whether it does something by itself
 * @property {string} [with] a name that this adds to: it is kept where that is used
 */

/**
 * @param {string} source
 * @param {Set<string>} imports what the WebAssembly imports, by name
 * @returns {{ text: string, exports: Set<string> }} the script, and which exports it still names
 */
export function marked(source, imports) {
  const body = largestBlock(parse(source, { ecmaVersion: "latest" }))
  /** @type {Piece[]} */
  const pieces = body.body.flatMap((/** @type {any} */ node) => piecesOf(node, source, imports))
  const { live, used } = reached(pieces)
  const exports = new Set([...used].filter((name) => name.startsWith("wasm.")).map(bare))
  const kept = pieces
    .filter((each) => live.has(each))
    .map(({ text }) => text.replace(WRAPPED, (whole, name) => (exports.has(name) ? whole : "")))
  const [head, tail] = [source.slice(0, body.start + 1), source.slice(body.end - 1)]
  return { text: `${head}\n${kept.join("\n")}\n${tail}`, exports }
}

/** @param {string} name */
function bare(name) {
  return name.slice(name.indexOf(".") + 1)
}

/**
 * The block with most statements: the body of the function that is the script.
 * @param {any} tree
 */
function largestBlock(tree) {
  const blocks = [...nodes(tree)].filter(({ type }) => type === "BlockStatement")
  return blocks.reduce((most, each) => (each.body.length > most.body.length ? each : most))
}

/**
 * @param {any} tree
 * @returns {Generator<any>}
 */
function* nodes(tree) {
  if (Array.isArray(tree)) for (const each of tree) yield* nodes(each)
  else if (typeof tree?.type === "string") {
    yield tree
    for (const each of Object.values(tree)) if (typeof each === "object") yield* nodes(each)
  }
}

/**
 * @param {any} node a statement
 * @param {string} source
 * @param {Set<string>} imports
 * @returns {Piece[]}
 */
function piecesOf(node, source, imports) {
  const text = source.slice(node.start, node.end)
  switch (node.type) {
    case "FunctionDeclaration":
      if (node.id.name === WRAPPER) return [piece(text, [WRAPPER], [])]
      return [piece(text, [node.id.name], [node.params, node.body])]
    case "ClassDeclaration":
      return [piece(text, [node.id.name], [node.superClass, node.body])]
    case "VariableDeclaration":
      return node.declarations
        .filter((/** @type {any} */ { id }) => !ELSEWHERE.test(id.name))
        .map((/** @type {any} */ each) => declared(each, node.kind, source, imports))
    case "ExpressionStatement":
      if (NEEDLESS.test(text)) return []
      return [assigned(node.expression, text)]
    case "ForStatement":
      return [filling(node, text)]
    default:
      return [{ ...piece(text, [], node), always: true }]
  }
}

/**
 * @param {string} text
 * @param {string[]} gives
 * @param {unknown} tree
 * @returns {Piece}
 */
function piece(text, gives, tree) {
  return { text, gives, uses: usedIn(tree), always: false }
}

/**
 * @param {any} node
 * @param {string} kind
 * @param {string} source
 * @param {Set<string>} imports
 */
function declared(node, kind, source, imports) {
  const { id, init } = node
  const text = `${kind} ${source.slice(node.start, node.end)};`
  if (id.type !== "Identifier") return { ...piece(text, [], node), always: true }
  if (id.name === "wasmImports") {
    const kept = init.properties.filter((/** @type {any} */ { key }) =>
      imports.has(key.name ?? key.value),
    )
    const entries = kept.map((/** @type {any} */ { start, end }) => source.slice(start, end))
    return piece(`${kind} wasmImports={${entries.join(",")}};`, [id.name], kept)
  }
  const property = moduleProperty(init?.type === "AssignmentExpression" ? init.left : null)
  if (property) return piece(text, [id.name, `Module.${property}`], init.right)
  return { ...piece(text, [id.name], init), always: !isPlain(init) }
}

/**
 * @param {any} node
 * @param {string} text
 * @returns {Piece}
 */
function assigned(node, text) {
  const ended = `${text.replace(/;$/, "")};`
  const { left, right } = node
  if (node.type === "AssignmentExpression" && left.type === "MemberExpression") {
    const property = moduleProperty(left)
    if (property && isPlain(right)) return piece(ended, [`Module.${property}`], right)
    // How a function is to be called, as Emscripten notes it beside each.
    if (["sig", "stub", "isAsync"].includes(left.property.name)) {
      return { ...piece(ended, [], right), with: left.object.name }
    }
  }
  return { ...piece(ended, [], node), always: true }
}

/**
 * A loop that fills a table is needed where the table is.
 * @param {any} node
 * @param {string} text
 * @returns {Piece}
 */
function filling(node, text) {
  const filled = /(tempFixedLengthArray|miniTempWebGL\w+Buffers)[.[]/.exec(text)
  return filled
    ? { ...piece(text, [], node), with: filled[1] }
    : { ...piece(text, [], node), always: true }
}

/**
 * The `x` of `Module.x` and `Module["x"]`.
 * @param {any} node
 * @returns {string | undefined}
 */
function moduleProperty(node) {
  return node?.type === "MemberExpression" && node.object.name === "Module"
    ? named(node)
    : undefined
}

/** @param {any} member */
function named({ computed, property }) {
  return computed ? property.value : property.name
}

/**
 * The names used in `tree`.
 * @param {any} tree
 * @param {Set<string>} [uses]
 */
function usedIn(tree, uses = new Set()) {
  if (Array.isArray(tree)) for (const each of tree) usedIn(each, uses)
  else if (typeof tree?.type === "string") {
    if (tree.type === "Identifier") uses.add(tree.name)
    if (tree.type === "VariableDeclarator" && tree.init?.name === "Module") {
      for (const { key } of tree.id.properties ?? []) uses.add(`Module.${key.name}`)
    }
    if (tree.type === "MemberExpression") {
      const of = { Module: "Module", wasmExports: "wasm" }[/** @type {string} */ (tree.object.name)]
      if (of) uses.add(`${of}.${named(tree)}`)
    }
    const skipped = isNameOnly(tree) ? ["key", "property"] : []
    for (const [key, each] of Object.entries(tree)) {
      if (typeof each === "object" && !skipped.includes(key)) usedIn(each, uses)
    }
  }
  return uses
}

/**
 * Whether a name in this node is of a property, not of something in scope.
 * @param {any} node
 */
function isNameOnly({ type, computed }) {
  const kinds = ["MemberExpression", "Property", "MethodDefinition", "PropertyDefinition"]
  return !computed && kinds.includes(type)
}

/**
 * Whether it does nothing to be evaluated.
 * @param {any} node
 * @returns {boolean}
 */
function isPlain(node) {
  switch (node?.type) {
    case undefined:
    case "ArrowFunctionExpression":
    case "ClassExpression":
    case "FunctionExpression":
    case "Identifier":
    case "Literal":
    case "TemplateLiteral":
      return true
    case "ArrayExpression":
      return node.elements.every(isPlain)
    case "BinaryExpression":
    case "LogicalExpression":
      return isPlain(node.left) && isPlain(node.right)
    case "ConditionalExpression":
      return [node.test, node.consequent, node.alternate].every(isPlain)
    case "MemberExpression":
      return isPlain(node.object)
    case "NewExpression":
      return PLAIN.has(node.callee.name) && node.arguments.every(isPlain)
    case "ObjectExpression":
      return node.properties.every(
        (/** @type {any} */ each) => each.type === "Property" && isPlain(each.value),
      )
    case "UnaryExpression":
      return isPlain(node.argument)
    default:
      return false
  }
}

/**
 * The pieces that are needed, and all names that these use.
 * @param {Piece[]} pieces
 */
function reached(pieces) {
  /** @type {Map<string, Piece[]>} */
  const givers = new Map()
  for (const each of pieces) {
    for (const name of [...each.gives, ...(each.with ? [each.with] : [])]) {
      givers.set(name, [...(givers.get(name) ?? []), each])
    }
  }
  /** @type {Set<Piece>} */
  const live = new Set()
  /** @type {Set<string>} */
  const used = new Set()
  const names = [...ASKED.map((name) => `Module.${name}`), ...STARTED.map((name) => `wasm.${name}`)]
  const next = pieces.filter(({ always }) => always)
  for (;;) {
    for (const each of next.splice(0)) {
      if (live.has(each)) continue
      live.add(each)
      names.push(...each.uses)
    }
    if (!names.length) return { live, used }
    for (const name of names.splice(0)) {
      if (used.has(name)) continue
      used.add(name)
      next.push(...(givers.get(name) ?? []))
    }
  }
}
