import type { ProblemIssue } from '@telar/client'
import type { JsonObject } from '@telar/metadata'
import type { TFunction } from 'i18next'
import type { FieldIssues } from '../widgets/widget.ts'
import { schemaProblems, type SchemaProblem } from './schema-validator.ts'
import { filledValues } from './written-value.ts'

/** What the module's schema says against the values of a form, in words. */
export const formIssues = (schema: JsonObject, values: JsonObject, t: TFunction): FieldIssues => {
  const issues = new Map<string, string>()
  for (const problem of schemaProblems(schema, filledValues(values))) {
    // What is wrong with the record as a whole belongs to no field: the server says it in its own words.
    if (problem.pointer !== '' && !issues.has(problem.pointer)) issues.set(problem.pointer, messageOf(problem, t))
  }
  return issues
}

const messageOf = ({ keyword, limit }: SchemaProblem, t: TFunction): string => {
  const key = keyword === 'format' ? `validation.formats.${String(limit)}` : `validation.${keyword}`
  // Keywords come from other people's schemas: one without a text of its own is simply not valid.
  return String(t(key as 'validation.required', { limit, defaultValue: t('validation.invalid') })) // oxlint-disable-line no-unsafe-type-assertion -- see above
}

/** What the server found, at its fields; what belongs to none of them is told apart. */
export const serverIssues = (
  issues: readonly ProblemIssue[],
  fields: ReadonlySet<string>,
): { readonly atFields: FieldIssues; readonly others: readonly string[] } => {
  const belongs = (issue: ProblemIssue) => fields.has(fieldOf(issue.pointer))
  return {
    atFields: new Map(issues.filter(belongs).map(({ pointer, message }) => [pointer, message])),
    others: issues.filter((issue) => !belongs(issue)).map(({ message }) => message),
  }
}

/** Name of the field that a pointer leads into. */
export const fieldOf = (pointer: string): string =>
  (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
