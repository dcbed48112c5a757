// What the runtime is doing, for a reader who waits; and what failed, with a way to try again.
import { button, element, fill, format } from "./dom.js"

/** @import { State } from "./runtime/connection.js" */
/** @import { CallFailure } from "./runtime/messages.js" */
/** @import { Words } from "./words.d.ts" */

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(1)

/**
 * Show `state` in `container`; `asked` is whether an answer is awaited.
 * @param {HTMLElement} container
 * @param {State} state
 * @param {boolean} asked
 * @param {Words["progress"]} words
 */
export function showProgress(container, state, asked, words) {
  const said = doing(state, asked, words)
  if (said === null) {
    fill(container)
    return
  }
  const bar = element("progress")
  if (state.name === "loading" && state.left && state.total) {
    bar.max = state.total
    bar.value = state.total - state.left
  }
  bar.setAttribute("aria-label", words.label)
  fill(container, element("p", { textContent: said }), bar)
}

/**
 * What is being done in words; `null` where a reader waits for nothing.
 * @param {State} state
 * @param {boolean} asked
 * @param {Words["progress"]} words
 */
export function doing(state, asked, words) {
  switch (state.name) {
    case "loading":
      if (state.left === null) return words.waiting
      if (state.left === 0) return words.starting
      return format(words.downloading, { left: megabytes(state.left) })
    case "starting":
      return words.starting
    case "ready":
      return asked ? words.working : null
    default:
      return null
  }
}

/**
 * Show why there is no answer, and a button that tries `again`: to load what has failed to load, or
 * else to answer. What has gone with an older site only comes with the page. `null` is no failure.
 * @param {HTMLElement} container
 * @param {{ name?: "failed", reason: CallFailure, again: () => unknown } | null} failed
 * @param {Words["failure"]} words
 */
export function showFailure(container, failed, words) {
  if (failed === null) {
    fill(container)
    return
  }
  const textContent = failed.name ? words.title : words.unanswered
  fill(
    container,
    element("p", { className: "calculator__heading", textContent }),
    element("p", { textContent: `${words[failed.reason]}${words.gap}${words.kept}` }),
    failed.reason === "outdated"
      ? button(words.reload, () => location.reload())
      : button(words.retry, failed.again),
  )
}
