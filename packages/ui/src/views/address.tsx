import { isObject, type Json } from '@telar/metadata'
import type { Format } from '../format/format.ts'
import { useReader } from './use-reader.ts'
import type { View, ViewProps } from './view.ts'
import classes from './views.module.css'

/** Lines of an address as they stand on an envelope in most of Europe; the country last. */
const addressLines = (value: Json, format: Format): readonly string[] => {
  if (!isObject(value)) return []
  const part = (name: string) => (typeof value[name] === 'string' ? value[name].trim() : '')
  const town = [part('postalCode'), part('city')].filter(Boolean).join(' ')
  const place = [town, part('state')].filter(Boolean).join(', ')
  const country = part('country') === '' ? '' : format.country(part('country'))
  return [...part('street').split('\n'), place, country].filter((line) => line.trim() !== '')
}

const text: View['text'] = (value, _field, { format }) => addressLines(value, format).join(', ')

function Show({ field, value, dense }: ViewProps) {
  const reader = useReader()
  if (dense) return <span>{text(value, field, reader)}</span>
  return <span className={classes['multiline']}>{addressLines(value, reader.format).join('\n')}</span>
}

export const address: View = { Show, text, numeric: false }
