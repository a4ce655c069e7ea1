import { is, withFirst } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const equals = defineOperator({
  name: 'equals',
  label: { en: 'is', es: 'es' },
  takes: 'one',
  predicate: (term) => withFirst(term, is),
})
