// What the runtime is doing, for a reader who waits; and what failed, with a way to try again.
import { button, element, fill, find, format, unfold } from "./dom.js"
import { inWords, pace } from "./orders/pace.js"

/** @import { State } from "./runtime/connection.js" */
/** @import { CallFailure } from "./runtime/messages.js" */
/** @import { Words } from "./words.d.ts" */

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(1)

// Of the load that is going on, which all calculators of a page wait for.
let secondsLeft = pace()

/**
 * Show `state` in `container`; `asked` is whether an answer is awaited. What is being done is spoken
 * when it changes; how much is left, which changes with every part that comes, is only to be seen.
 * The room stays when it is over (see `leaveRoom`): nothing is to move while a reader types.
 * @param {HTMLElement} container
 * @param {State} state
 * @param {boolean} asked
 * @param {Words["progress"]} words
 * @param {HTMLElement | null} examples what to look at meanwhile
 */
export function showProgress(container, state, asked, words, examples) {
  if (state.name !== "loading") secondsLeft = pace()
  const said = doing(state, asked, words) ?? ""
  const spoken = find(container, "[role=status]", HTMLElement)
  if (spoken.textContent !== said) spoken.textContent = said
  const moving = find(container, ".calculator__moving", HTMLElement)
  if (said === "") {
    fill(moving)
    return
  }
  if (moving.hidden) fill(moving, ...parts(examples, words))
  const left = find(moving, "p", HTMLElement)
  const bar = find(moving, "progress", HTMLProgressElement)
  bar.setAttribute("aria-label", words.label)
  if (state.name === "loading" && state.left && state.total) {
    bar.max = state.total
    bar.value = state.total - state.left
    left.textContent = leftOf(state.left, state.total, words)
  } else {
    bar.removeAttribute("value")
    left.textContent = ""
  }
  container.style.minHeight = `${container.offsetHeight}px`
}

/**
 * Give back the room of what is over.
 * @param {HTMLElement} container
 */
export function leaveRoom(container) {
  container.style.minHeight = ""
}

/**
 * @param {HTMLElement | null} examples
 * @param {Words["progress"]} words
 */
function parts(examples, words) {
  const made = [element("p"), element("progress")]
  if (!examples) return made
  const href = `#${examples.id}`
  const link = element("a", { className: "calculator__meanwhile", href }, words.meanwhile)
  link.addEventListener("click", (event) => {
    // The address keeps what is being asked.
    event.preventDefault()
    event.stopPropagation()
    unfold(examples)
    examples.scrollIntoView()
  })
  return [...made, link]
}

/**
 * How many bytes are left, and how long they take at the pace of those that have come.
 * @param {number} left
 * @param {number} total
 * @param {Words["progress"]} words
 */
function leftOf(left, total, words) {
  const said = format(words.left, { left: megabytes(left) })
  const seconds = secondsLeft(1 - left / total, performance.now())
  if (seconds === null) return said
  const [sentence, count] = inWords(seconds)
  return said + format(words[sentence], { count })
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
      return words.waiting
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
