import { pointerTo, problem, type Issue } from '../issue/issue.ts'
import type { JsonObject } from '../json.ts'
import { pointerSteps, targetOfReference } from './dereference.ts'
import { isSchema, subschemasOf, type Steps } from './words.ts'

/** More steps than this for one value would hold the server; real schemas stay below a hundredth of it. */
const mostSteps = 20_000

/** References of references; each is a call on the stack of every validator. */
const longestChain = 200

interface Checking {
  readonly root: JsonObject
  readonly steps: Map<string, number>
  readonly open: Set<string>
  readonly issues: Issue[]
}

/** References that lead back to themselves without entering a part of the value, and schemas that multiply them. */
export const referenceLoops = (root: JsonObject): readonly Issue[] => {
  const checking: Checking = { root, steps: new Map(), open: new Set(), issues: [] }
  lookAt(root, [], checking)
  return checking.issues
}

const lookAt = (schema: JsonObject, at: Steps, checking: Checking): void => {
  stepsOf(schema, at, checking)
  for (const { schema: child, steps } of subschemasOf(schema)) {
    if (typeof child === 'object') lookAt(child, [...at, ...steps], checking)
  }
}

/** How many schemas one value passes through here; every schema is counted once and remembered. */
const stepsOf = (schema: JsonObject, at: Steps, checking: Checking): number => {
  const pointer = pointerTo(...at)
  const known = checking.steps.get(pointer)
  if (known !== undefined) return known
  if (checking.open.has(pointer)) return report('SCHEMA_REF_LOOP', pointer, checking)
  if (checking.open.size > longestChain) return report('SCHEMA_REF_CHAIN', pointer, checking)
  checking.open.add(pointer)
  const total = sameValue(schema, at, checking.root).reduce(
    (sum, next) => sum + stepsOf(next.schema, next.at, checking),
    1,
  )
  checking.open.delete(pointer)
  const steps = total > mostSteps ? report('SCHEMA_TOO_MANY_STEPS', pointer, checking) : total
  checking.steps.set(pointer, steps)
  return steps
}

const report = (code: string, pointer: string, { issues }: Checking): number => {
  if (!issues.some((issue) => issue.code === code)) issues.push(problem(code, { pointer }))
  return 1
}

const sameValue = (schema: JsonObject, at: Steps, root: JsonObject) => {
  const reference = schema['$ref']
  const target = typeof reference === 'string' ? targetOfReference(reference, root) : undefined
  const steps = typeof reference === 'string' ? pointerSteps(reference.slice(1)) : undefined
  const inPlace = subschemasOf(schema).flatMap((child) =>
    child.inPlace ? [{ schema: child.schema, at: [...at, ...child.steps] }] : [],
  )
  const all = target === undefined || steps === undefined ? inPlace : [...inPlace, { schema: target, at: steps }]
  return all.flatMap((next) =>
    isSchema(next.schema) && typeof next.schema === 'object' ? [{ schema: next.schema, at: next.at }] : [],
  )
}
