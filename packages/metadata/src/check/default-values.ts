import { type Issue, pointerStep, problem, warning } from '../issue/issue.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { CheckContext, CheckRule } from './check-rule.ts'
import type { FieldPlace } from './field-places.ts'

/** A default is a value that the field takes; a proposal of somebody else's schema that is none is told only. */
export const defaultValues: CheckRule = (context) =>
  [...Map.groupBy(context.fields.flatMap(withDefault), definitionsOf).values()].flatMap((group) =>
    issuesOf(context, group),
  )

interface Default extends FieldPlace {
  readonly key: string
  readonly value: Json
}

/** What is left of it in its normal form; `null` and an empty text say that there is none. */
const withDefault = (place: FieldPlace): readonly Default[] => {
  const { field, file, pointer } = place
  const value =
    field.default === undefined || field.default === null ? null : field.type.normalise(field.default, field)
  return value === null || value === '' ? [] : [{ ...place, key: `${file}#${pointer}`, value }]
}

/** What the schemas of the fields may refer to. */
const definitionsOf = ({ module }: FieldPlace): Json => module.schema['$defs'] ?? null

/** Defaults are checked together as one value: a schema costs more to prepare than to ask. */
const issuesOf = ({ validate }: CheckContext, group: readonly Default[]): readonly Issue[] => {
  const shape = validate(schemaOf(group), Object.fromEntries(group.map(({ key, value }) => [key, value])))
  return group.flatMap((one) => {
    const step = pointerStep(one.key)
    const misshapen = shape.find(({ pointer }) => pointer === step || pointer.startsWith(`${step}/`))
    if (misshapen !== undefined) return [invalid(one, { ...misshapen, pointer: misshapen.pointer.slice(step.length) })]
    return one.field.type
      .check(one.value, one.field)
      .slice(0, 1)
      .map((found) => invalid(one, found))
  })
}

const schemaOf = (group: readonly Default[]): JsonObject => {
  const definitions = group[0] === undefined ? null : definitionsOf(group[0])
  return {
    type: 'object',
    properties: Object.fromEntries(group.map(({ key, field }) => [key, field.type.valueSchema(field)])),
    ...(isObject(definitions) ? { $defs: definitions } : {}),
  }
}

const invalid = ({ field, file, pointer }: FieldPlace, found: Pick<Issue, 'code' | 'pointer' | 'params'>): Issue =>
  (field.origin === 'telar' ? problem : warning)('DEFAULT_INVALID', {
    file,
    pointer: `${pointer}/default${found.pointer}`,
    params: { because: { code: found.code, params: found.params } },
  })
