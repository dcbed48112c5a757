// An answer's address: the inputs and the rules' day in the fragment, which no server ever sees.
//   …/orders/late-delivery/#late-delivery?paid=299.99&force_majeure=no&on=2026-11-21

/** The address that restores `request` on this page. */
export function linkTo({ calculator, inputs, on }) {
  const given = Object.entries(inputs).filter(([, text]) => text !== "")
  const query = new URLSearchParams([...given, ["on", on || today()]])
  return new URL(`#${calculator}?${query}`, location.href).href
}

/** What the address asks of `calculator`: {inputs, on}, or null where it asks nothing. */
export function asked(calculator) {
  const [name, query] = decodeHash().split("?", 2)
  if (name !== calculator || query === undefined) return null
  const { on = "", ...inputs } = Object.fromEntries(new URLSearchParams(query))
  return { inputs, on }
}

function decodeHash() {
  // Chat programs like to escape the question mark.
  return location.hash.slice(1).replace(/%3F/i, "?")
}

/** Today on Douyin's clock, UTC+8. */
function today() {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}
