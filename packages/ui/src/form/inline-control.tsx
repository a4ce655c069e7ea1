import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { FieldView, Json } from '@telar/metadata'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldValue } from '../views/field-value.tsx'
import { useWidgets, widgetOf } from '../widgets/widgets-context.ts'
import { FieldLock } from './field-lock.tsx'
import type { ControlProps } from './form-context.ts'
import { useInlineActions } from './inline-actions-context.ts'
import { InlineEditor } from './inline-editor.tsx'
import classes from './form.module.css'

/** One field of a record that is read: label left, value right; a click or Enter edits it in its place. */
export function InlineControl({ field, value, isRequired, isReadOnly, isLocked }: ControlProps) {
  const actions = useInlineActions()
  const [isEditing, setEditing] = useState(false)
  const widget = widgetOf(useWidgets(), field)
  const canEdit = !isReadOnly && actions !== null
  const edit = () => {
    if (widget.inline === 'none') actions?.editAll()
    else setEditing(true)
  }
  return (
    <div
      className={classes['inline']}
      data-wide={(widget.size !== 'line' && value !== null) || undefined}
      data-field={field.name}
    >
      <div className={classes['inlineLabel']} title={field.help || undefined}>
        {field.title}
      </div>
      {isEditing && canEdit ? (
        <InlineEditor
          field={field}
          value={value}
          isRequired={isRequired}
          commit={actions.commit}
          onClose={() => setEditing(false)}
        />
      ) : (
        <Value field={field} value={value} onEdit={canEdit ? edit : undefined}>
          {isLocked ? <FieldLock field={field} /> : null}
        </Value>
      )}
    </div>
  )
}

interface ValueProps {
  readonly field: FieldView
  readonly value: Json
  readonly onEdit: (() => void) | undefined
  /** What is said of a value that may not be edited. */
  readonly children: ReactNode
}

/** The whole place takes a click; the button inside is the way for the keyboard. */
function Value({ field, value, onEdit, children }: ValueProps) {
  const { t } = useTranslation()
  if (onEdit === undefined) {
    return (
      <div className={classes['inlineValue']}>
        <FieldValue field={field} value={value} />
        {children}
      </div>
    )
  }
  const label = t('field.edit', { field: field.title })
  return (
    <div className={classes['inlineValue']} data-editable onClick={onEdit}>
      {value === null || value === '' ? (
        <span className={classes['inlineSet']}>{t('field.set', { field: field.title })}</span>
      ) : null}
      <FieldValue field={field} value={value} />
      <Tooltip label={label}>
        <ActionIcon size="sm" className={classes['inlineEdit']} aria-label={label} onClick={onEdit}>
          <IconPencil size={14} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
