import { idFrom, isStableId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import { isObject, objectAt, stringAt, stringsAt } from '../json.ts'
import type { App } from '../model.ts'

/** What a definition without `telar.json` is called and counts in. */
const fallback: App = {
  id: idFrom('ap', 'workspace'),
  name: 'workspace',
  version: '0.0.0',
  title: 'Telar',
  languages: ['en', 'es'],
  baseCurrency: 'EUR',
  rates: {},
  timeZone: 'Europe/Madrid',
  userAttributes: new Map(),
}

export const resolveApp = (document: JsonObject | undefined): App => {
  if (document === undefined) return fallback
  const languages = stringsAt(document, 'languages')
  const id = document['x-id']
  return {
    id: isStableId(id) ? id : idFrom('ap', stringAt(document, 'name') ?? fallback.name),
    name: stringAt(document, 'name') ?? fallback.name,
    version: stringAt(document, 'version') ?? fallback.version,
    title: stringAt(document, 'title') ?? fallback.title,
    languages: languages.length === 0 ? fallback.languages : languages,
    baseCurrency: stringAt(document, 'currency') ?? fallback.baseCurrency,
    rates: ratesIn(objectAt(document, 'currencies') ?? {}),
    timeZone: stringAt(document, 'timeZone') ?? fallback.timeZone,
    userAttributes: attributesIn(objectAt(document, 'userAttributes') ?? {}),
  }
}

const ratesIn = (currencies: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(currencies).flatMap(([currency, rate]) => (typeof rate === 'string' ? [[currency, rate]] : [])),
  )

const attributesIn = (attributes: JsonObject): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(attributes).flatMap(([name, words]) =>
      isObject(words) ? [[name, stringAt(words, 'title') ?? name] as const] : [],
    ),
  )
