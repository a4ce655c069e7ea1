import {
  type Field,
  type Issue,
  isObject,
  type Json,
  type JsonObject,
  type Module,
  pointerTo,
  problem,
} from '@telar/metadata'
import { onceFor } from '../database/template.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { Caller } from './caller.ts'
import { isRequiredNow } from './conditions.ts'
import { cellsOf, documentOf, type WrittenRecord } from './written-record.ts'

/** Every problem of the whole record: its schema's, its fields', and the conditions that make fields required. */
export const recordIssues = (
  caller: Caller,
  served: ServedModule,
  { written, changed }: JudgedRecord,
): readonly Issue[] => {
  const { nullable, conditional } = judgingOf(served.module)
  const document = documentOf(served, written, (field, value) => value !== null || nullable.has(field))
  const shape = served.validate(document).map((issue) => ({ ...issue, pointer: wirePointer(served, issue.pointer) }))
  const misshapen = fieldsNamed(shape)
  const own = judgedFields(served, changed).flatMap((field) =>
    misshapen.has(field.name) ? [] : valueIssues(field, written),
  )
  if (conditional.length === 0) return [...shape, ...own]
  const wrong = new Set([...misshapen, ...fieldsNamed(own)])
  return [...shape, ...own, ...requiredIssues(caller, served, { written, wrong })]
}

interface JudgedRecord {
  readonly written: WrittenRecord
  /** Fields that a change touches: the others are as right as they were. */
  readonly changed?: ReadonlySet<string>
}

/** Conditions look at other fields too, and have to know which of those are wrong. */
const judgedFields = ({ module }: ServedModule, changed: ReadonlySet<string> | undefined): readonly Field[] => {
  const { judged, conditional } = judgingOf(module)
  return changed === undefined || conditional.length > 0 ? judged : judged.filter(({ name }) => changed.has(name))
}

/** What judging the records of a module needs to know of its fields. */
const judgingOf = onceFor((module: Module) => {
  const own = [...module.fields.values()]
  return {
    judged: [...own, ...[...module.systemFields.values()].filter((field) => !field.readOnly)],
    nullable: new Set(own.filter((field) => acceptsNull(field.schema))),
    conditional: own.filter((field) => field.conditions.required !== undefined),
  }
})

/** The first step of each pointer. */
const fieldsNamed = (issues: readonly Issue[]): ReadonlySet<string> =>
  new Set(issues.map(({ pointer }) => (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')))

const valueIssues = (field: Field, written: WrittenRecord): readonly Issue[] => {
  const value = written.values.get(field.name) ?? null
  if (value === null) return []
  const problems = field.type.check(value, field)
  if (problems.length === 0) return []
  return problems.map((found) =>
    problem(found.code, { pointer: `${pointerTo(field.name)}${found.pointer}`, params: found.params }),
  )
}

interface Judged {
  readonly written: WrittenRecord
  /** Fields whose values are wrong in themselves. */
  readonly wrong: ReadonlySet<string>
}

/** Conditions are asked of values that are right; the others count as empty there. */
const requiredIssues = (caller: Caller, served: ServedModule, { written, wrong }: Judged): readonly Issue[] => {
  const isEmpty = (field: Field): boolean => (written.values.get(field.name) ?? null) === null
  const conditional = judgingOf(served.module).conditional.filter(isEmpty)
  if (conditional.length === 0) return []
  const cells = cellsOf(served, {
    ...written,
    values: new Map([...written.values].filter(([name]) => !wrong.has(name))),
  })
  return conditional
    .filter((field) => isRequiredNow(caller, { served, field }, cells))
    .map((field) => problem('required', { pointer: pointerTo(field.name), params: { missingProperty: field.name } }))
}

const acceptsNull = (schema: JsonObject): boolean => {
  const type = schema['type']
  if (type === 'null' || (Array.isArray(type) && type.includes('null'))) return true
  if (schema['const'] === null) return true
  return ['enum', 'anyOf', 'oneOf'].some((word) => {
    const list = schema[word]
    return Array.isArray(list) && list.some((item: Json) => item === null || (isObject(item) && acceptsNull(item)))
  })
}

const wirePointer = (served: ServedModule, pointer: string): string => {
  const [, first = '', ...rest] = pointer.split('/')
  const field = served.byProperty.get(first.replaceAll('~1', '/').replaceAll('~0', '~'))
  return field === undefined || field.name === field.property
    ? pointer
    : ['', pointerTo(field.name).slice(1), ...rest].join('/')
}
