import type { Json } from '@telar/metadata'
import { listOf, objectOf, textOf } from './parse.ts'
import { TelarError, type Problem, type ProblemIssue } from './telar-error.ts'

/** The error of an answer outside 2xx. */
export const errorOf = async (response: Response): Promise<TelarError> => new TelarError(await problemOf(response))

/** The error of a request that got no answer. */
export const networkError = (cause: unknown): TelarError =>
  new TelarError({ status: 0, code: 'network', title: 'No answer', detail: '', issues: [] }, { cause })

const problemOf = async (response: Response): Promise<Problem> => {
  const body = objectOf(await response.json().catch(() => null))
  return {
    status: response.status,
    code: textOf(body['code']) || `http-${String(response.status)}`,
    title: textOf(body['title']) || response.statusText,
    detail: textOf(body['detail']) || textOf(body['message']),
    params: objectOf(body['params']),
    issues: listOf(body['issues']).map(issueOf),
  }
}

/** One issue of a problem document, read leniently. */
export const issueOf = (value: Json): ProblemIssue => {
  const issue = objectOf(value)
  return {
    pointer: textOf(issue['pointer']),
    code: textOf(issue['code']),
    params: objectOf(issue['params']),
    message: textOf(issue['message']),
  }
}
