/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((over) => {
    setTimeout(over, milliseconds)
  })
}
