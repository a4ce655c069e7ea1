import { isList, isObject, type Json, type JsonObject, objectAt } from '../json.ts'

/** Words of a schema that say something under a condition, or of several properties at once. */
const applicators = [
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'propertyNames',
]

/**
 * The schema of a record for somebody who may not know of some properties: without them, and without every condition
 * that names one (decisions.md 14). The server goes on enforcing the whole.
 */
export const cutSchema = (schema: JsonObject, hidden: ReadonlySet<string>): JsonObject => {
  const { properties, required, ...words } = withoutOrders(schema, hidden)
  const kept = Object.entries(words).flatMap(([word, value]): readonly (readonly [string, Json])[] => {
    if (word === 'patternProperties' && isObject(value)) return [[word, withoutPatterns(value, hidden)]]
    if (!applicators.includes(word)) return [[word, value]]
    if (word === 'allOf' && isList(value)) return [[word, value.filter((part) => !mentions(part, hidden))]]
    return mentions(value, hidden) ? [] : [[word, value]]
  })
  // Of `if`, `then` and `else` none stands alone.
  const isConditionWhole = ['if', 'then', 'else'].every((word) => !mentions(words[word] ?? null, hidden))
  return withoutUnused({
    ...Object.fromEntries(isConditionWhole ? kept : kept.filter(([word]) => !['if', 'then', 'else'].includes(word))),
    ...(isObject(properties)
      ? { properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name))) }
      : {}),
    ...(isList(required) ? { required: required.filter((name) => typeof name !== 'string' || !hidden.has(name)) } : {}),
  })
}

/** Patterns may spell out a name. */
const withoutPatterns = (patterns: JsonObject, hidden: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(
    Object.entries(patterns).filter(
      ([pattern, value]) => ![...hidden].some((name) => pattern.includes(name)) && !mentions(value, hidden),
    ),
  )

/** Lists of names under words of other tools, like `ui:order`. */
const withoutOrders = (schema: JsonObject, hidden: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).map(([word, value]) =>
      word.includes(':') && isList(value) ? [word, value.filter((item) => !mentions(item, hidden))] : [word, value],
    ),
  )

const shelves = ['$defs', 'definitions']

/** Without the definitions that nothing kept leads to, however far around. */
const withoutUnused = (schema: JsonObject): JsonObject => {
  if (!shelves.some((shelf) => isObject(schema[shelf]))) return schema
  const all = shelves.flatMap((shelf) => Object.entries(objectAt(schema, shelf) ?? {}))
  const used = new Set<string>()
  let refs = refsIn(Object.entries(schema).flatMap(([word, value]) => (shelves.includes(word) ? [] : [value])))
  if (typeof schema['$ref'] === 'string') refs = [...refs, schema['$ref']]
  while (refs.length > 0) {
    const found = all.filter(([name, value]) => !used.has(name) && refs.some((ref) => leadsTo(ref, name, value)))
    for (const [name] of found) used.add(name)
    refs = found.flatMap(([, value]) => refsIn(value))
  }
  return Object.fromEntries(
    Object.entries(schema).map(([word, value]) =>
      shelves.includes(word) && isObject(value)
        ? [word, Object.fromEntries(Object.entries(value).filter(([name]) => used.has(name)))]
        : [word, value],
    ),
  )
}

/** By its place, or by a name that it gives itself. */
const leadsTo = (ref: string, name: string, value: Json): boolean => {
  const steps = (ref.split('#')[1] ?? '')
    .split('/')
    .map((step) => decoded(step).replaceAll('~1', '/').replaceAll('~0', '~'))
  if (shelves.includes(steps[1] ?? '') && steps.includes(name)) return true
  return namesOf(value).some((own) => ref === own || ref.split('#').includes(own))
}

/** A `%` that escapes nothing stands for itself. */
const decoded = (step: string): string =>
  step.replaceAll(/%([0-7][\da-f])/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

const namesOf = (value: Json): readonly string[] => textsUnder(value, ['$id', 'id', '$anchor', '$dynamicAnchor'])

const refsIn = (value: Json): readonly string[] => textsUnder(value, ['$ref', '$dynamicRef', '$recursiveRef'])

const textsUnder = (value: Json, words: readonly string[]): readonly string[] => {
  if (isList(value)) return value.flatMap((item) => textsUnder(item, words))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([word, item]) =>
    typeof item === 'string' && words.includes(word) ? [item] : textsUnder(item, words),
  )
}

/** Whether something written names one of these, as a key or as a text. */
export const mentions = (value: Json, names: ReadonlySet<string>): boolean => {
  if (typeof value === 'string') return names.has(value) || names.has(value.split('.')[0] ?? '')
  if (isList(value)) return value.some((item) => mentions(item, names))
  return isObject(value) && Object.entries(value).some(([key, item]) => names.has(key) || mentions(item, names))
}
