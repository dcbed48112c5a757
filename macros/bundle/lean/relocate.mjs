// The WebAssembly with its addresses as they are: node relocate.mjs FROM TO
// Its data hold addresses that count from where it is loaded, and half a megabyte of code adds that
// up at each start. Pyodide's script always loads it to one place, which it names: so the code is run
// here once, its result kept, and the code is gone.
import assert from "node:assert/strict"
import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import binaryen from "binaryen"
import { importsOf, read } from "./wasm.mjs"

const [from, to] = process.argv.slice(2)
const script = readFileSync(`${from}/pyodide.asm.js`, "utf8")
const wasm = readFileSync(`${from}/pyodide.asm.wasm`)

const RELOCATE = "__wasm_apply_data_relocs"
const BASE = numberIn(/___memory_base=new WebAssembly\.Global\({value:"i32",mutable:false},(\d+)\)/)
/** @type {Record<string, number>} */
const ADDRESSES = {
  __memory_base: BASE,
  __table_base: numberIn(
    /___table_base=new WebAssembly\.Global\({value:"i32",mutable:false},(\d+)\)/,
  ),
  __heap_base: numberIn(/___heap_base=(\d+)/),
}

const module = read(wasm)
const { initial, max } = module.getMemoryInfo()
const { initial: elements } = binaryen.getTableInfo(module.getTableByIndex(0))

const relocated = memoryAfterRelocation(wasm, 0)
// No address but these is used: with others for the rest the result is the same.
assert.ok(relocated.equals(memoryAfterRelocation(wasm, 1_000_000)))

const emptied = module.getExport(RELOCATE)
const name = binaryen.getExportInfo(emptied).value
module.removeFunction(name)
module.addFunction(name, binaryen.none, binaryen.none, [], module.nop())
const made = new Uint8Array(module.emitBinary())
const data = dataIn(made)
assert.equal(data.length, dataIn(wasm).length)
data.set(relocated.subarray(BASE, BASE + data.length))
// The proof: loaded, and with nothing left to do, it is what the published one makes of itself.
assert.ok(relocated.equals(memoryAfterRelocation(made, 2_000_000)))
writeFileSync(`${to}/pyodide.asm.wasm`, made)
copyFileSync(`${from}/pyodide.asm.js`, `${to}/pyodide.asm.js`)

/** @param {RegExp} pattern */
function numberIn(pattern) {
  const [, number] = pattern.exec(script) ?? []
  assert.ok(number, `Pyodide's script has no ${pattern}`)
  return Number(number)
}

/**
 * The whole memory when `binary` was loaded and has applied its relocations.
 * @param {Uint8Array<ArrayBuffer>} binary
 * @param {number} other every address that we do not know
 */
function memoryAfterRelocation(binary, other) {
  const memory = new WebAssembly.Memory({ initial, ...(max === undefined ? {} : { maximum: max }) })
  const table = new WebAssembly.Table({ initial: elements + 1, element: "anyfunc" })
  /** @type {Record<string, Record<string, any>>} */
  const given = {}
  for (const { module: room, name: wanted, kind } of importsOf(binary)) {
    given[room] ??= {}
    given[room][wanted] = imported(kind, wanted, room.startsWith("GOT"))
  }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(binary), given)
  const relocate = /** @type {() => void} */ (exports[RELOCATE])
  relocate()
  return Buffer.from(memory.buffer)

  /**
   * @param {string} kind
   * @param {string} wanted
   * @param {boolean} movable
   */
  function imported(kind, wanted, movable) {
    if (kind === "memory") return memory
    if (kind === "table") return table
    if (kind === "tag") return new WebAssembly.Tag({ parameters: ["i32"] })
    if (kind === "function") return () => assert.fail(`relocation calls ${wanted}`)
    const mutable = movable || wanted === "__stack_pointer"
    return new WebAssembly.Global({ value: "i32", mutable }, ADDRESSES[wanted] ?? other)
  }
}

/**
 * The bytes of the one data segment, in their place.
 * @param {Uint8Array} binary
 */
function dataIn(binary) {
  const [DATA, GLOBAL_GET, END] = [11, 0x23, 0x0b]
  let at = 8
  for (;;) {
    const kind = binary[at++]
    const size = unsigned()
    if (kind === DATA) break
    at += size
    assert.ok(at < binary.length, "the WebAssembly has no data")
  }
  assert.equal(unsigned(), 1, "one segment")
  assert.equal(unsigned(), 0, "in its place from the start")
  assert.equal(binary[at++], GLOBAL_GET)
  unsigned()
  assert.equal(binary[at++], END)
  const length = unsigned()
  return binary.subarray(at, at + length)

  /** A number in LEB128. */
  function unsigned() {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = binary[at++] ?? assert.fail("the WebAssembly is cut short")
      number |= (byte & 0x7f) << shift
      if (byte < 0x80) return number
    }
  }
}
