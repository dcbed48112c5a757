// Whether an entry of the list is meant by what was typed: part of its words, or a sentence that holds one.
import { plain } from "../../element/choice-picker/plain.js"

const BETWEEN = /[\s\p{P}\p{S}]+/u
// A single character stands in half of all sentences.
const SHORTEST = 2

/**
 * The words of `text`, in half width and small letters, without the marks between them.
 * @param {string} text
 */
function parts(text) {
  return plain(text)
    .toLowerCase()
    .split(BETWEEN)
    .filter((part) => part !== "")
}

/**
 * Whether `asked` names an entry; an empty question names all.
 * @param {string} asked
 * @param {{ names: string[], means: string }} entry the words by which it is known, and what they mean
 */
export function matches(asked, { names, means }) {
  const wanted = parts(asked)
  const sentence = wanted.join("")
  const known = names.map((name) => parts(name).join(""))
  const texts = [...known, parts(means).join("")]
  return (
    wanted.every((part) => texts.some((text) => text.includes(part))) ||
    texts.some((text) => sentence.length >= SHORTEST && text.includes(sentence)) ||
    known.some((name) => name.length >= SHORTEST && sentence.includes(name))
  )
}
