// What a question asks for: its words without those that only ask, Chinese in runs, the rest by beginnings.

// Words that only ask, tell of a hurry or fill a sentence, and particles. They part the runs of a Chinese question.
const ASKING = new RegExp(
  [
    "怎么办|怎么样|怎么弄|怎么做|怎么搞|怎么回事|怎么说|怎么|怎样|咋办|咋整|咋弄|咋|为什么|为啥|干什么|干嘛|什么时候|什么意思|是什么|什么|啥时候|啥意思|啥",
    "多长时间|多少钱|多少天|多少|多久|几天内|几天|几个|几块|几次|几点|哪些|哪个|哪里|哪儿|哪家|哪种|在哪|谁|时间",
    "能不能|可不可以|可以|如何|要不要|会不会|有没有|是不是|够不够|算不算|行不行|好不好|合适|需要|应该|必须|已经|还能|还要|还是|还有|能否|是否",
    "请问|求助|求教|请教|急急|帮忙|帮我|告诉|想问|问下|问一下|谢谢|麻烦|大家|以后|专门|马上|东西|要求|老板|朋友们|有人|有知道|知道|新手|小白",
    "会怎样|会怎么|的话|如果|因为|所以|但是|可是|然后|现在|今天|昨天|刚刚|刚才|突然|一直|总是|老是|一次|一下|这个|那个|这些|那些|这种|这样|那样|这单|这笔|这次|自己|我们|你们|他们|人家",
    "[一两几][天单件个块]|[几数]?[十百千][几多]?[件个单]|[吗呢的了是哪吧啊么呀嘛我您你他她它们被把在和与跟给让很太就都也]",
  ].join("|"),
  "g",
)
const EVERYDAY = new Set(
  "guy guys man woman lady stuff random yesterday tomorrow forever whenever anyway actually somehow during a about after again ago all already also always am an and another any anyone anything are as ask asked asking at be because been before being believe both but by can cannot cant could day days did didn do does doesn doing don done dont each else even ever every everything explain find for from get gets getting give given go goes going gone got gets had happen happened happens has have having he hello help her here hi him his how i if im in into is isn it its just keep kind know last let like long look lot ll made make makes many may maybe me mean means might mine more most much must my myself need needed needs never new next no not now of off often ok on one ones only or other our out over person please put re really right s said same see shall she should show since so some somebody someone something soon still such suddenly sure t take takes tell than thanks that the their them then there these they thing things think this those though through to today too tried try trying two under until up upon us use used using ve very want wanted wants was way we well went were what whats when where whether which while who whom whose why will with without won wont work would yes yet you your yuan yuans".split(
    " ",
  ),
)
const ENDING = /(?:ings?|ables?|ed|es?|s|ers?|ies|ally|ly|y|ments?)$/
const INFLECTED = /(?:s|ed|ing)$/
// shipped and shipping begin as ship does; selling as sell.
const DOUBLED = /([bdgmnprt])\1$/
const CHINESE = /[\u4e00-\u9fff]+/g
const DIGITS = "一两三四五六七八九"
const TEN_THOUSANDS = /(\d+(?:\.\d+)?|[一两三四五六七八九]) ?万/g
const LATIN = /[a-z0-9]+/g
const LATIN_ONLY = /^[a-z0-9 ]+$/

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
 * A text as pieces of a question are looked up in it: words by their beginnings, without those that only ask.
 * @param {string} text
 */
export function searchable(text) {
  return plainly(text).replace(/[a-z]+ /g, (word) => {
    const short = word.slice(0, -1)
    return EVERYDAY.has(short) ? "" : `${beginning(short)} `
  })
}

/**
 * A word without its ending, as long as something is left of it.
 * @param {string} word
 */
export function beginning(word) {
  let short = BEGINNINGS.get(word)
  if (short === undefined) {
    short = word.replace(ENDING, "")
    // fees has no more to lose than its s.
    if (short.length < 3) short = word.length > 3 ? word.replace(/s$/, "") : word
    else if (short !== word) short = short.replace(DOUBLED, "$1")
    BEGINNINGS.set(word, short)
  }
  return short
}

/** @type {Map<string, string>} */
const BEGINNINGS = new Map()

/** @type {Map<string, RegExp>} */
const PATTERNS = new Map()

/**
 * Where a question has `words`, in whatever form.
 * @param {string} words
 */
export function typed(words) {
  let pattern = PATTERNS.get(words)
  if (!pattern) {
    const text = plainly(words)
    const latin = LATIN_ONLY.test(text)
    const each = text
      .trim()
      .split(" ")
      .map((word) => `${word.replace(INFLECTED, "")}(?:s|es|ed|ing)?`)
    pattern = new RegExp(latin ? ` ${each.join(" ")} ` : text.trim())
    PATTERNS.set(words, pattern)
  }
  return pattern
}
