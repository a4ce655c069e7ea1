/** Prefixes of stable ids, by what they name. */
export const idPrefixes = {
  app: 'ap',
  module: 'mo',
  field: 'fi',
  optionList: 'ol',
  option: 'op',
  layout: 'la',
  view: 'vi',
  navigation: 'na',
  role: 'ro',
  sharing: 'sh',
} as const

export type IdPrefix = (typeof idPrefixes)[keyof typeof idPrefixes]

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

const pattern = /^[a-z]{2}_[a-z2-7]{4,10}$/

export const isStableId = (value: unknown): value is string => typeof value === 'string' && pattern.test(value)

/** The same names give the same id everywhere, so two branches that add the same field agree (decisions.md 2). */
export const idFrom = (prefix: IdPrefix, ...names: readonly string[]): string => {
  let hash = fnv1a(names.join('\u0000'))
  let text = ''
  for (let place = 0; place < 10; place += 1) {
    text += alphabet[Number(hash & 31n)] ?? ''
    hash >>= 5n
  }
  return `${prefix}_${text}`
}

/** The id of these names, or the next one that nothing else has: what takes the old name of something else is another thing. */
export const freeId = (taken: ReadonlySet<string>, prefix: IdPrefix, ...names: readonly string[]): string => {
  let id = idFrom(prefix, ...names)
  for (let next = 2; taken.has(id); next += 1) id = idFrom(prefix, ...names, String(next))
  return id
}

/** FNV-1a with 64 bits (Fowler, Noll, Vo) and a final mix, over UTF-16 code units. */
const fnv1a = (text: string): bigint => {
  let hash = 0xcbf29ce484222325n
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n)
  }
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn)
  return hash ^ (hash >> 29n)
}

/** The physical name of a table or column at birth: readable, unique by its id, short enough for `_<part>` behind it. */
export const physicalName = (name: string, id: string): string => {
  const slug = name
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 36)
  return `${slug === '' ? 'x' : slug}_${id.slice(3)}`
}
