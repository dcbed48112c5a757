// Pyodide as published, in a worker, as the handbook has its own.
export async function begin(asked) {
  const worker = new Worker(new URL("./stock.js", import.meta.url), { type: "module" })
  function told() {
    return new Promise((resolve) => {
      worker.addEventListener("message", ({ data }) => resolve(data), { once: true })
    })
  }
  worker.postMessage(asked)
  await told()
  return (paid) => {
    worker.postMessage(paid)
    return told()
  }
}
