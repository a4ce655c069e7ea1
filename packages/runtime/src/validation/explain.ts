import { isList, isObject, pointerStep, problem, type Issue, type Json } from '@telar/metadata'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'

export interface Choices {
  /** Pointer of a list of alternatives in the schema, by the list itself. */
  readonly pointerOf: (list: unknown) => string | undefined
  /** Checks a value against the schema at a pointer. */
  readonly partCheck: (pointer: string) => ValidateFunction | undefined
}

/** More than this is not read by anybody. */
const mostIssues = 100

/** Alternatives that are tried one by one to say what is wrong; with more, only that none fits. */
const mostBranches = 30

const deepestChoice = 3

/** What AJV found, as issues: each problem once, at the place where it is put right, without summaries of others. */
export const explain = (errors: readonly ErrorObject[], choices: Choices, depth = 0): readonly Issue[] => {
  const told = errors.slice(0, mostIssues * 2).filter((error) => error.keyword !== undefined && error.keyword !== 'if')
  const issues = told.flatMap((error) => (isChoice(error) ? choiceIssues(error, choices, depth) : [toIssue(error)]))
  const meant = issues.filter(
    (issue) => !issue.code.startsWith('unevaluated') || !issues.some((other) => isReason(other, issue)),
  )
  return [...new Map(meant.map((issue) => [`${issue.code} ${issue.pointer}`, issue])).values()].slice(0, mostIssues)
}

/** A part counts as unknown also when what would know it failed; then the failure is the reason. */
const isReason = (other: Issue, unknown: Issue): boolean =>
  !other.code.startsWith('unevaluated') &&
  other.pointer.startsWith(unknown.pointer.slice(0, unknown.pointer.lastIndexOf('/')))

const isChoice = (error: ErrorObject): boolean =>
  error.keyword === 'anyOf' || (error.keyword === 'oneOf' && !isList(error.params['passingSchemas']))

const codes: Readonly<Record<string, string>> = { 'false schema': 'not' }

const toIssue = (error: ErrorObject): Issue => {
  const part = missingOrUnknown(error.params)
  return problem(codes[error.keyword] ?? error.keyword, {
    pointer: error.instancePath + (part === undefined ? '' : pointerStep(part)),
    params: Object.fromEntries(Object.entries(error.params).flatMap(([name, value]) => jsonParam(name, value))),
  })
}

const missingOrUnknown = (params: ErrorObject['params']): string | undefined => {
  const names = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']
  return names.map((name): unknown => params[name]).find((value) => typeof value === 'string')
}

/** Long lists of allowed values say nothing in a message. */
const mostValues = 20

const jsonParam = (name: string, value: unknown): readonly (readonly [string, Json])[] => {
  if (isList(value)) return [[name, value.slice(0, mostValues)]]
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value) || isObject(value)
  // oxlint-disable-next-line no-unsafe-type-assertion -- constants of a JSON schema
  return isPlain ? [[name, value as Json]] : []
}

/** What to say when no alternative fits: the problems of the one that was meant, if that can be told. */
const choiceIssues = (error: ErrorObject, choices: Choices, depth: number): readonly Issue[] => {
  const alternatives = alternativesOf(error, choices, depth)
  const meant = alternatives.filter((issues) => !issues.some(isOtherKind))
  const [first, ...others] = meant
  if (first !== undefined && first.length > 0) {
    const shared = first.filter((issue) => others.every((issues) => issues.some((other) => isSame(issue, other))))
    if (shared.length > 0) return shared.map((issue) => ({ ...issue, pointer: error.instancePath + issue.pointer }))
  }
  const merged = meant.length === 0 ? mergedIssue(alternatives) : undefined
  return [merged === undefined ? toIssue(error) : { ...merged, pointer: error.instancePath }]
}

const alternativesOf = (error: ErrorObject, choices: Choices, depth: number): readonly (readonly Issue[])[] => {
  const list: unknown = error.schema
  const pointer = choices.pointerOf(list)
  if (pointer === undefined || !isList(list) || list.length > mostBranches || depth >= deepestChoice) return []
  return list.map((_branch, index) => {
    const check = choices.partCheck(`${pointer}/${index}`)
    return check === undefined || check(error.data) ? [] : explain(check.errors ?? [], choices, depth + 1)
  })
}

const isSame = (a: Issue, b: Issue): boolean => a.code === b.code && a.pointer === b.pointer

/** The value is of another kind altogether than this alternative: another type, or another value of its mark. */
const isOtherKind = ({ code, pointer }: Issue): boolean =>
  (pointer === '' && ['type', 'const', 'enum', 'not'].includes(code)) ||
  (pointer.lastIndexOf('/') === 0 && ['const', 'enum'].includes(code))

/** “Text or number”, “one of these values”: alternatives that differ in nothing else are told together. */
const mergedIssue = (alternatives: readonly (readonly Issue[])[]): Issue | undefined => {
  const firsts = alternatives.flatMap((issues) => (issues.length === 1 ? issues : []))
  if (firsts.length === 0 || firsts.length < alternatives.length || firsts.some((issue) => issue.pointer !== ''))
    return undefined
  const values = (name: string) => firsts.flatMap((issue) => issue.params[name] ?? [])
  if (firsts.every((issue) => issue.code === 'type'))
    return problem('type', { params: { type: [...new Set(values('type'))] } })
  const isValue = firsts.every((issue) => issue.code === 'const' || issue.code === 'enum')
  return isValue
    ? problem('enum', { params: { allowedValues: [...values('allowedValue'), ...values('allowedValues')] } })
    : undefined
}
