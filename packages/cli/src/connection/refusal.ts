/** One problem of what was sent, in the reader's language. */
export interface RefusedPart {
  readonly file?: string
  readonly pointer: string
  readonly code: string
  readonly severity: string
  readonly message: string
}

/** The server understood and said no. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly issues: readonly RefusedPart[]

  constructor(
    status: number,
    code: string,
    told: { readonly message: string; readonly issues: readonly RefusedPart[] },
  ) {
    super(told.message)
    this.status = status
    this.code = code
    this.issues = told.issues
  }
}

/** The server could not be asked. */
export class NoAnswer extends Error {}
