// Small help for building elements: text only ever goes in as text, never as markup.

/** An element with properties and children; `null` children are left out. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children.flat().filter((child) => child !== null))
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
