import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** A link that is told once, to be handed over. */
export function LinkToCopy({ link }: { readonly link: string }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <TextInput
        label={t('people.link')}
        value={link}
        readOnly
        flex={1}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button
            data-autofocus
            flex="none"
            leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            onClick={copy}
          >
            {copied ? t('people.copied') : t('people.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  )
}
