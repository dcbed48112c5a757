// PyScript, on the page's own thread, with the Pyodide that is measured beside it.
const PYTHON = `
import sys
sys.path.insert(0, "calculators.zip")
from pyscript import window
from pyscript.ffi import create_proxy
from calculators.page import reply
window.begun(create_proxy(reply))
`

export async function begin({ request }) {
  const begun = new Promise((resolve) => {
    window.begun = resolve
  })
  const tag = Object.assign(document.createElement("script"), { type: "py", textContent: PYTHON })
  const files = { "./calculators.zip": "./calculators.zip" }
  tag.setAttribute(
    "config",
    JSON.stringify({ interpreter: "./packages/pyodide/pyodide.mjs", files }),
  )
  document.body.append(tag)
  await import("./packages/pyscript/core.js")
  const reply = await begun
  return (paid) => reply(JSON.stringify({ ...request, inputs: { paid } }))
}
