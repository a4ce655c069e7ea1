import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useFormat } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import classes from './record.module.css'

/** Says loudly that this is the past, and leads back. */
export function AsOfBanner({ asOf, onNow }: { readonly asOf: string; readonly onNow: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={classes['asOf']} role="status">
      <IconHistory size={16} aria-hidden />
      <span>{t('record.asOf', { when: format.dateTime(asOf) })}</span>
      <Button variant="white" color="dark" size="compact-sm" onClick={onNow}>
        {t('record.backToNow')}
      </Button>
    </div>
  )
}
