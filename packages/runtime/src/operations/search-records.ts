import { isStorableText } from '@telar/metadata'
import { rows, run } from '../database/pool.ts'
import { join, raw, type Sql, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { type Caller, enterToRead, type Readable, readableModule } from './caller.ts'
import { inTransaction } from './in-transaction.ts'
import { escapeLike, wordsOf } from './row-choice.ts'

/** A record that was found, best first. */
export interface SearchHit {
  readonly module: string
  readonly id: string
  readonly label: string
}

export interface SearchRequest {
  readonly q: string
  /** Only these modules; all that the caller may read otherwise. */
  readonly modules?: ReadonlySet<string>
  readonly limit: number
}

/** Shorter texts have no trigram to be found by: they are looked for at the start of labels only. */
const shortestWord = 3

/** Rows of one module that are ranked; of a word that is everywhere, any so many will do beside those it begins. */
const mostRanked = 2000

/** How alike the words have to be to a part of the text (0 to 1), tried in turn: a letter wrong, one too few, two that changed places. */
const likenesses = [0.6, 0.45, 0.3]

/** Records of every module by the words of their texts: names first, then mentions, then what is spelt alike. */
export const searchRecords = async (caller: Caller, request: SearchRequest): Promise<readonly SearchHit[]> => {
  if (!isStorableText(request.q)) throw new TelarError('BAD_PARAMETER', { params: { name: 'q', reason: 'NUL' } })
  const words = wordsOf(request.q)
  const places = placesOf(caller, request.modules)
  if (words.length === 0 || places.length === 0) return []
  const text = words.join(' ')
  if (words.every((word) => word.length < shortestWord))
    return find(caller, places, { ...byStartOfLabel(text), limit: request.limit })
  const found = await find(caller, places, { ...byWords(words, text), limit: request.limit })
  return found.length > 0 ? found : findAlike(caller, places, { text, limit: request.limit })
}

/** What the index calls alike is a setting of the connection, so each degree is a transaction of its own. */
const findAlike = async (
  caller: Caller,
  places: readonly Readable[],
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<readonly SearchHit[]> => {
  for (const likeness of likenesses) {
    const found = await inTransaction(caller, async (inside) => {
      await run(inside.database, raw(`set local pg_trgm.word_similarity_threshold = ${likeness}`))
      return find(inside, places, { ...byLikeness(text), limit })
    })
    if (found.length > 0) return found
  }
  return []
}

const placesOf = (caller: Caller, modules: ReadonlySet<string> | undefined): readonly Readable[] =>
  modules === undefined
    ? [...caller.snapshot.modules.keys()].flatMap((name) => readableModule(caller, name) ?? [])
    : [...modules].map((name) => enterToRead(caller, name))

/** What makes a row of alias `t` a hit, by any of these conditions, and how good a one: the smaller the rank the better. */
interface Search {
  readonly conditions: readonly Sql[]
  readonly rank: Sql
}

/** One statement over all modules, each giving its own best. */
const find = async (
  caller: Caller,
  places: readonly Readable[],
  search: Search & { readonly limit: number },
): Promise<readonly SearchHit[]> => {
  const branches = places.map(({ served, reading }) => {
    const candidates = search.conditions.map(
      (condition) => sql`(select t.id, t.label, t.search from ${reading.tables.records(served.module.table)} t
        where t.deleted_at is null and ${condition} limit ${mostRanked})`,
    )
    return sql`(select ${served.module.name} as module, t.id, t.label, ${search.rank} as rank from (${join(candidates, ' union ')}) t
      order by rank, t.label, t.id limit ${search.limit})`
  })
  const found = await rows(
    caller.database,
    sql`select module, id, label from (${join(branches, ' union all ')}) x order by rank, label, id limit ${search.limit}`,
  )
  return found.map(([module, id, label]) => ({ module: String(module), id: String(id), label: String(label) }))
}

/** Labels that begin so, read off the label's own index; its order takes case and accents for small differences. */
const beginsWith = (text: string): Sql => sql`t.label >= ${text} and t.label < ${`${text}\uFFFF`}`

const byStartOfLabel = (text: string): Search => ({ conditions: [beginsWith(text)], rank: raw('0') })

/** All words somewhere in the record's texts. The first line of the folded texts is the folded label. */
const byWords = (words: readonly string[], text: string): Search => {
  const label = raw(String.raw`split_part(t.search, E'\n', 1)`)
  const all = words.map((word) => sql`t.search like ${`%${escapeLike(word)}%`}`)
  return {
    conditions: [beginsWith(text), join(all, ' and ')],
    rank: sql`case when ${label} = ${text} then 0 when ${label} like ${`${escapeLike(text)}%`} then 1
      when ${label} like ${`% ${escapeLike(text)}%`} then 2 when ${label} like ${`%${escapeLike(text)}%`} then 3 else 4 end`,
  }
}

/** Texts that have something like the words: a slip of the finger, a letter too few. */
const byLikeness = (text: string): Search => ({
  conditions: [sql`${text} <% t.search`],
  rank: sql`1 - word_similarity(${text}, t.search)`,
})
