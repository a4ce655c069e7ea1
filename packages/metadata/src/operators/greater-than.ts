import { isAfter, withFirst } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const greaterThan = defineOperator({
  name: 'greaterThan',
  label: { en: 'is greater than', es: 'es mayor que' },
  dateLabel: { en: 'is after', es: 'es posterior a' },
  takes: 'one',
  predicate: (term) => withFirst(term, isAfter),
})
