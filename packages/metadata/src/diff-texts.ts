import type { Change } from './diff.ts'
import { documentKinds } from './document/index.ts'
import { fieldTypes } from './fields/index.ts'
import type { Json, JsonObject } from './json.ts'
import { fill, type Language, type Text } from './language.ts'

const texts: Readonly<Record<string, Text>> = {
  'module.added': { en: 'New module “{module}”', es: 'Nuevo módulo «{module}»' },
  'module.removed': { en: 'Module “{module}” removed', es: 'Se quita el módulo «{module}»' },
  'module.renamed': {
    en: 'Module “{from}” is now called “{module}”',
    es: 'El módulo «{from}» pasa a llamarse «{module}»',
  },
  'module.changed': { en: 'Module “{module}” changed', es: 'Cambia el módulo «{module}»' },
  'field.added': { en: 'New field “{field}” on “{module}”', es: 'Nuevo campo «{field}» en «{module}»' },
  'field.removed': { en: 'Field “{field}” removed from “{module}”', es: 'Se quita el campo «{field}» de «{module}»' },
  'field.renamed': {
    en: 'Field “{from}” of “{module}” is now called “{name}”',
    es: 'El campo «{from}» de «{module}» pasa a llamarse «{name}»',
  },
  'field.retyped': {
    en: 'Field “{field}” of “{module}” changes from “{from}” to “{to}”',
    es: 'El campo «{field}» de «{module}» cambia de «{from}» a «{to}»',
  },
  'field.changed': { en: 'Field “{field}” of “{module}” changed', es: 'Cambia el campo «{field}» de «{module}»' },
  'document.added': { en: 'New: {name} ({document})', es: 'Nuevo: {name} ({document})' },
  'document.removed': { en: 'Removed: {name} ({document})', es: 'Se quita: {name} ({document})' },
  'document.changed': { en: 'Changed: {name} ({document})', es: 'Cambia: {name} ({document})' },
}

/** A change in words, for the plan. */
export const changeText = ({ kind, params }: Change, language: Language): string => {
  const text = texts[kind]
  return text === undefined ? kind : fill(text[language], { ...params, ...inWords(params, language) })
}

/** Kinds of documents and fields by the name that people know them by. */
const inWords = ({ document, from, to }: Change['params'], language: Language): JsonObject => ({
  ...named('document', documentKinds.find(({ kind }) => kind === document)?.title[language].toLowerCase()),
  ...named('from', to === undefined ? undefined : typeTitle(from, language)),
  ...named('to', typeTitle(to, language)),
})

const typeTitle = (kind: Json | undefined, language: Language): string | undefined =>
  typeof kind === 'string' ? fieldTypes.get(kind)?.title[language] : undefined

const named = (name: string, title: string | undefined): JsonObject => (title === undefined ? {} : { [name]: title })
