import { Textarea } from '@mantine/core'
import type { Json } from '@telar/metadata'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inputProps } from './input-props.ts'
import { text } from './text-widget.tsx'
import type { Widget, WidgetProps } from './widget.ts'

const write = (value: Json): string => (value === null ? '' : JSON.stringify(value, null, 2))

type Reading = { readonly ok: true; readonly value: Json } | { readonly ok: false }

const read = (text: string): Reading => {
  if (text.trim() === '') return { ok: true, value: null }
  try {
    // oxlint-disable-next-line no-unsafe-type-assertion -- what JSON.parse gives is JSON
    return { ok: true, value: JSON.parse(text) as Json }
  } catch {
    return { ok: false }
  }
}

/** Free structure as text; only what can be read is handed on. */
function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => write(props.value))
  const reading = read(text)
  const input = inputProps(props)
  return (
    <Textarea
      {...input}
      value={text}
      error={reading.ok ? input.error : t('validation.json')}
      minRows={3}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        const next = read(typed)
        if (next.ok) props.onChange(next.value)
      }}
    />
  )
}

export const json: Widget = { Edit, Compare: text.Edit, inline: 'popup', size: 'wide' }
