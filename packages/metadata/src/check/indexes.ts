import { type Issue, pointerTo, problem } from '../issue/issue.ts'
import { isList, listAt } from '../json.ts'
import type { Field, Module } from '../model.ts'
import type { CheckContext, CheckRule } from './check-rule.ts'
import { unknownField } from './unknown-field.ts'

/** Unique rules and indexes name fields that the database can compare. */
export const indexes: CheckRule = (context) => [
  ...context.fields
    .filter(({ holder }) => holder === undefined)
    .flatMap(({ field, file, pointer }) => [
      ...(field.unique ? comparable('x-unique', field, { file, pointer: `${pointer}/x-unique` }) : []),
      ...(field.indexed ? comparable('x-indexed', field, { file, pointer: `${pointer}/x-indexed` }) : []),
    ]),
  ...[...context.model.modules.values()].flatMap((module) => [
    ...listed(context, module, 'x-unique'),
    ...listed(context, module, 'x-indexes'),
  ]),
]

type Word = 'x-unique' | 'x-indexes' | 'x-indexed'

const listed = ({ definition }: CheckContext, module: Module, word: Word): readonly Issue[] =>
  (listAt(definition.get(module.file) ?? {}, word) ?? []).flatMap((names, rule) =>
    (isList(names) ? names : []).flatMap((name, index) => {
      if (typeof name !== 'string') return []
      const at = { file: module.file, pointer: pointerTo(word, rule, index) }
      const field = fieldNamed(module, name)
      return field === undefined ? [unknownField(module, name, at)] : comparable(word, field, at)
    }),
  )

/** By its wire name or as its author calls it. */
const fieldNamed = (module: Module, name: string): Field | undefined =>
  [...module.fields.values()].find((field) => field.property === name) ??
  module.fields.get(name) ??
  module.systemFields.get(name)

/** Equal values must be told from others by a column; an order needs values that have one. */
const comparable = (
  word: Word,
  field: Field,
  at: { readonly file: string; readonly pointer: string },
): readonly Issue[] => {
  const isFit =
    field.storage.type !== 'links' && (word === 'x-unique' ? field.type.grouping : field.type.sort(field)) !== undefined
  return isFit
    ? []
    : [
        problem(word === 'x-unique' ? 'UNIQUE_FIELD' : 'INDEX_FIELD', {
          ...at,
          params: { field: field.title, type: field.type.kind },
        }),
      ]
}
