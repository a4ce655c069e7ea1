import type { Field, Json, Model, Module } from '@telar/metadata'
import { linkTableOf } from '../storage/columns.ts'
import type { SchemaStep } from '../storage/table-ddl.ts'

/**
 * Tables whose writers must wait while a version is published: those that its steps change, and those of modules whose
 * records are checked or written otherwise from then on. A write that began on the old version would else be finished
 * on it after the new one is there (decisions.md 17). In one order, so that two publishers cannot block each other.
 */
export const touchedTables = (before: Model, after: Model, steps: readonly SchemaStep[]): readonly string[] => {
  const now = new Map([...after.modules.values()].map((module) => [module.id, module]))
  const changed = [...before.modules.values()].filter(
    (module) => writingWords(module) !== writingWords(now.get(module.id)),
  )
  const created = new Set(
    steps.filter((step) => step.kind === 'createTable' || step.kind === 'createLinkTable').map((step) => step.table),
  )
  const tables = [...changed.flatMap(tablesOf), ...steps.map((step) => step.table)]
  return [...new Set(tables)].filter((table) => !created.has(table)).toSorted()
}

const tablesOf = (module: Module): readonly string[] => [
  module.table,
  ...[...module.fields.values()].filter((field) => field.storage.type === 'links').map(linkTableOf),
]

/** Everything of a module that a write depends on, as one text. */
const writingWords = (module: Module | undefined): string =>
  module === undefined
    ? ''
    : JSON.stringify([
        module.schema,
        [module.extras, module.emptyText, module.owned, module.label, module.rules, module.unique],
        [...module.fields.values()].map(fieldWords),
      ])

const fieldWords = (field: Field): Json => [
  [
    field.id,
    field.name,
    field.property,
    field.column,
    field.type.kind,
    field.required,
    field.readOnly,
    field.searchable,
  ],
  field.schema,
  field.default ?? null,
  field.options.map((option) => JSON.stringify([option.value, option.label])),
  JSON.stringify([field.storage, field.link ?? null, field.conditions, field.baseCurrency, field.rates]),
  [...field.children.values()].map(fieldWords),
]
