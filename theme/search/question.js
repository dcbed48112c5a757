// What a question asks for: its words without those that only ask, Chinese in runs, the rest by beginnings.

// Words that only ask, and particles. They part the runs of a Chinese question.
const ASKING =
  /怎么办|怎么样|怎么|怎样|新手|谁|[一两几][天单件个块]|为什么|什么时候|多长时间|什么|多少钱|多少|多久|能不能|可不可以|可以|时间|如何|要不要|会不会|有没有|是不是|够不够|需要|应该|已经|请问|[吗呢的了是哪吧啊么呀我您你被把在和与]/g
const EVERYDAY = new Set(
  "a about all am an and any are as at be been by can could did do does done for from get gets got had has have how i if in into is it its just kind many may me much must my need needed needs no not of off on one or our out over please shall should so some than that the their them then there these they this those to too under up upon us was we were what when where whether which while who whom whose why will with without would you your yuan".split(
    " ",
  ),
)
const ENDING = /(?:ings?|able|ed|es|s|ers?|ies|y)$/
const CHINESE = /[\u4e00-\u9fff]+/g
const DIGITS = "一两三四五六七八九"
const TEN_THOUSANDS = /(\d+(?:\.\d+)?|[一两三四五六七八九]) ?万/g
const LATIN = /[a-z0-9]+/g

/**
 * Text in one manner of writing: small letters, half width, words of letters or digits between blanks.
 * @param {string} text
 */
export function plainly(text) {
  const words = numbered(text.normalize("NFKC").toLowerCase()).replace(LATIN, " $& ")
  return ` ${words.replace(/[^a-z0-9\u4e00-\u9fff]+/g, " ").trim()} `
}

/**
 * Numbers without separators and without 万: 20,000, 2 万 and 两万 are 20000.
 * @param {string} text
 */
function numbered(text) {
  return text
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(TEN_THOUSANDS, (_, count) => String(10_000 * (DIGITS.indexOf(count) + 1 || count)))
}

/**
 * What is looked up of a question: runs of Chinese, and beginnings of words behind a blank.
 * @param {string} asked
 */
export function wanted(asked) {
  const text = plainly(asked)
  const words = text.match(LATIN) ?? []
  return [
    ...(text.replace(ASKING, " ").match(CHINESE) ?? []),
    ...words.filter((word) => !EVERYDAY.has(word)).map((word) => ` ${beginning(word)}`),
  ]
}

/**
 * A word without its ending, as long as something is left of it.
 * @param {string} word
 */
export function beginning(word) {
  const short = word.replace(ENDING, "")
  return short.length > 2 ? short : word
}
