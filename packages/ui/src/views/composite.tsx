import { isObject, type FieldView, type Json } from '@telar/metadata'
import { FieldValue } from './field-value.tsx'
import { textOf } from './text-of.ts'
import { useReader } from './use-reader.ts'
import type { Reader, View, ViewProps } from './view.ts'
import classes from './views.module.css'

const filledChildren = (field: FieldView, value: Json): readonly (readonly [FieldView, Json])[] =>
  Object.values(field.children).flatMap((child) => {
    const part = isObject(value) ? value[child.name] : undefined
    return part === undefined || part === null ? [] : [[child, part] as const]
  })

const text = (value: Json, field: FieldView, reader: Reader): string =>
  filledChildren(field, value)
    .map(([child, part]) => textOf(child, part, reader))
    .join(', ')

function Show({ field, value, dense }: ViewProps) {
  const reader = useReader()
  if (dense) return <span>{text(value, field, reader)}</span>
  return (
    <dl className={classes['parts']}>
      {filledChildren(field, value).map(([child, part]) => (
        <div key={child.name}>
          <dt>{child.title}</dt>
          <dd>
            <FieldValue field={child} value={part} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export const composite: View = { Show, text, numeric: false }
