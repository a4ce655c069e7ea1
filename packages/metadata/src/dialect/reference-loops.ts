import { pointerTo } from '../issue/issue.ts'
import type { JsonObject } from '../json.ts'
import { targetOfReference } from './dereference.ts'
import { subschemasOf, type Steps } from './words.ts'

/** More steps than this for one value would hold the server; real schemas stay below a hundredth of it. */
const mostSteps = 20_000

/** References of references; each is a call on the stack of every validator. */
const longestChain = 200

export interface ReferenceLoop {
  readonly code: 'SCHEMA_REF_LOOP' | 'SCHEMA_REF_CHAIN' | 'SCHEMA_TOO_MANY_STEPS'
  /** Into the converted schema. */
  readonly pointer: string
}

interface Checking {
  readonly root: JsonObject
  readonly steps: Map<JsonObject, number>
  readonly open: Set<JsonObject>
  readonly found: Map<ReferenceLoop['code'], JsonObject>
}

/** References that lead back to themselves without entering a part of the value, and schemas that multiply them. */
export const referenceLoops = (root: JsonObject): readonly ReferenceLoop[] => {
  const checking: Checking = { root, steps: new Map(), open: new Set(), found: new Map() }
  lookAt(root, checking)
  return [...checking.found].map(([code, schema]) => ({ code, pointer: pointerTo(...(pathTo(schema, root) ?? [])) }))
}

const lookAt = (schema: JsonObject, checking: Checking): void => {
  stepsOf(schema, checking)
  for (const { schema: child } of subschemasOf(schema)) if (typeof child === 'object') lookAt(child, checking)
}

/** How many schemas one value passes through here; every schema is counted once and remembered. */
const stepsOf = (schema: JsonObject, checking: Checking): number => {
  const known = checking.steps.get(schema)
  if (known !== undefined) return known
  if (checking.open.has(schema)) return report('SCHEMA_REF_LOOP', schema, checking)
  if (checking.open.size > longestChain) return report('SCHEMA_REF_CHAIN', schema, checking)
  checking.open.add(schema)
  let total = 1
  for (const next of sameValue(schema, checking.root)) total += stepsOf(next, checking)
  checking.open.delete(schema)
  const steps = total > mostSteps ? report('SCHEMA_TOO_MANY_STEPS', schema, checking) : total
  checking.steps.set(schema, steps)
  return steps
}

const report = (code: ReferenceLoop['code'], schema: JsonObject, { found }: Checking): number => {
  if (!found.has(code)) found.set(code, schema)
  return 1
}

/** The schemas that the same value must also be checked against. */
const sameValue = (schema: JsonObject, root: JsonObject): readonly JsonObject[] => {
  const reference = schema['$ref']
  const target = typeof reference === 'string' ? targetOfReference(reference, root) : undefined
  const inPlace = subschemasOf(schema).flatMap((child) => (child.inPlace ? [child.schema] : []))
  return [...inPlace, target].filter((next) => typeof next === 'object')
}

const pathTo = (wanted: JsonObject, schema: JsonObject): Steps | undefined => {
  if (wanted === schema) return []
  for (const { steps, schema: child } of subschemasOf(schema)) {
    const rest = typeof child === 'object' ? pathTo(wanted, child) : undefined
    if (rest !== undefined) return [...steps, ...rest]
  }
  return undefined
}
