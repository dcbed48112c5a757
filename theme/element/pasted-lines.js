// Several cells that are pasted into a field of one line stay apart: a browser puts blanks between
// them, and 12 above 300 would be 12 300.

/** @param {ClipboardEvent} event */
export function keepApart(event) {
  const lines =
    event.clipboardData
      ?.getData("text/plain")
      .trim()
      .split(/\s*[\r\n]\s*/) ?? []
  if (!(event.target instanceof HTMLInputElement) || lines.length < 2) return
  event.preventDefault()
  document.execCommand("insertText", false, lines.join("; ")) // can be undone, as what it stands for
}
