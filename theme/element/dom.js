// Small help for building elements: text only ever goes in as text, never as markup.

/** An element with properties and children; `null` children are left out. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children.flat().filter((child) => child !== null))
  return made
}

/** A button that says `text` and does `act`. */
export function button(text, act, className = "md-button") {
  const made = element("button", { type: "button", className, textContent: text })
  made.addEventListener("click", act)
  return made
}

/** Show `children` in `container` and unhide it; with none, empty and hide it. */
export function fill(container, ...children) {
  container.replaceChildren(...children)
  container.hidden = children.length === 0
}

/** `template` with `{name}` replaced from `values`. */
export function format(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name])
}

/** Do `steps` one after the other, each in a frame of its own, so that no frame takes long. */
export async function inFrames(steps) {
  for (const step of steps) {
    step()
    // A page that is not on show has no frames; it must come to its end all the same.
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve))
      setTimeout(resolve, 200)
    })
  }
}

/** A whole number with thousands marks. (toLocaleString() takes a tenth of a second to wake up.) */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",")
}
