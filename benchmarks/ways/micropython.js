// MicroPython: the amount alone, in whole fen, since it has no decimals. The calculators do not run
// in it; which of the modules that they import it lacks is asked as well.

const PYTHON = `
def answer(text):
    yuan, _, fen = text.partition(".")
    paid = int(yuan) * 100 + int((fen + "00")[:2])
    if paid <= 300:
        owed = 0
    elif paid < 30000:
        owed = 300
    else:
        owed = min((paid + 50) // 100, 3000)
    return "%d.%02d" % divmod(owed, 100)

def lacks(names):
    missing = []
    for name in names.split():
        try:
            __import__(name)
        except ImportError:
            missing.append(name)
    return " ".join(missing)
`
let python

export async function begin() {
  const { loadMicroPython } = await import("./packages/micropython/micropython.mjs")
  const url = new URL("./packages/micropython/micropython.wasm", import.meta.url).href
  python = await loadMicroPython({ url })
  python.runPython(PYTHON)
  return python.globals.get("answer")
}

export const lacks = (modules) => python.globals.get("lacks")(modules.join(" "))
