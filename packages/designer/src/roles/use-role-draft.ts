import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { RoleSource, RoleSummary } from '@telar/client'
import { sameJson } from '@telar/metadata'
import { useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dropDraft, draftOf, isSameDraft, keepDraft, readDraft, type RoleDraft, type RoleLabels } from './role-draft.ts'

const rolesKey = (workspace: string): readonly string[] => ['roles', workspace]

export const useRoleList = (): UseQueryResult<readonly RoleSummary[]> => {
  const { client } = useWorkspace()
  const { i18n } = useTranslation()
  return useQuery({ queryKey: [...rolesKey(client.slug), i18n.language], queryFn: () => client.roles.list() })
}

/** The published role; null where there is none of this name. */
export const useRoleSource = (name: string): UseQueryResult<RoleSource | null> => {
  const { client } = useWorkspace()
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: [...rolesKey(client.slug), i18n.language, name],
    staleTime: 0,
    queryFn: async () => {
      const roles = await client.roles.list()
      return roles.some((role) => role.name === name) ? client.roles.read(name) : null
    },
  })
}

export interface DraftOfRole {
  /** Undefined where there is neither a role of this name nor a draft of one. */
  readonly draft: RoleDraft | undefined
  readonly isChanged: boolean
  /** Somebody else published another version since the draft was begun. */
  readonly isOvertaken: boolean
  readonly change: (draft: RoleDraft) => void
  /** Back to what is published. */
  readonly discard: () => void
}

/** The role as it is being changed; kept in this browser until it is published, whatever happens to the page. */
export const useRoleDraft = (name: string, source: RoleSource | null): DraftOfRole => {
  const { client } = useWorkspace()
  const { slug } = client
  const [kept, setKept] = useState(() => readDraft(slug, name))
  const published = source === null ? undefined : draftOf(source)
  // Labels belong to a language: those of another one are left where they are.
  const own = kept === undefined ? undefined : { ...kept.draft, labels: labelsHere(kept.draft, published) }
  const draft = own ?? published
  const isChanged = own !== undefined && (published === undefined || !isSameDraft(own, published))
  const base = kept?.base ?? null
  return {
    draft,
    isChanged,
    isOvertaken:
      isChanged && published !== undefined && (base === null || !sameJson(base.document, published.document)),
    change: (next) => {
      const state = { draft: next, base: kept === undefined ? (published ?? null) : kept.base }
      keepDraft(slug, name, state)
      setKept(state)
    },
    discard: () => {
      dropDraft(slug, name)
      setKept(undefined)
    },
  }
}

const labelsHere = (kept: RoleDraft, published: RoleDraft | undefined): RoleLabels | null =>
  published === undefined || published.labels === null ? null : (kept.labels ?? published.labels)
