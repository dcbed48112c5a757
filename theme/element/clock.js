// Whether this device's clock tells the right day, for rules are chosen by it.

const DAY = 86_400_000 // milliseconds; a clock may be of another time zone

/**
 * How far our own server's clock is ahead of the time since this page was opened; `null` where it
 * does not tell, and nothing while it was not asked.
 * @type {number | null | undefined}
 */
let ahead

/**
 * Whether the clock is off by more than a day. Our server is asked once, and again before anybody is
 * told: a device that slept has not counted. Where it does not tell, a day before the site was
 * `built` is wrong all the same.
 * @param {string} built a day, 2026-11-26
 */
export async function isClockWrong(built) {
  if (ahead !== undefined && !isOff(built)) return false
  await ask()
  return isOff(built)
}

/** @param {string} built */
function isOff(built) {
  const now = Date.now()
  // To the millisecond, also where the clock was set while the page was open.
  if (typeof ahead === "number") return Math.abs(now - performance.now() - ahead) > DAY
  return now < Date.parse(built) - DAY
}

async function ask() {
  try {
    const { headers } = await fetch(location.href, { method: "HEAD", cache: "no-store" })
    const told = Date.parse(headers.get("date") ?? "")
    // A host that keeps copies tells for how long it has kept this one.
    const age = Number(headers.get("age") ?? 0) * 1_000
    ahead = Number.isNaN(told) ? null : told + age - performance.now()
  } catch {
    ahead = null
  }
}
