import { hasElements } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const hasAny = defineOperator({
  name: 'hasAny',
  label: { en: 'has any of', es: 'tiene alguno de' },
  takes: 'list',
  predicate: (term) => hasElements(term, 'hasAny'),
})
