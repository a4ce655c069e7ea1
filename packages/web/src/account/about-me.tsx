import { Button, SegmentedControl, Select, TextInput, useMantineColorScheme } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Me } from '@telar/client'
import { languages } from '@telar/metadata'
import { changeLanguage, toast } from '@telar/ui'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { issuesOf } from '../session/issues-of.ts'
import { Refusal } from '../session/refusal.tsx'
import { languageNames } from '../shell/language-names.ts'
import { ProfileSection } from './profile-section.tsx'
import { accountKeys } from './use-account.ts'
import classes from './profile.module.css'

const schemes = ['light', 'dark', 'auto'] as const

/** Name, language, theme. */
export function AboutMe({ me }: { readonly me: Me }) {
  const { t, i18n } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const theme = useId()
  return (
    <ProfileSection title={t('profile.me')} lead={t('profile.meLead')}>
      <NameForm name={me.member.name} />
      <TextInput
        label={t('auth.email')}
        description={t('profile.emailHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={me.member.email}
        readOnly
        variant="filled"
      />
      <Select
        label={t('shell.language')}
        description={t('profile.languageHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        allowDeselect={false}
        value={i18n.language}
        data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        onChange={(chosen) => {
          const language = languages.find((each) => each === chosen)
          if (language === undefined) return
          void changeLanguage(language)
          // The page speaks it already; only mails wait for the server.
          client.auth.profile.change({ language }).catch(() => undefined)
        }}
      />
      <div role="group" aria-labelledby={theme}>
        <div id={theme} className="mantine-InputWrapper-label">
          {t('shell.theme')}
        </div>
        <SegmentedControl
          size="xs"
          value={colorScheme}
          data={schemes.map((value) => ({ value, label: t(`shell.${value}`) }))}
          onChange={(chosen) => {
            const scheme = schemes.find((each) => each === chosen)
            if (scheme !== undefined) setColorScheme(scheme)
          }}
        />
      </div>
    </ProfileSection>
  )
}

function NameForm({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { name },
    validate: { name: (value) => (value.trim() === '' ? t('auth.nameMissing') : null) },
  })
  const save = useMutation({
    mutationFn: (values: typeof form.values) => client.auth.profile.change({ name: values.name.trim() }),
    onSuccess: async (_done, values) => {
      form.setInitialValues(values)
      form.reset()
      toast({ message: t('profile.nameSaved') })
      await Promise.all(
        [accountKeys.me, ['model'], ['session']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      )
    },
    onError: (error) => form.setErrors(issuesOf(error)),
  })
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Refusal error={save.error} />
      <div className={classes['nameRow']}>
        <TextInput label={t('profile.name')} autoComplete="name" {...form.getInputProps('name')} />
        {form.isDirty() ? (
          <Button type="submit" loading={save.isPending}>
            {t('profile.saveName')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
