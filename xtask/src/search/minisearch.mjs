// MiniSearch as the Integreat app calls it (shared/src/hooks/useSearch.ts of digitalfabrik/integreat-app, release 2026.8.1),
// behind lines of JSON: a request on standard input, its answer on standard output. The argument is `AND`, which Integreat has
// had since June 2025, or `OR`, which it had before.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(process.env.CITTADINI_NODE_MODULES + '/')
const MiniSearch = require('minisearch')
const combineWith = process.argv[2]
const indexes = new Map()

const normalize = text =>
  text.normalize('NFKD').replace(/\p{Mark}/gu, '').replace(/ß/g, 'ss').toLowerCase().trim()

const newIndex = () =>
  new MiniSearch({
    idField: 'page',
    fields: ['title', 'body'],
    extractField: (document, field) => (field === 'body' ? normalize(document.body) : document[field]),
    processTerm: normalize,
    searchOptions: { boost: { title: 2 }, fuzzy: 0.25, prefix: true, combineWith },
  })

const answers = {
  index({ language, documents }) {
    const index = newIndex()
    for (const document of documents) if (!index.has(document.page)) index.add(document)
    indexes.set(language, index)
    return {}
  },
  search({ languages, words, limit }) {
    const start = performance.now()
    const found = languages.flatMap(language => indexes.get(language)?.search(normalize(words)) ?? [])
    if (languages.length > 1) found.sort((one, other) => other.score - one.score)
    const pages = [...new Set(found.map(({ id }) => id))].slice(0, limit)
    return { pages, ms: performance.now() - start }
  },
  bytes() {
    let bytes = 0
    for (const index of indexes.values()) bytes += Buffer.byteLength(JSON.stringify(index))
    return { bytes }
  },
}

const answer = line => {
  try {
    const { call, ...request } = JSON.parse(line)
    return answers[call](request)
  } catch (error) {
    return { error: String(error) }
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(JSON.stringify(answer(line)) + '\n')
}
