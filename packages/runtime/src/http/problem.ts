import { fill, type Issue, type IssueTexts, type Language, messageOf } from '@telar/metadata'
import { administrationTexts } from '../access/administration-texts.ts'
import { authTexts } from '../auth/index.ts'
import { errors, type TelarError } from '../errors.ts'

/** A refusal as an RFC 9457 problem document, in the reader's language. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly params: TelarError['params']
  readonly issues: readonly ProblemIssue[]
}

export interface ProblemIssue {
  readonly pointer: string
  readonly code: string
  readonly params: Issue['params']
  readonly message: string
  readonly severity: Issue['severity']
  readonly file?: string
}

/** Problems that one answer names; whoever has more begins with these. */
const toldIssues = 500

export const problemDocument = (error: TelarError, language: Language): ProblemDocument => ({
  type: 'about:blank',
  title: titles[error.status],
  status: error.status,
  code: error.code,
  detail: error.textIn(language),
  params: error.params,
  issues: error.issues.slice(0, toldIssues).map((issue) => problemIssue(issue, language)),
})

export const problemIssue = (issue: Issue, language: Language): ProblemIssue => ({
  pointer: issue.pointer,
  code: issue.code,
  params: issue.params,
  message: textOf(issue, language),
  severity: issue.severity,
  ...(issue.file === undefined ? {} : { file: issue.file }),
})

/** Texts of issues that only the server finds; all others are known to the documents' room. */
const serverTexts: IssueTexts = {
  ...authTexts,
  ...administrationTexts,
  // A refusal of one item of a batch stands among the issues of the whole.
  ...Object.fromEntries(Object.entries(errors).map(([code, { text }]) => [code, text])),
}

const textOf = (issue: Issue, language: Language): string => {
  const text = serverTexts[issue.code]
  return text === undefined ? messageOf(issue, language) : fill(text[language], issue.params)
}

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const satisfies Record<TelarError['status'], string>
