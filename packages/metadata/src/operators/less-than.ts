import { isBefore, withFirst } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const lessThan = defineOperator({
  name: 'lessThan',
  label: { en: 'is less than', es: 'es menor que' },
  dateLabel: { en: 'is before', es: 'es anterior a' },
  takes: 'one',
  predicate: (term) => withFirst(term, isBefore),
})
