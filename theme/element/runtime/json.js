// What crosses from page to Python is text of JSON; its type says of what.

/**
 * A text of JSON of a `T`.
 * @template T
 * @typedef {string & { readonly of?: T }} Json
 */

/**
 * @template T
 * @param {T} value
 * @returns {Json<T>}
 */
export function written(value) {
  return JSON.stringify(value)
}

/**
 * @template T
 * @param {Json<T>} text
 * @returns {T}
 */
export function read(text) {
  return JSON.parse(text)
}
