import { Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePatience } from './use-patience.ts'

/** Rows to come; nothing at all while it may still be quick. */
export function Waiting({ rows = 8 }: { readonly rows?: number }) {
  const { t } = useTranslation()
  const isShown = usePatience(true)
  if (!isShown) return null
  return (
    <Stack gap={14} p="lg" aria-busy aria-label={t('state.loading')} role="status">
      {Array.from({ length: rows }, (_row, index) => (
        <Skeleton key={index} height={10} width={`${String(92 - ((index * 17) % 45))}%`} />
      ))}
    </Stack>
  )
}
