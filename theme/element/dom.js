// Small help for building elements: text only ever goes in as text, never as markup.

/** @typedef {Node | string} Child */

/**
 * The element that `selector` names in `root`, of the `kind` that our own templates wrote there.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function find(root, selector, kind) {
  const found = root.querySelector(selector)
  if (!(found instanceof kind)) throw new TypeError(`no ${kind.name} is ${selector}`)
  return found
}

/**
 * All that `selector` names in `root`, as far as they are of the `kind`.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T[]}
 */
export function findAll(root, selector, kind) {
  const found = [...root.querySelectorAll(selector)].filter((each) => each instanceof kind)
  return /** @type {T[]} */ (found)
}

/**
 * An element with properties and children; `null` children are left out.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
 * @param {...(Child | null | (Child | null)[])} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children.flat().filter((child) => child !== null))
  return made
}

/**
 * A button that says `text` and does `act`.
 * @param {string} text
 * @param {() => unknown} act
 * @param {string} [className]
 */
export function button(text, act, className = "md-button") {
  const made = element("button", { type: "button", className, textContent: text })
  made.addEventListener("click", act)
  return made
}

/**
 * Show `children` in `container` and unhide it; with none, empty and hide it.
 * @param {HTMLElement} container
 * @param {...Child} children
 */
export function fill(container, ...children) {
  container.replaceChildren(...children)
  container.hidden = children.length === 0
}

/**
 * `template` with `{name}` replaced from `values`; `{count:row|rows}` counts the word behind it.
 * @param {string} template
 * @param {Record<string, unknown>} values
 */
export function format(template, values) {
  return template.replace(/\{(\w+):?([^|}]*)\|?([^}]*)\}/g, (_, name, one, more) => {
    const value = `${values[name]}`
    return one ? `${value} ${value === "1" ? one : more}` : value
  })
}

/**
 * Scroll only when what has just changed is drawn: in one frame, browsers and readers take what was
 * out of sight for something that moved.
 * @param {() => void} scroll
 */
export function onceDrawn(scroll) {
  requestAnimationFrame(() => setTimeout(scroll))
}

/**
 * Make a `change` without moving `kept`, or what has the focus: what comes or goes above it is
 * scrolled away.
 * @param {() => void} change
 * @param {Element} [kept]
 */
export function keepingPlace(change, kept = document.activeElement ?? document.body) {
  const before = kept.getBoundingClientRect().top
  change()
  const moved = kept.getBoundingClientRect().top - before
  if (moved) scrollBy({ top: moved, behavior: "instant" })
}

/**
 * Show `children` in `container`, as `fill` does: what a reader had unfolded in it stays open.
 * @param {HTMLElement} container
 * @param {...Child} children
 */
export function refill(container, ...children) {
  const opened = findAll(container, "details[open]", HTMLDetailsElement)
  const kinds = new Set(opened.map(({ className }) => className))
  fill(container, ...children)
  for (const folded of findAll(container, "details", HTMLDetailsElement)) {
    if (kinds.has(folded.className)) folded.open = true
  }
}

/**
 * Open whatever folds `inner` away.
 * @param {Element} inner
 */
export function unfold(inner) {
  let folded = inner.closest("details")
  while (folded) {
    folded.open = true
    folded = folded.parentElement?.closest("details") ?? null
  }
}
