import path from 'node:path'
import {
  checkDefinition,
  type CheckedDefinition,
  type Issue,
  type Language,
  messageOf,
  numberAt,
} from '@telar/metadata'
import { documentValidator } from '@telar/runtime'
import { placeOf, type Place } from './place-of.ts'
import type { Folder } from './read-folder.ts'

/** A problem of a file, ready to be read. */
export interface FileProblem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly pointer: string
  readonly code: string
  readonly severity: Issue['severity']
  readonly message: string
}

export interface CheckedFolder extends CheckedDefinition {
  readonly problems: readonly FileProblem[]
  readonly hasErrors: boolean
}

/** Everything that is wrong with a definition, found without a database. */
export const checkFolder = (folder: Folder, language: Language): CheckedFolder => {
  const checked = checkDefinition(folder.definition, new Map(), documentValidator)
  const issues = [...folder.issues, ...checked.issues]
  return {
    ...checked,
    issues,
    problems: issues.map((issue) => fileProblem(folder, issue, language)),
    hasErrors: issues.some((issue) => issue.severity === 'error'),
  }
}

const fileProblem = (folder: Folder, issue: Issue, language: Language): FileProblem => ({
  file: issue.file ?? '',
  ...placeIn(folder, issue),
  pointer: issue.pointer,
  code: issue.code,
  severity: issue.severity,
  message: messageOf(issue, language),
})

/** What was found while reading says itself where. */
const placeIn = ({ texts, definition }: Folder, { file = '', pointer, params }: Issue): Place => {
  const [line, column] = [numberAt(params, 'line'), numberAt(params, 'column')]
  if (line !== undefined && column !== undefined) return { line, column }
  const text = definition.has(file) ? texts.get(file) : undefined
  return text === undefined ? { line: 1, column: 1 } : placeOf(text, pointer)
}

/** `my-crm/modules/account.json:12:7 error /properties/name: …`: terminals make a link of its beginning. */
export const problemLine = (folder: string, problem: FileProblem, severity: string): string => {
  const place = `${path.join(folder, problem.file)}:${problem.line}:${problem.column}`
  return `${place} ${severity}${problem.pointer === '' ? '' : ` ${problem.pointer}`}: ${problem.message}`
}
