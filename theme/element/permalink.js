// An answer's address: the inputs and the rules' day in the fragment, which no server ever sees.
//   …/orders/late-delivery/#late-delivery?paid=299.99&force_majeure=no&on=2026-11-21

// What stands before the names of the situation that is compared with.
const FIRST = "first."

/**
 * The address that restores `request` on this page, compared with the request `first` or `null`.
 * To be passed on it names the day `on` whose rules answered: whoever gets it sees the same answer.
 */
export function linkTo(request, first) {
  const compared = first ? entriesOf(first).map(([name, text]) => [FIRST + name, text]) : []
  const query = new URLSearchParams([...entriesOf(request), ...compared])
  return new URL(`#${request.calculator}?${query}`, location.href).href
}

/** Let the page's own address restore `request`: on reload, on going back, in the other language. */
export function keepInAddress(request, first) {
  history.replaceState(history.state, "", linkTo(request, first))
}

/** Take what `calculator` was asked out of the page's address. */
export function dropFromAddress(calculator) {
  if (asked(calculator)) history.replaceState(history.state, "", location.pathname + location.search)
}

/** What the address asks of `calculator`: {inputs, on, first}, or `null` where it asks nothing. */
export function asked(calculator) {
  const [name, query] = decodeHash().split("?", 2)
  if (name !== calculator || query === undefined) return null
  const entries = [...new URLSearchParams(query)]
  const first = entries
    .filter(([name]) => name.startsWith(FIRST))
    .map(([name, text]) => [name.slice(FIRST.length), text])
  const own = entries.filter(([name]) => !name.startsWith(FIRST))
  return { ...questionOf(own), first: first.length ? questionOf(first) : null }
}

function questionOf(entries) {
  const { on = "", ...inputs } = Object.fromEntries(entries)
  return { inputs, on }
}

function entriesOf({ inputs, on }) {
  return [...Object.entries(inputs), ["on", on]].filter(([, text]) => text)
}

function decodeHash() {
  // Chat programs like to escape the question mark.
  return location.hash.slice(1).replace(/%3F/i, "?")
}
