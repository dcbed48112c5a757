// The style sheets, as they stand in theme/.
const KEBAB = "[a-z]+(-[a-z0-9]+)*"

export default {
  extends: "stylelint-config-standard",
  rules: {
    // Blocks, their elements and variants: field, field__label, field--wrong.
    "selector-class-pattern": `^${KEBAB}(__${KEBAB})?(--${KEBAB})?$`,
    "custom-property-pattern": `^${KEBAB}(--${KEBAB})?$`, // the theme's have variants, too
    // Rules stand by the part that they are for; two of different parts meet on no element.
    "no-descending-specificity": null,
    // (width <= 30rem) asks for newer browsers than Pyodide does.
    "media-feature-range-notation": "prefix",
  },
}
