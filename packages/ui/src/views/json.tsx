import { Code } from '@mantine/core'
import type { View, ViewProps } from './view.ts'

function Show({ value, dense }: ViewProps) {
  if (dense) return <span className="dimmed">{JSON.stringify(value)}</span>
  return <Code block>{JSON.stringify(value, null, 2)}</Code>
}

export const json: View = { Show, text: (value) => JSON.stringify(value), numeric: false }
