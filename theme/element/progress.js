// What the runtime is doing, for a reader who waits; and what failed, with a way to try again.
import { button, element, fill, format } from "./dom.js"

const megabytes = (bytes) => (bytes / 1e6).toFixed(1)

/** Show `state` (see runtime.js) in `container`; `asked` is whether an answer is awaited. */
export function showProgress(container, state, asked, words) {
  if (state.name === "failed" || state.name === "idle" || (state.name === "ready" && !asked)) {
    fill(container)
    return
  }
  const downloading = state.name === "loading" && state.left > 0
  const bar = element("progress", downloading ? { max: state.total, value: state.total - state.left } : {})
  bar.setAttribute("aria-label", words.label)
  fill(container, element("p", { textContent: doing(state, words) }), bar)
}

function doing(state, words) {
  if (state.name === "ready") return words.working
  if (state.name === "starting" || state.left === 0) return words.starting
  if (state.left === null) return words.waiting
  return format(words.downloading, { left: megabytes(state.left) })
}

/** Show why the runtime failed, and a button that calls `retry`. */
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
