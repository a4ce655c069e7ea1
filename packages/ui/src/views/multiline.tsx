import { textOfValue } from './plain-view.tsx'
import type { View, ViewProps } from './view.ts'
import classes from './views.module.css'

function Show({ value, dense }: ViewProps) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return dense ? (
    <span title={text}>{text.replaceAll('\n', ' ')}</span>
  ) : (
    <span className={classes['multiline']}>{text}</span>
  )
}

export const multiline: View = { Show, text: textOfValue, numeric: false }
