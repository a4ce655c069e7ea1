import { Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { languages } from '@telar/metadata'
import { changeLanguage } from '@telar/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languageNames } from '../shell/language-names.ts'
import classes from './entry-page.module.css'

interface EntryPageProps {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** The frame of the few pages before one is signed in. */
export function EntryPage({ title, lead, children }: EntryPageProps) {
  const { i18n } = useTranslation()
  return (
    <main className={classes['root']}>
      <Stack gap="lg" className={classes['column']}>
        <Stack gap={4} align="center">
          <img src="/icon.svg" alt="" width={40} height={40} />
          <Title order={1} ta="center" mt="sm">
            {title}
          </Title>
          {lead === undefined ? null : (
            <Text c="dimmed" ta="center">
              {lead}
            </Text>
          )}
        </Stack>
        <Paper withBorder p="xl" radius="lg">
          {children}
        </Paper>
        <SegmentedControl
          size="xs"
          className={classes['languages']}
          value={i18n.language}
          data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          onChange={(chosen) => {
            const language = languages.find((each) => each === chosen)
            if (language !== undefined) void changeLanguage(language)
          }}
        />
      </Stack>
    </main>
  )
}
