import { moduleWords, propertyWords } from '../document/module-document.ts'
import type { FieldType } from '../fields/field-type.ts'
import { fieldTypes } from '../fields/index.ts'
import { nearestNames } from '../filter/nearest-names.ts'
import { type Issue, pointerStep, warning } from '../issue/issue.ts'
import { objectAt } from '../json.ts'
import type { CheckRule } from './check-rule.ts'
import type { FieldPlace } from './field-places.ts'

/** Words that compute a value: kept with the document, evaluated when expressions arrive. */
const expressions: ReadonlySet<string> = new Set(['x-formula', 'x-rollup', 'x-default'])

const commonWords: ReadonlySet<string> = new Set(Object.keys(propertyWords.properties))

const settingsOf = (type: FieldType): readonly string[] =>
  Object.keys(objectAt(type.settings, 'properties') ?? {}).filter(isOwn)

const isOwn = (word: string): boolean => word.startsWith('x-')

/** Words that some type knows as a setting, with the kinds that do. */
const kindsByWord: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set([...fieldTypes.values()].flatMap(settingsOf))].map((word) => [
    word,
    [...fieldTypes.values()].filter((type) => settingsOf(type).includes(word)).map(({ kind }) => kind),
  ]),
)

/**
 * Words that begin with `x-` mean something where they stand. One that nobody reads is told: a slip would otherwise
 * pass in silence. In somebody else's schema they may mean anything and are let be.
 */
export const ownWords: CheckRule = ({ definition, model, fields }) => [
  ...fields.filter(({ field }) => field.origin === 'telar').flatMap(fieldWords),
  ...[...model.modules.values()].flatMap(({ file }) => {
    const document = definition.get(file) ?? {}
    if (document['x-module'] === undefined) return []
    return Object.keys(document).flatMap((word) =>
      isOwn(word) && !(word in moduleWords)
        ? [unknown(word, Object.keys(moduleWords), { file, pointer: pointerStep(word) })]
        : [],
    )
  }),
]

const fieldWords = ({ field, file, pointer }: FieldPlace): readonly Issue[] =>
  Object.keys(field.schema)
    .filter(isOwn)
    .flatMap((word) => {
      const at = { file, pointer: pointer + pointerStep(word) }
      if (expressions.has(word)) return [warning('EXPRESSION_LATER', { ...at, params: { word } })]
      if (commonWords.has(word) || settingsOf(field.type).includes(word)) return []
      const kinds = kindsByWord.get(word)
      if (kinds === undefined) return [unknown(word, [...commonWords, ...settingsOf(field.type)], at)]
      return [warning('WORD_OF_OTHER_TYPE', { ...at, params: { word, type: field.type.kind, kinds } })]
    })

const unknown = (
  word: string,
  known: readonly string[],
  at: { readonly file: string; readonly pointer: string },
): Issue => warning('WORD_UNKNOWN', { ...at, params: { word, known: nearestNames(word, known, 3) } })
