import { fieldTypes } from '../fields/index.ts'
import { partsOf } from '../fields/column-of.ts'
import { type Issue, pointerTo, problem } from '../issue/issue.ts'
import { stringAt } from '../json.ts'
import { labelFields } from '../label-template.ts'
import type { Field, Model, Module } from '../model.ts'
import type { CheckRule } from './check-rule.ts'

/** PostgreSQL allows 1,600 columns a table and counts removed ones for ever; the rest is room for changes. */
const columnLimit = 1200

const nameLimit = 200

/** Fields have known types, complete settings and existing targets. */
export const moduleFields: CheckRule = ({ model }) =>
  [...model.modules.values()].flatMap((module) => [
    ...[...module.fields.values()].flatMap((field) => fieldIssues({ model, module }, field, ['properties', field.property])),
    ...columnCount(module),
    ...labelIssues(module),
    ...namedFields(module),
  ])

interface Place {
  readonly model: Model
  readonly module: Module
}

const fieldIssues = ({ model, module }: Place, field: Field, path: readonly string[]): readonly Issue[] => {
  const at = { file: module.file, pointer: pointerTo(...path) }
  const kind = stringAt(field.schema, 'x-field')
  const options = stringAt(field.schema, 'x-options')
  return [
    ...(kind !== undefined && !fieldTypes.has(kind) ? [problem('FIELD_KIND_UNKNOWN', { ...at, params: { kind, known: [...fieldTypes.keys()] } })] : []),
    ...(field.name.length > nameLimit ? [problem('FIELD_NAME_LONG', { ...at, params: { limit: nameLimit } })] : []),
    ...(options !== undefined && !model.optionLists.has(options)
      ? [problem('OPTIONS_UNKNOWN', { ...at, params: { options, known: [...model.optionLists.keys()] } })]
      : []),
    ...linkIssues(model, field, at),
    ...[...field.children.values()].flatMap((child) => fieldIssues({ model, module }, child, [...path, 'properties', child.property])),
  ]
}

const linkIssues = (model: Model, field: Field, at: { readonly file: string; readonly pointer: string }): readonly Issue[] => {
  const isLink = field.storage.type === 'link' || field.storage.type === 'links'
  if (isLink && field.link === undefined) return [problem('LINK_TARGET_MISSING', at)]
  if (field.link === undefined || model.modules.has(field.link.module)) return []
  return [problem('MODULE_UNKNOWN_REFERENCE', { ...at, params: { module: field.link.module, known: [...model.modules.keys()] } })]
}

const columnCount = (module: Module): readonly Issue[] => {
  const count = [...module.fields.values()].reduce((sum, field) => sum + partsOf(field).length, 0)
  return count > columnLimit ? [problem('FIELD_LIMIT', { file: module.file, pointer: '/properties', params: { limit: columnLimit, count } })] : []
}

const labelIssues = (module: Module): readonly Issue[] =>
  labelFields(module.label)
    .filter((name) => module.fields.get(name)?.storage.type !== 'columns')
    .map((field) => problem('LABEL_FIELD_UNKNOWN', { file: module.file, pointer: '/x-module/name', params: { field } }))

const namedFields = (module: Module): readonly Issue[] =>
  [
    ...module.unique.map((rule) => ({ key: 'x-unique', names: rule.fields })),
    ...module.indexes.map((names) => ({ key: 'x-indexes', names })),
  ].flatMap(({ key, names }) =>
    names
      .filter((name) => (module.fields.get(name) ?? module.systemFields.get(name)) === undefined)
      .map((field) => problem('FIELD_UNKNOWN', { file: module.file, pointer: pointerTo(key), params: { module: module.name, field, suggestion: '' } })),
  )
