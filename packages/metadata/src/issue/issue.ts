import type { Json } from '../json.ts'
import type { Text } from '../language.ts'

/**
 * One problem of a document, a value or a request, as data. `pointer` is a JSON Pointer into the thing that was
 * checked; `file` names the document if there are several. Text is made from `code` and `params` by `messageOf`.
 */
export interface Issue {
  readonly code: string
  readonly pointer: string
  readonly params: Readonly<Record<string, Json>>
  readonly severity: 'error' | 'warning'
  readonly file?: string
}

/** Codes with their texts; each family of checks defines its own beside the code that raises them. */
export type IssueTexts = Readonly<Record<string, Text>>

export interface IssueDetail {
  readonly pointer?: string
  readonly params?: Readonly<Record<string, Json>>
  readonly file?: string
}

const make = (severity: Issue['severity'], code: string, detail: IssueDetail): Issue => ({
  code,
  severity,
  pointer: detail.pointer ?? '',
  params: detail.params ?? {},
  ...(detail.file === undefined ? {} : { file: detail.file }),
})

export const problem = (code: string, detail: IssueDetail = {}): Issue => make('error', code, detail)

export const warning = (code: string, detail: IssueDetail = {}): Issue => make('warning', code, detail)

/** One step of a JSON Pointer, escaped (RFC 6901). */
export const pointerStep = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

export const pointerTo = (...keys: readonly (string | number)[]): string => keys.map(pointerStep).join('')
