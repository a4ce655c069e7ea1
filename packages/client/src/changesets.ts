import type { Json } from '@telar/metadata'
import { listOf, numberOf, objectOf, textOf, textOrNull } from './parse.ts'
import { issueOf } from './problem.ts'
import type { Send } from './send.ts'
import type { ProblemIssue } from './telar-error.ts'

/** One thing that a plan says of a document. */
export interface PlanIssue extends ProblemIssue {
  /** The document that it is about; empty if it is about none. */
  readonly file: string
}

/** What a change of rights means for people for whom it is the same. */
export interface AccessImpact {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Title of the module; null for capabilities. */
  readonly title: string | null
  readonly module: string | null
  readonly action: string | null
  readonly gained: AccessEffect
  readonly lost: AccessEffect
}

export interface AccessEffect {
  /** Living records; null where they were not counted. */
  readonly records: number | null
  readonly examples: readonly { readonly id: string; readonly label: string }[]
  readonly fields: readonly string[]
  readonly capabilities: readonly string[]
}

/** What publishing a change set would do. */
export interface ChangesetPlan {
  /** The published version that it would be laid over. */
  readonly version: number
  readonly documents: readonly { readonly path: string; readonly change: string }[]
  readonly changes: readonly { readonly kind: string; readonly summary: string }[]
  readonly impact: readonly PlanIssue[]
  readonly blocked: readonly PlanIssue[]
  readonly warnings: readonly PlanIssue[]
  /** Who would gain and lose what. */
  readonly access: readonly AccessImpact[]
}

/** Drafts of the definition: opened, filled with documents, planned, published or thrown away. */
export interface Changesets {
  readonly open: (title: string) => Promise<string>
  /** Texts by path; null takes a document away. */
  readonly put: (id: string, documents: Readonly<Record<string, string | null>>) => Promise<void>
  readonly plan: (id: string) => Promise<ChangesetPlan>
  /** Gives the new version. */
  readonly publish: (id: string, message: string, onVersion: number) => Promise<number>
  readonly discard: (id: string) => Promise<void>
}

export const createChangesets = (send: Send, root: string): Changesets => {
  const one = (id: string) => `${root}/changesets/${encodeURIComponent(id)}`
  return {
    open: async (title) =>
      textOf(objectOf(await send({ method: 'POST', path: `${root}/changesets`, body: { title } }))['id']),
    put: async (id, documents) => {
      await send({ method: 'PUT', path: `${one(id)}/documents`, body: { documents } })
    },
    plan: async (id) => planOf(await send({ path: `${one(id)}/plan` })),
    publish: async (id, message, onVersion) =>
      numberOf(
        objectOf(await send({ method: 'POST', path: `${one(id)}/publish`, body: { message, onVersion } }))['version'],
      ),
    discard: async (id) => {
      await send({ method: 'DELETE', path: one(id) })
    },
  }
}

const planOf = (answer: unknown): ChangesetPlan => {
  const plan = objectOf(answer)
  const issues = (name: string) => listOf(plan[name]).map(planIssueOf)
  return {
    version: numberOf(plan['version']),
    documents: listOf(plan['documents']).map((value) => ({
      path: textOf(objectOf(value)['path']),
      change: textOf(objectOf(value)['change']),
    })),
    changes: listOf(plan['changes']).map((value) => ({
      kind: textOf(objectOf(value)['kind']),
      summary: textOf(objectOf(value)['summary']),
    })),
    impact: issues('impact'),
    blocked: issues('blocked'),
    warnings: issues('warnings'),
    access: listOf(plan['access']).map(impactOf),
  }
}

const impactOf = (value: Json): AccessImpact => {
  const impact = objectOf(value)
  return {
    people: listOf(impact['people']).map((person) => ({
      id: textOf(objectOf(person)['id']),
      name: textOf(objectOf(person)['name']),
    })),
    module: textOrNull(impact['module']),
    title: textOrNull(impact['title']),
    action: textOrNull(impact['action']),
    gained: effectOf(impact['gained']),
    lost: effectOf(impact['lost']),
  }
}

const effectOf = (value: Json | undefined): AccessEffect => {
  const effect = objectOf(value)
  const { records } = effect
  return {
    records: typeof records === 'number' ? records : null,
    examples: listOf(effect['examples']).map((example) => ({
      id: textOf(objectOf(example)['id']),
      label: textOf(objectOf(example)['label']),
    })),
    fields: listOf(effect['fields']).map(textOf),
    capabilities: listOf(effect['capabilities']).map(textOf),
  }
}

const planIssueOf = (value: Json): PlanIssue => ({ ...issueOf(value), file: textOf(objectOf(value)['file']) })
