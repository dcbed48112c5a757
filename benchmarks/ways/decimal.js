// The amount alone, by a library of decimals: no rules of other days, no checks, steps, sources or
// sentences in two languages.
export async function begin() {
  const { default: Decimal } = await import("./packages/decimal/decimal.mjs")
  return (text) => {
    const paid = new Decimal(text)
    if (paid.lte(3)) return "0.00"
    if (paid.lt(300)) return "3.00"
    return Decimal.min(paid.times("0.01"), 30).toFixed(2, Decimal.ROUND_HALF_UP)
  }
}
