import { Button, Group } from '@mantine/core'
import type { RecordData } from '@telar/client'
import type { FieldView, Json } from '@telar/metadata'
import type { CustomCellEditorProps } from 'ag-grid-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { widgets } from '../widgets/index.ts'
import { openEditor } from '../widgets/open-editor.ts'
import { widgetOf, WidgetsProvider } from '../widgets/widgets-context.ts'
import classes from './data-grid.module.css'

type CellEditorProps = CustomCellEditorProps<RecordData, Json> & { readonly field: FieldView }

/** The editor of the form, inside a cell. */
export function CellEditor({ field, value, onValueChange, stopEditing, eventKey }: CellEditorProps) {
  const box = useRef<HTMLDivElement>(null)
  const { Edit, inline, size } = widgetOf(widgets, field)
  const isPopup = inline === 'popup' || size !== 'line'

  useEffect(() => {
    const input = openEditor(box.current)
    // A letter that opened the editor is the first of the new value.
    if (input && inline === 'blur' && eventKey !== null && eventKey.length === 1) {
      input.setRangeText(eventKey, 0, input.value.length, 'end')
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }, [eventKey, inline])

  // After the choice has been handed on.
  const finish = () => setTimeout(() => stopEditing())
  const change = (next: Json) => {
    onValueChange(next)
    if (inline === 'change') finish()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPopup || event.key !== 'Enter') return
    const isField = event.target instanceof HTMLInputElement && event.target.getAttribute('aria-haspopup') !== 'listbox'
    if (event.metaKey || event.ctrlKey || isField) stopEditing()
  }
  return (
    <WidgetsProvider value={widgets}>
      <div ref={box} className={isPopup ? classes['popup'] : classes['editor']} onKeyDown={onKeyDown}>
        <Edit
          field={field}
          value={value ?? null}
          onChange={change}
          required={field.required}
          autoFocus
          {...(isPopup ? {} : { onDone: finish })}
        />
        {isPopup ? <PopupButtons onDone={() => stopEditing()} onCancel={() => stopEditing(true)} /> : null}
      </div>
    </WidgetsProvider>
  )
}

function PopupButtons({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel: () => void }) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end" gap={6} mt={8}>
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
      <Button onClick={onDone}>{t('action.done')}</Button>
    </Group>
  )
}
