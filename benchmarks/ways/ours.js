// The handbook's own way: the script that its pages load, which starts a worker.
export async function begin({ script, request }) {
  const { ask } = await import(script)
  return async (paid) => JSON.stringify(await ask({ ...request, inputs: { paid } }))
}
