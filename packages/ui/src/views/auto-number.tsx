import { textOfValue } from './plain-view.tsx'
import type { View, ViewProps } from './view.ts'

function Show({ value }: ViewProps) {
  return <span className="numeric">{typeof value === 'string' ? value : JSON.stringify(value)}</span>
}

export const autoNumber: View = { Show, text: textOfValue, numeric: false }
