import { comparesText } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const endsWith = defineOperator({
  name: 'endsWith',
  label: { en: 'ends with', es: 'termina en' },
  takes: 'one',
  reads: 'text',
  predicate: comparesText('endsWith'),
})
