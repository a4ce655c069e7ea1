import { comparesText } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const startsWith = defineOperator({
  name: 'startsWith',
  label: { en: 'starts with', es: 'empieza por' },
  takes: 'one',
  reads: 'text',
  predicate: comparesText('startsWith'),
})
