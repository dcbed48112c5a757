// Lists under headings of which a filter hides entries: a group that has none left goes, with its heading.

/**
 * @param {HTMLElement[]} groups each right behind its heading
 * @param {string} entry what an entry of theirs matches
 */
export function showGroups(groups, entry) {
  for (const group of groups) {
    group.hidden = !group.querySelector(`${entry}:not([hidden])`)
    const heading = group.previousElementSibling
    if (heading instanceof HTMLHeadingElement) heading.hidden = group.hidden
  }
}
