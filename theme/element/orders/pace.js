// How long a file of orders still takes, by the pace it has had so far.
// Before so many milliseconds a pace is a guess.
const SETTLED = 3_000

/** From the first call on: the seconds left when `share` (0 to 1) is done at `now` (ms), or `null`. */
export function pace() {
  /** @type {{ share: number, now: number } | null} */
  let begun = null
  /**
   * @param {number} share
   * @param {number} now
   */
  return (share, now) => {
    begun ??= { share, now }
    const [done, taken] = [share - begun.share, now - begun.now]
    return taken < SETTLED || done <= 0 ? null : ((taken / done) * (1 - share)) / 1000
  }
}

/**
 * Which sentence says so many seconds, and the count it names: no more exact than it can be.
 * @param {number} seconds
 * @returns {[sentence: "minutes_left" | "seconds_left", count: number]}
 */
export function inWords(seconds) {
  if (seconds > 90) return ["minutes_left", Math.ceil(seconds / 60)]
  return ["seconds_left", Math.max(5, Math.ceil(seconds / 5) * 5)]
}
