import type { Json } from '@telar/metadata'

/** One problem of a request; `pointer` leads into the body that was sent, `message` is in the caller's language. */
export interface ProblemIssue {
  readonly pointer: string
  readonly code: string
  readonly params: Readonly<Record<string, Json>>
  readonly message: string
}

/** What the server says when it refuses (RFC 9457), read leniently: a proxy may answer something else. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  /** What the code is about: how long to wait, what is in the way. */
  readonly params?: Readonly<Record<string, Json>>
  readonly issues: readonly ProblemIssue[]
}

/**
 * Every refused or failed request, as one kind of error.
 * `status` 0 with code `network` means that no answer came at all.
 */
export class TelarError extends Error {
  readonly code: string
  readonly status: number
  readonly params: Readonly<Record<string, Json>>
  readonly issues: readonly ProblemIssue[]

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail || problem.title || problem.code, options)
    this.name = 'TelarError'
    this.code = problem.code
    this.status = problem.status
    this.params = problem.params ?? {}
    this.issues = problem.issues
  }
}

export const isTelarError = (error: unknown): error is TelarError => error instanceof TelarError
