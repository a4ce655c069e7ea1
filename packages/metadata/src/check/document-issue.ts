import type { Issue } from '../issue/issue.ts'

/** Codes of the validator, which speaks to people at a form, as the author of a document should read them. */
const codes: Readonly<Record<string, string>> = {
  additionalProperties: 'DOCUMENT_WORD_UNKNOWN',
  enum: 'DOCUMENT_ENUM',
  pattern: 'DOCUMENT_PATTERN',
  required: 'DOCUMENT_WORD_MISSING',
  type: 'DOCUMENT_TYPE',
}

/** A problem of a value as a problem of a document. */
export const documentIssue = (issue: Issue): Issue => ({ ...issue, code: codes[issue.code] ?? issue.code })
