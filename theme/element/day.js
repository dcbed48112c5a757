// The day whose rules answer, and the fields that its formula asks for.

/** Today on Douyin's clock, UTC+8. */
export function today() {
  return now().slice(0, 10)
}

/** This minute on Douyin's clock, as a form writes it: 2026-11-25 09:30. */
export function now() {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ")
}

/**
 * Show the fields that the formula of the form's day asks for. The others keep what was typed into
 * them, and do not send it. `judgedBy` names the fields whose day counts where none was chosen.
 */
export function showAsked(form, judgedBy) {
  const day = dayOf(form, judgedBy)
  for (const group of form.querySelectorAll("[data-asked]")) {
    const periods = JSON.parse(group.dataset.asked)
    group.hidden = !periods.some(([first, last]) => first <= day && (!last || day <= last))
    for (const input of group.querySelectorAll("input, textarea")) input.disabled = group.hidden
    if (group instanceof HTMLFieldSetElement) group.disabled = group.hidden
  }
}

/** Let the buttons with former days choose one of them. */
export function offerFormerDays(form) {
  form.addEventListener("click", ({ target }) => {
    if (!target.matches(".field__day")) return
    form.elements.on.value = target.value
    form.elements.on.dispatchEvent(new Event("input", { bubbles: true }))
  })
}

// Days are compared as texts: 2026-05-06, or 2026-05-06T09:30.
function dayOf(form, judgedBy) {
  const typed = ["on", ...judgedBy].map((name) => form.elements[name]?.value).find(Boolean)
  return (typed ?? today()).slice(0, 10)
}
