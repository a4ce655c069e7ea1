import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from './copy-button.tsx'
import classes from './profile.module.css'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onDone: () => void
}

/** Shown once: to copy, to save, to write down. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation()
  const text = codes.join('\n')
  return (
    <Stack gap="md">
      <Text size="sm">{t('profile.recoveryLead')}</Text>
      <ul className={classes['codes']} aria-label={t('profile.recovery')} translate="no">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group justify="space-between">
        <Group gap="sm">
          <CopyButton text={text} />
          <Button
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() => save(t('profile.recoveryFile'), `${text}\n`)}
          >
            {t('profile.download')}
          </Button>
        </Group>
        <Button onClick={onDone}>{t('profile.recoveryKept')}</Button>
      </Group>
    </Stack>
  )
}

const save = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
