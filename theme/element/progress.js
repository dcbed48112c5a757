// What the runtime is doing, for a reader who waits; and what failed, with a way to try again.
import { button, element, fill, format } from "./dom.js"

/** @import { State } from "./runtime/connection.js" */
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
 * Show why the runtime failed, and a button that calls `retry`.
 * @param {HTMLElement} container
 * @param {State} state
 * @param {Words["failure"]} words
 * @param {() => void} retry
 */
export function showFailure(container, state, words, retry) {
  if (state.name !== "failed") {
    fill(container)
    return
  }
  fill(
    container,
    element("p", { className: "calculator__heading", textContent: words.title }),
    element("p", { textContent: `${words[state.reason]}${words.gap}${words.kept}` }),
    button(words.retry, retry),
  )
}
