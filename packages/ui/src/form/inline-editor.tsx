import { Button, Group } from '@mantine/core'
import { sameJson, type FieldView, type Json } from '@telar/metadata'
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { openEditor } from '../widgets/open-editor.ts'
import { noIssues, type FieldIssues } from '../widgets/widget.ts'
import { useWidgets, widgetOf } from '../widgets/widgets-context.ts'

interface InlineEditorProps {
  readonly field: FieldView
  readonly value: Json
  readonly isRequired: boolean
  readonly commit: (field: string, value: Json) => Promise<FieldIssues>
  readonly onClose: () => void
}

/** An editor in the place of a value; when it keeps what was written is said by its widget. */
export function InlineEditor({ field, value, isRequired, commit: commitNow, onClose }: InlineEditorProps) {
  // Saved against the record as it was when the editing began: what others write meanwhile is a conflict, not lost.
  const [commit] = useState(() => commitNow)
  const box = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState(value)
  const [issues, setIssues] = useState(noIssues)
  const [isSaving, setSaving] = useState(false)
  const hasChosen = useRef(false)
  const { Edit, inline } = widgetOf(useWidgets(), field)

  useEffect(() => {
    openEditor(box.current)
  }, [])

  const save = async (next: Json) => {
    if (isSaving) return
    if (sameJson(next, value)) return onClose()
    setSaving(true)
    const found = await commit(field.name, next)
    setSaving(false)
    if (found.size === 0) onClose()
    else setIssues(found)
  }
  const change = (next: Json) => {
    hasChosen.current = true
    setDraft(next)
    if (inline === 'change') void save(next)
  }
  // A list that was closed without a choice changes nothing.
  const finish = () =>
    setTimeout(() => {
      if (!hasChosen.current) onClose()
    })
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (isWithin(event.currentTarget, event.relatedTarget)) return
    if (inline === 'blur') void save(draft)
    if (inline === 'change' && !isSaving) onClose()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
    const isMultiline = event.target instanceof HTMLTextAreaElement && !(event.metaKey || event.ctrlKey)
    if (
      event.key === 'Enter' &&
      inline !== 'change' &&
      !isMultiline &&
      event.target instanceof HTMLElement &&
      event.target.matches('input, textarea')
    ) {
      event.preventDefault()
      void save(draft)
    }
  }
  return (
    <div ref={box} onBlur={onBlur} onKeyDown={onKeyDown}>
      <Edit
        field={field}
        value={draft}
        required={isRequired}
        disabled={false}
        autoFocus
        {...(inline === 'change' ? { onDone: finish } : {})}
        issues={issues}
        onChange={change}
      />
      {inline === 'popup' ? <Buttons isSaving={isSaving} onSave={() => void save(draft)} onCancel={onClose} /> : null}
    </div>
  )
}

/** A calendar hangs elsewhere in the page, yet belongs to the editor. */
const isWithin = (box: HTMLElement, to: EventTarget | null): boolean =>
  to instanceof Element && (box.contains(to) || to.closest('[data-editor-popup]') !== null)

interface ButtonsProps {
  readonly isSaving: boolean
  readonly onSave: () => void
  readonly onCancel: () => void
}

function Buttons({ isSaving, onSave, onCancel }: ButtonsProps) {
  const { t } = useTranslation()
  return (
    <Group gap={6} mt={6} justify="flex-end">
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
      <Button loading={isSaving} onClick={onSave}>
        {t('action.save')}
      </Button>
    </Group>
  )
}
