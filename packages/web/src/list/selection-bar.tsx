import { ActionIcon, Button, Paper, Transition } from '@mantine/core'
import { IconTrash, IconUserShare, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './list.module.css'

interface SelectionBarProps {
  readonly count: number
  readonly canDelete: boolean
  readonly canAssign: boolean
  readonly onClear: () => void
  readonly onDelete: () => void
  readonly onAssign: () => void
}

/** What can be done with the chosen rows. */
export function SelectionBar({ count, canDelete, canAssign, onClear, onDelete, onAssign }: SelectionBarProps) {
  const { t } = useTranslation()
  return (
    <Transition mounted={count > 0} transition="slide-up" duration={150}>
      {(style) => (
        <Paper
          className={classes['selection']}
          style={style}
          withBorder
          shadow="md"
          radius="md"
          role="toolbar"
          aria-label={t('list.selectionActions')}
        >
          <span>{t('list.selected', { count })}</span>
          {canAssign ? (
            <Button variant="subtle" leftSection={<IconUserShare size={14} />} onClick={onAssign}>
              {t('access.assign')}
            </Button>
          ) : null}
          {canDelete ? (
            <Button variant="subtle" color="red" leftSection={<IconTrash size={14} />} onClick={onDelete}>
              {t('action.delete')}
            </Button>
          ) : null}
          <ActionIcon aria-label={t('list.clearSelection')} onClick={onClear}>
            <IconX size={16} />
          </ActionIcon>
        </Paper>
      )}
    </Transition>
  )
}
