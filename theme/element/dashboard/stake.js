// What may be taken for an order, or for all in a state.
import { format } from "../dom.js"

/** @import { DashboardWords } from "../words.d.ts" */

/**
 * The amount as it is said; `null` where nothing may be taken.
 * @param {{ exposure: string, yuan: string }} amount in words, and as a bare number
 * @param {DashboardWords} words
 */
export function atStake({ exposure, yuan }, words) {
  return Number(yuan) ? format(words.at_stake, { amount: exposure }) : null
}
