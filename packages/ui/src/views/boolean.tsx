import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { View, ViewProps } from './view.ts'

function Show({ value }: ViewProps) {
  const { t } = useTranslation()
  const isYes = value === true
  const Icon = isYes ? IconCheck : IconX
  return (
    <span className={isYes ? 'face' : 'face dimmed'}>
      <Icon size={14} stroke={2} aria-hidden />
      {isYes ? t('field.yes') : t('field.no')}
    </span>
  )
}

export const boolean: View = {
  Show,
  text: (value, _field, { t }) => (value === true ? t('field.yes') : t('field.no')),
  numeric: false,
}
