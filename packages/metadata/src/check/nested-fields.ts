import { type Issue, problem, warning } from '../issue/issue.ts'
import type { CheckRule } from './check-rule.ts'
import type { FieldPlace } from './field-places.ts'

const conditionWords = ['x-visible', 'x-required', 'x-readonly']

/** What stands inside a group, a table or a link can live there: it has no column, no number and no list of its own. */
export const nestedFields: CheckRule = ({ fields }) =>
  fields.filter(({ holder }) => holder !== undefined).flatMap(nestedIssues)

const nestedIssues = ({ field, file, pointer }: FieldPlace): readonly Issue[] => [
  ...(field.type.nestable
    ? []
    : [problem('FIELD_NOT_NESTABLE', { file, pointer, params: { field: field.title, type: field.type.kind } })]),
  ...(field.link?.inverse === undefined
    ? []
    : [
        warning('LINK_NESTED', { file, pointer: `${pointer}/x-link/inverse`, params: { inverse: field.link.inverse } }),
      ]),
  ...ignored(field.schema, ['x-unique', 'x-indexed'], { file, pointer }),
  ...ignored(field.origin === 'telar' ? field.schema : {}, conditionWords, { file, pointer }),
]

const ignored = (
  schema: FieldPlace['field']['schema'],
  words: readonly string[],
  at: { readonly file: string; readonly pointer: string },
): readonly Issue[] =>
  words
    .filter((word) => schema[word] !== undefined && schema[word] !== false)
    .map((word) => warning('WORD_NOT_NESTED', { file: at.file, pointer: `${at.pointer}/${word}`, params: { word } }))
