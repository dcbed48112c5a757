// WebAssembly as binaryen reads it.
import binaryen from "binaryen"

const { Features } = binaryen

// What the published file uses, and no more: a browser that starts that starts what is made of it.
const USED =
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.CallIndirectOverlong |
  Features.ExceptionHandling |
  Features.MutableGlobals |
  Features.Multivalue |
  Features.NontrappingFPToInt |
  Features.ReferenceTypes |
  Features.SignExt

/** @param {Uint8Array} binary */
export function read(binary) {
  const module = binaryen.readBinary(binary)
  module.setFeatures(USED)
  return module
}

/**
 * @param {Uint8Array<ArrayBuffer>} binary
 * @returns what it imports
 */
export function importsOf(binary) {
  return WebAssembly.Module.imports(new WebAssembly.Module(binary))
}
