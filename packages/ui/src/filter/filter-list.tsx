import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { isList, sameJson, type FieldView, type Json } from '@telar/metadata'
import { useState, type ComponentType, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { textOf } from '../views/text-of.ts'
import { useReader } from '../views/use-reader.ts'
import type { WidgetProps } from '../widgets/widget.ts'
import { useWidgets, widgetOf } from '../widgets/widgets-context.ts'
import { useReferenceLabels } from '../workspace/use-reference-labels.ts'
import classes from './filter.module.css'

interface FilterListProps {
  readonly field: FieldView
  readonly Editor: ComponentType<WidgetProps>
  readonly value: Json
  readonly onChange: (value: Json) => void
}

/** Several values to compare with: those chosen, and the editor for one more. */
export function FilterList({ field, Editor, value, onChange }: FilterListProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const [draft, setDraft] = useState<Json>(null)
  const { inline } = widgetOf(useWidgets(), field)
  const chosen = isList(value) ? value : []
  const labelled = useReferenceLabels(field.link, chosen)
  const add = (next: Json) => {
    setDraft(null)
    if (next !== null && !chosen.some((each) => sameJson(each, next))) onChange([...chosen, next])
  }
  // A choice is added at once; what is typed, when it is finished.
  const change = (next: Json) => (inline === 'blur' ? setDraft(next) : add(next))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && inline === 'blur') add(draft)
  }
  return (
    <div className={classes['list']} onKeyDown={onKeyDown} onBlur={() => (inline === 'blur' ? add(draft) : undefined)}>
      {chosen.map((each) => {
        const label = textOf(field, labelled(each), reader)
        return (
          <span key={JSON.stringify(each)} className="pill">
            <span>{label}</span>
            <ActionIcon
              size={16}
              aria-label={t('field.removeNamed', { name: label })}
              onClick={() => onChange(chosen.filter((other) => !sameJson(other, each)))}
            >
              <IconX size={11} />
            </ActionIcon>
          </span>
        )
      })}
      <Editor key={chosen.length} field={field} value={draft} onChange={change} />
    </div>
  )
}
