import { Alert, Button, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiKey, Me } from '@telar/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { issuesOf } from '../session/issues-of.ts'
import { Refusal } from '../session/refusal.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { CopyButton } from './copy-button.tsx'
import { accountKeys, useKeyRoles } from './use-account.ts'
import classes from './profile.module.css'

interface KeyDialogProps {
  readonly me: Me
  readonly onClose: () => void
}

/** Makes a key and shows it once. */
export function KeyDialog({ me, onClose }: KeyDialogProps) {
  const { t } = useTranslation()
  const [made, setMade] = useState<ApiKey & { readonly key: string }>()
  return (
    <AccountDialog
      title={made === undefined ? t('profile.newKey') : t('profile.keyMade')}
      onClose={onClose}
      isFirm={made !== undefined}
    >
      {made === undefined ? (
        <NewKey me={me} onCancel={onClose} onDone={setMade} />
      ) : (
        <Stack gap="md">
          <Alert color="yellow" variant="light">
            {t('profile.keyOnce')}
          </Alert>
          <div className={classes['key']}>
            <code translate="no">{made.key}</code>
          </div>
          <Group justify="space-between">
            <CopyButton text={made.key} />
            <Button onClick={onClose}>{t('action.done')}</Button>
          </Group>
        </Stack>
      )}
    </AccountDialog>
  )
}

const day = 86_400
const lives = ['7', '30', '90', '365', 'none'] as const

interface NewKeyProps {
  readonly me: Me
  readonly onCancel: () => void
  readonly onDone: (made: ApiKey & { readonly key: string }) => void
}

function NewKey({ me, onCancel, onDone }: NewKeyProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const roles = useKeyRoles(me)
  const form = useForm<{ name: string; days: string; roles: string[] }>({
    initialValues: { name: '', days: '90', roles: [] },
    validate: { name: (value) => (value.trim() === '' ? t('validation.required') : null) },
  })
  const make = useMutation({
    mutationFn: ({ name, days, roles: chosen }: typeof form.values) =>
      client.auth.apiKeys.create({
        name: name.trim(),
        ...(days === 'none' ? {} : { expiresIn: Number(days) * day }),
        ...(chosen.length === 0 ? {} : { roles: chosen }),
      }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: accountKeys.keys })
      onDone(made)
    },
    onError: (error) => form.setErrors(issuesOf(error)),
  })
  const lifeText = (life: (typeof lives)[number]) => {
    if (life === 'none') return t('profile.keyEndNone')
    return life === '365' ? t('profile.keyYear') : t('profile.keyDays', { count: Number(life) })
  }
  return (
    <form noValidate onSubmit={form.onSubmit((values) => make.mutate(values))}>
      <Stack gap="md">
        <Refusal error={make.error} />
        <TextInput
          label={t('profile.keyName')}
          description={t('profile.keyNameHelp')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          data-autofocus
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('profile.keyEnds')}
          allowDeselect={false}
          data={lives.map((value) => ({ value, label: lifeText(value) }))}
          {...form.getInputProps('days')}
        />
        {roles.length === 0 ? null : (
          <MultiSelect
            label={t('profile.keyRoles')}
            description={t('profile.keyRolesHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            placeholder={form.values.roles.length === 0 ? t('profile.keyRolesAll') : ''}
            data={roles.map(({ name, title }) => ({ value: name, label: title }))}
            {...form.getInputProps('roles')}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {t('profile.keyMake')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
