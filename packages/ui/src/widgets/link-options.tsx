import { Combobox, Loader, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ModuleView } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../parts/avatar.tsx'
import type { Reference } from '../views/reference-of.ts'
import classes from './widgets.module.css'

/** The option that makes a new record. */
export const createKey = '$create'

interface LinkOptionsProps {
  readonly module: ModuleView
  readonly found: readonly Reference[]
  readonly chosen: string | undefined
  readonly isSettled: boolean
  readonly typed: string
  readonly canCreate: boolean
}

/** What a link picker offers. */
export function LinkOptions({ module, found, chosen, isSettled, typed, canCreate }: LinkOptionsProps) {
  const { t } = useTranslation()
  const one = module.title.toLocaleLowerCase()
  return (
    <Combobox.Options aria-label={module.plural} className={classes['options']}>
      {found.map((reference) => (
        <Combobox.Option key={reference.id} value={reference.id} active={reference.id === chosen}>
          <span className="face">
            <Avatar name={reference.label} />
            <span className="truncate">{reference.label}</span>
          </span>
        </Combobox.Option>
      ))}
      {found.length === 0 ? (
        <Combobox.Empty>{isSettled ? t('field.nothingFound') : <Loader size={14} />}</Combobox.Empty>
      ) : null}
      {canCreate && (isSettled || typed === '') ? (
        <Combobox.Option value={createKey} className={classes['create']}>
          <span className="face">
            <IconPlus size={14} aria-hidden />
            <Text span fz="xs">
              {typed === '' ? t('field.createOne', { module: one }) : t('field.createNamed', { name: typed })}
            </Text>
          </span>
        </Combobox.Option>
      ) : null}
    </Combobox.Options>
  )
}
