import { useReader } from './use-reader.ts'
import type { View, ViewProps } from './view.ts'

/** A view that is its text. */
export const plainView = (text: View['text'], numeric = false): View => {
  function Show({ field, value }: ViewProps) {
    const reader = useReader()
    return <span className={numeric ? 'numeric' : undefined}>{text(value, field, reader)}</span>
  }
  return { Show, text, numeric }
}

export const textOfValue: View['text'] = (value) => (typeof value === 'string' ? value : JSON.stringify(value))
