import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { FieldView } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { useWhy } from '../workspace/why-context.ts'
import { useForm } from './form-context.ts'
import classes from './form.module.css'

/** Says that a field may not be written by this reader, and leads to the reason. */
export function FieldLock({ field }: { readonly field: FieldView }) {
  const { t } = useTranslation()
  const ask = useWhy()
  const { module, values } = useForm()
  const { id } = values
  return (
    <Tooltip label={t('access.locked')} events={{ hover: true, focus: true, touch: true }} multiline maw={260}>
      <ActionIcon
        size={18}
        className={classes['lock']}
        aria-label={t('access.lockedNamed', { field: field.title })}
        onClick={() =>
          ask?.({
            module: module.name,
            action: typeof id === 'string' ? 'update' : 'create',
            record: typeof id === 'string' ? id : undefined,
            field: field.name,
          })
        }
      >
        <IconLock size={12} stroke={1.8} />
      </ActionIcon>
    </Tooltip>
  )
}
