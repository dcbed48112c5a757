// What is pasted into a text field: a long text is held beside it, and the field says how long it is.

// A longer text in a text field would block the page for as long as it takes to lay out.
const SHORT = 20_000

/**
 * The text for which what stands in a field is a stand-in.
 * @type {WeakMap<HTMLTextAreaElement, string>}
 */
const held = new WeakMap()

/**
 * Hold what is too long for `field`; `words` say how many lines that are.
 * @param {HTMLTextAreaElement} field
 * @param {(lines: number) => string} words
 */
export function takeLong(field, words) {
  // What stands for a text is none itself: whatever comes next takes its place.
  const leave = () => {
    if (held.delete(field)) field.value = ""
  }
  field.addEventListener("beforeinput", leave)
  field.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? ""
    if (!text) return
    leave()
    if (text.length <= SHORT) return
    event.preventDefault()
    const whole = joined(field, text)
    field.value = words(whole.split("\n").length)
    held.set(field, whole)
  })
}

/**
 * What was pasted or typed into a field that {@link takeLong} looks after.
 * @param {HTMLTextAreaElement} field
 */
export function pastedText(field) {
  return held.get(field) ?? field.value
}

/**
 * What is in the field with `text` in the place of what is selected, on lines of its own.
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
function joined({ value, selectionStart, selectionEnd }, text) {
  const parts = [value.slice(0, selectionStart), text, value.slice(selectionEnd)].filter(Boolean)
  return parts
    .map((part, at) => (at && !parts[at - 1]?.endsWith("\n") ? `\n${part}` : part))
    .join("")
}
