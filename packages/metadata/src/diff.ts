import { canonicalText } from './document/canonical.ts'
import type { Definition } from './document/definition.ts'
import { documentAt } from './document/index.ts'
import type { Json } from './json.ts'
import { sameJson } from './json.ts'
import type { Field, Model, Module } from './model.ts'

/** One semantic change between two definitions, told by stable id: a rename is a rename. */
export interface Change {
  readonly kind: string
  /** Path of the document. */
  readonly path: string
  readonly params: Readonly<Record<string, Json>>
}

/** What changes between two definitions: modules and fields by their ids, other documents as wholes. */
export const diff = (
  before: { readonly definition: Definition; readonly model: Model },
  after: { readonly definition: Definition; readonly model: Model },
): readonly Change[] => [
  ...moduleChanges(before.model, after.model),
  ...documentChanges(before.definition, after.definition),
]

const moduleChanges = (before: Model, after: Model): readonly Change[] => {
  const old = byId(before.modules.values())
  const now = byId(after.modules.values())
  return [
    ...[...now.values()].flatMap((module) => {
      const was = old.get(module.id)
      return was === undefined ? [change('module.added', module, {})] : changedModule(was, module)
    }),
    ...[...old.values()].filter((module) => !now.has(module.id)).map((module) => change('module.removed', module, {})),
  ]
}

const changedModule = (was: Module, module: Module): readonly Change[] => {
  const old = byId(was.fields.values())
  const now = byId(module.fields.values())
  const changes = [
    ...(was.name === module.name ? [] : [change('module.renamed', module, { from: was.name })]),
    ...[...now.values()].flatMap((field) => {
      const before = old.get(field.id)
      return before === undefined
        ? [change('field.added', module, { field: field.title, name: field.name, type: field.type.kind })]
        : changedField(module, before, field)
    }),
    ...[...old.values()]
      .filter((field) => !now.has(field.id))
      .map((field) => change('field.removed', module, { field: field.title, name: field.name })),
  ]
  const rest = sameJson(moduleWords(was), moduleWords(module)) ? [] : [change('module.changed', module, {})]
  return [...changes, ...rest]
}

const changedField = (module: Module, was: Field, field: Field): readonly Change[] => {
  const params = { field: field.title, name: field.name }
  return [
    ...(was.name === field.name ? [] : [change('field.renamed', module, { ...params, from: was.name })]),
    ...(sameJson(storageWords(was), storageWords(field))
      ? []
      : [change('field.retyped', module, { ...params, from: was.type.kind, to: field.type.kind })]),
    ...(sameJson(was.schema, field.schema) && was.required === field.required
      ? []
      : [change('field.changed', module, params)]),
  ]
}

const storageWords = (field: Field): Json => JSON.stringify(field.storage)

const moduleWords = (module: Module): Json => {
  // What is required is told with its field.
  const { properties: _properties, required: _required, ...words } = module.schema
  return [
    module.title,
    module.plural,
    module.icon,
    module.description,
    JSON.stringify(module.label),
    JSON.stringify([module.unique, module.indexes, module.rules]),
    words,
  ]
}

const documentChanges = (before: Definition, after: Definition): readonly Change[] =>
  [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((path) => {
    const found = documentAt(path)
    const [was, now] = [before.get(path), after.get(path)]
    if (found === undefined || toldElsewhere.has(found.kind.kind)) return []
    const params = { name: found.name, document: found.kind.kind }
    if (was === undefined) return [{ kind: 'document.added', path, params }]
    if (now === undefined) return [{ kind: 'document.removed', path, params }]
    return canonicalText(was) === canonicalText(now) ? [] : [{ kind: 'document.changed', path, params }]
  })

/** Modules are told field by field, ids with their modules. */
const toldElsewhere = new Set(['module', 'ids'])

const byId = <Named extends { readonly id: string }>(list: Iterable<Named>): ReadonlyMap<string, Named> =>
  new Map([...list].map((one) => [one.id, one]))

const change = (kind: string, module: Module, params: Change['params']): Change => ({
  kind,
  path: module.file,
  params: { module: module.title, ...params },
})
