import { partsOf } from '../fields/column-of.ts'
import { fieldTypes } from '../fields/index.ts'
import { type Issue, problem, warning } from '../issue/issue.ts'
import { stringAt } from '../json.ts'
import { labelFields } from '../label-template.ts'
import type { Model, Module } from '../model.ts'
import type { CheckRule } from './check-rule.ts'
import type { FieldPlace } from './field-places.ts'

/** PostgreSQL allows 1,600 columns a table and counts removed ones for ever; the rest is room for changes. */
const columnLimit = 1200

const nameLimit = 200

/** Fields have known types, option lists and targets that exist; a record is named by fields that can be read. */
export const moduleFields: CheckRule = ({ model, fields }) => [
  ...fields.flatMap((place) => fieldIssues(model, place)),
  ...[...model.modules.values()].flatMap((module) => [...columnCount(module), ...labelIssues(module)]),
]

const fieldIssues = (model: Model, place: FieldPlace): readonly Issue[] => {
  const { field, file, pointer } = place
  return [
    ...kindIssues(place),
    ...(field.name.length > nameLimit
      ? [problem('FIELD_NAME_LONG', { file, pointer, params: { limit: nameLimit } })]
      : []),
    ...optionIssues(model, place),
    ...linkIssues(model, place),
  ]
}

/** In somebody else's schema `x-field` may be a word of theirs: the type is then told from the standard words. */
const kindIssues = ({ field, file, pointer }: FieldPlace): readonly Issue[] => {
  const kind = stringAt(field.schema, 'x-field')
  if (kind === undefined || fieldTypes.has(kind)) return []
  const report = field.origin === 'telar' ? problem : warning
  return [
    report('FIELD_KIND_UNKNOWN', {
      file,
      pointer: `${pointer}/x-field`,
      params: { kind, known: [...fieldTypes.keys()] },
    }),
  ]
}

const optionIssues = (model: Model, { field, file, pointer }: FieldPlace): readonly Issue[] => {
  const options = stringAt(field.schema, 'x-options')
  if (options === undefined || model.optionLists.has(options)) return []
  const report = field.origin === 'telar' ? problem : warning
  return [
    report('OPTIONS_UNKNOWN', {
      file,
      pointer: `${pointer}/x-options`,
      params: { options, known: [...model.optionLists.keys()] },
    }),
  ]
}

const linkIssues = (model: Model, { field, file, pointer }: FieldPlace): readonly Issue[] => {
  if (field.link === undefined || model.modules.has(field.link.module)) return []
  const params = { module: field.link.module, known: [...model.modules.keys()] }
  return [problem('MODULE_UNKNOWN_REFERENCE', { file, pointer: `${pointer}/x-link/module`, params })]
}

const columnCount = (module: Module): readonly Issue[] => {
  const count = [...module.fields.values()].reduce((sum, field) => sum + partsOf(field).length, 0)
  return count > columnLimit
    ? [problem('FIELD_LIMIT', { file: module.file, pointer: '/properties', params: { limit: columnLimit, count } })]
    : []
}

const labelIssues = (module: Module): readonly Issue[] =>
  labelFields(module.label)
    .filter((name) => module.fields.get(name)?.storage.type !== 'columns')
    .map((field) => problem('LABEL_FIELD_UNKNOWN', { file: module.file, pointer: '/x-module/name', params: { field } }))
