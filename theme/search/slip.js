// Whether a word was meant as another: one letter too many, missing, wrong, or two that changed places.

/**
 * @param {string} typed
 * @param {string} meant
 */
export function isSlip(typed, meant) {
  const longer = typed.length - meant.length
  if (Math.abs(longer) > 1 || typed[0] !== meant[0]) return false
  let i = 0
  while (i < typed.length && typed[i] === meant[i]) i += 1
  const rest = typed.slice(i)
  const wanted = meant.slice(i)
  if (longer === 1) return rest.slice(1) === wanted
  if (longer === -1) return rest === wanted.slice(1)
  const turned = rest[0] === wanted[1] && rest[1] === wanted[0]
  return rest.slice(1) === wanted.slice(1) || (turned && rest.slice(2) === wanted.slice(2))
}
