// Scripts of pages, of the worker and of Node. tsc knows which names there are; these rules are
// about what is written with them.
import js from "@eslint/js"
import globals from "globals"

const NAMES = ["ELEMENT", "LIST", "MANIFEST", "PANEL", "WORKER"]
const BUNDLED = Object.fromEntries(NAMES.map((name) => [name, "readonly"]))
const TESTS_AND_TOOLS = ["**/*.test.js", "{macros,tests}/**/*.mjs", "*.config.js"]

export default [
  { ignores: ["site/", "node_modules/", ".venv/", ".cache/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "consistent-return": "error",
      curly: ["error", "multi-line"],
      "default-case-last": "error",
      eqeqeq: "error",
      "func-style": ["error", "declaration", { allowArrowFunctions: true }],
      "no-console": ["error", { allow: ["info", "warn"] }],
      "no-constructor-return": "error",
      "no-else-return": "error",
      "no-eval": "error",
      "no-implicit-coercion": "error",
      "no-implied-eval": "error",
      "no-lonely-if": "error",
      "no-new-wrappers": "error",
      "no-param-reassign": "error",
      "no-promise-executor-return": "error",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
          property,
          message: "Text goes in as text: see dom.js.",
        })),
      ],
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-template-curly-in-string": "error",
      "no-unmodified-loop-condition": "error",
      "no-unreachable-loop": "error",
      "no-unused-expressions": "error",
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-object-spread": "error",
      "prefer-template": "error",
      "require-atomic-updates": "error",
      yoda: "error",
    },
  },
  {
    files: ["theme/**/*.js"],
    languageOptions: { globals: { ...globals.browser, ...BUNDLED } },
  },
  {
    files: ["theme/**/worker.js"],
    languageOptions: { globals: { ...globals.worker, ...BUNDLED } },
  },
  {
    files: ["benchmarks/**/*.js"],
    languageOptions: { globals: { ...globals.browser, ...globals.worker } },
  },
  {
    files: TESTS_AND_TOOLS,
    languageOptions: { globals: { ...globals.node } },
    rules: { "no-console": "off" }, // what they make or find is printed
  },
]
