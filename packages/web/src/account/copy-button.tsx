import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Puts a text where it can be pasted from. */
export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const { copied, copy } = useClipboard({ timeout: 2000 })
  const Icon = copied ? IconCheck : IconCopy
  return (
    <Button variant="default" leftSection={<Icon size={14} aria-hidden />} onClick={() => copy(text)}>
      {copied ? t('profile.copied') : t('profile.copy')}
    </Button>
  )
}
