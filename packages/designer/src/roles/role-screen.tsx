import { Button } from '@mantine/core'
import { isTelarError } from '@telar/client'
import type { RoleSource } from '@telar/client'
import { ErrorState, EmptyState, useTitle, Waiting } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { titleIn } from './role-draft.ts'
import { RoleEditor } from './role-editor.tsx'
import { useRoleDraft, useRoleSource } from './use-role-draft.ts'

export interface RoleScreenProps {
  readonly name: string
  readonly onBack: () => void
  readonly onOpen: (name: string) => void
}

/** One role: what it is called, and what it allows. */
export function RoleScreen(props: RoleScreenProps) {
  const source = useRoleSource(props.name)
  if (source.isPending) return <Waiting />
  if (source.data === undefined)
    return (
      <ErrorState
        error={source.error}
        {...(isTelarError(source.error) && source.error.status === 403 ? {} : { onRetry: () => void source.refetch() })}
      />
    )
  return <KnownRole key={props.name} {...props} source={source.data} />
}

function KnownRole({ name, source, onBack, onOpen }: RoleScreenProps & { readonly source: RoleSource | null }) {
  const { t } = useTranslation()
  const state = useRoleDraft(name, source)
  const { draft } = state
  useTitle(draft === undefined ? t('roles.title') : titleIn(draft))
  if (draft === undefined)
    return (
      <EmptyState
        icon="search"
        title={t('roles.missing')}
        action={
          <Button variant="default" onClick={onBack}>
            {t('roles.back')}
          </Button>
        }
      />
    )
  return <RoleEditor name={name} source={source} draft={draft} state={state} onBack={onBack} onOpen={onOpen} />
}
