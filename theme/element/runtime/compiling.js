// WebAssembly, compiled while it comes. A browser keeps what it has made of a response, and has it
// again on the next visit; of bytes that a script hands over it keeps nothing.

export class Compiling {
  /** @type {Promise<WebAssembly.Module | null>} */
  #begun = Promise.resolve(null)

  /**
   * Begin with what comes now, instead of what came before.
   * @param {Response} response
   */
  begin(response) {
    // Whether the server calls it by its type, and sends all of it, the bytes will tell.
    this.#begun = WebAssembly.compileStreaming(response).catch(() => null)
  }

  /**
   * What it makes of the response; of the `bytes`, which are sound, where that is nothing.
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  async module(bytes) {
    return (await this.#begun) ?? WebAssembly.compile(bytes)
  }
}
