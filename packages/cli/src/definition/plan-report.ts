import type { Json, Language } from '@telar/metadata'
import type { Report } from '../command.ts'
import type { RefusedPart } from '../connection/refusal.ts'
import { say } from '../texts.ts'
import type { FolderPlan } from './plan-folder.ts'

/** A plan for people: what changes, what the database does, what stands in the way. */
export const planReport = (plan: FolderPlan, language: Language, withSql = false): Report => ({
  lines: planLines(plan, language, withSql),
  json: planJson(plan),
})

const planLines = (plan: FolderPlan, language: Language, withSql: boolean): readonly string[] => {
  if (plan.documents.length === 0) return [say(language, 'planEmpty', { version: plan.version })]
  const told = new Set(plan.changes.map(({ path }) => path))
  const silent = plan.documents.filter(({ path }) => !told.has(path) && !path.startsWith('ids/'))
  return [
    say(language, 'planOn', { version: plan.version }),
    ...plan.changes.map(({ kind, summary }) => `  ${signOf(kind)} ${summary}`),
    ...silent.map(({ path }) => `  ~ ${say(language, 'rewritten', { path })}`),
    ...(withSql
      ? section(
          say(language, 'planDatabase'),
          plan.schema.map(({ sql }) => `  ${sql}`),
        )
      : databaseLine(plan, language)),
    ...plan.warnings.map((issue) => `${say(language, 'warning')}: ${partLine(issue)}`),
    ...section(
      say(language, 'planBlocked'),
      plan.blocked.map((issue) => `  ${partLine(issue)}`),
    ),
  ]
}

const databaseLine = ({ schema }: FolderPlan, language: Language): readonly string[] => {
  const kinds = Object.entries(Object.groupBy(schema, ({ kind }) => kind)).map(
    ([kind, steps]) => `${steps?.length ?? 0} × ${kind}`,
  )
  return kinds.length === 0 ? [] : [`${say(language, 'planDatabase')} ${kinds.join(', ')}`]
}

const signOf = (kind: string): string => (kind.endsWith('.added') ? '+' : kind.endsWith('.removed') ? '-' : '~')

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines]

const partLine = ({ file, pointer, message }: RefusedPart): string => {
  const place = [file, pointer].filter((part) => part !== undefined && part !== '').join(' ')
  return place === '' ? message : `${place}: ${message}`
}

const planJson = (plan: FolderPlan): { readonly [key: string]: Json } => ({
  version: plan.version,
  documents: plan.documents.map((document) => ({ ...document })),
  changes: plan.changes.map((change) => ({ ...change })),
  schema: plan.schema.map((step) => ({ ...step })),
  warnings: plan.warnings.map((issue): Json => ({ ...issue })),
  blocked: plan.blocked.map((issue): Json => ({ ...issue })),
})
