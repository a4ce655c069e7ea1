import type { RoleSource } from '@telar/client'
import { isObject, type JsonObject, objectAt, sameJson, stringAt } from '@telar/metadata'

/** A role as it is being changed: its document, and how it is called in the reader's language if that is written apart. */
export interface RoleDraft {
  readonly document: JsonObject
  readonly labels: RoleLabels | null
}

export interface RoleLabels {
  readonly title: string
  readonly description: string
}

/** The published role; null for one that is not published yet. */
export type Published = RoleSource | null

const labelsOf = ({ document, translation }: RoleSource): RoleLabels | null => {
  const id = stringAt(document, 'x-id')
  const labels = translation === null ? undefined : objectAt(translation.document, 'labels')
  const title = id === undefined || labels === undefined ? undefined : stringAt(labels, id)
  if (id === undefined || labels === undefined || title === undefined) return null
  return { title, description: stringAt(labels, `${id}.help`) ?? '' }
}

export const draftOf = (source: RoleSource): RoleDraft => ({ document: source.document, labels: labelsOf(source) })

/** How the role is called in the reader's language. */
export const titleIn = ({ document, labels }: RoleDraft): string => labels?.title ?? stringAt(document, 'title') ?? ''

export const descriptionIn = ({ document, labels }: RoleDraft): string =>
  labels?.description ?? stringAt(document, 'description') ?? ''

export const withTitle = (draft: RoleDraft, title: string): RoleDraft =>
  draft.labels === null
    ? { ...draft, document: { ...draft.document, title } }
    : { ...draft, labels: { ...draft.labels, title } }

export const withDescription = (draft: RoleDraft, description: string): RoleDraft => {
  if (draft.labels !== null) return { ...draft, labels: { ...draft.labels, description } }
  const { description: _before, ...rest } = draft.document
  return { ...draft, document: description === '' ? rest : { ...rest, description } }
}

export const isSameDraft = (a: RoleDraft, b: RoleDraft): boolean =>
  sameJson(a.document, b.document) &&
  a.labels?.title === b.labels?.title &&
  a.labels?.description === b.labels?.description

/** The documents of the change set: only those that become others. */
export const documentsOf = (
  path: string,
  draft: RoleDraft,
  published: Published,
): Readonly<Record<string, string>> => ({
  ...(published !== null && sameJson(published.document, draft.document) ? {} : { [path]: text(draft.document) }),
  ...(published === null ? {} : labelDocument(draft, published)),
})

/** The labels of the reader's language, where the role is called otherwise there now. */
const labelDocument = ({ document, labels }: RoleDraft, published: RoleSource): Readonly<Record<string, string>> => {
  const { translation } = published
  const id = stringAt(document, 'x-id')
  const before = labelsOf(published)
  if (labels === null || translation === null || id === undefined) return {}
  if (labels.title === before?.title && labels.description === before.description) return {}
  const all = { ...objectAt(translation.document, 'labels'), [id]: labels.title, [`${id}.help`]: labels.description }
  return { [translation.path]: text({ ...translation.document, labels: all }) }
}

const text = (document: JsonObject): string => `${JSON.stringify(document, null, 2)}\n`

/** What is kept in this browser until it is published: a draft, and the role that it began from. */
export interface KeptDraft {
  readonly draft: RoleDraft
  readonly base: RoleDraft | null
}

const keyOf = (workspace: string, name: string): string => `telar.role.${workspace}.${name}`

export const readDraft = (workspace: string, name: string): KeptDraft | undefined => {
  const kept = parsed(localStorage.getItem(keyOf(workspace, name)))
  const draft = draftIn(kept === undefined ? undefined : objectAt(kept, 'draft'))
  if (kept === undefined || draft === undefined) return undefined
  return { draft, base: draftIn(objectAt(kept, 'base')) ?? null }
}

export const keepDraft = (workspace: string, name: string, kept: KeptDraft): void =>
  localStorage.setItem(keyOf(workspace, name), JSON.stringify(kept))

export const dropDraft = (workspace: string, name: string): void => localStorage.removeItem(keyOf(workspace, name))

/** Names of roles that have unpublished changes in this browser. */
export const keptDrafts = (workspace: string): readonly string[] => {
  const prefix = keyOf(workspace, '')
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
}

const parsed = (kept: string | null): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(kept ?? 'null')
    return isObject(value) ? value : undefined
  } catch {
    // Something else was kept under this name: as good as nothing.
    return undefined
  }
}

const draftIn = (value: JsonObject | undefined): RoleDraft | undefined => {
  const document = value === undefined ? undefined : objectAt(value, 'document')
  if (value === undefined || document === undefined) return undefined
  const labels = objectAt(value, 'labels')
  return {
    document,
    labels:
      labels === undefined
        ? null
        : { title: stringAt(labels, 'title') ?? '', description: stringAt(labels, 'description') ?? '' },
  }
}
