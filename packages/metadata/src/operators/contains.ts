import { comparesText } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const contains = defineOperator({
  name: 'contains',
  label: { en: 'contains', es: 'contiene' },
  takes: 'one',
  reads: 'text',
  predicate: comparesText('contains'),
})
