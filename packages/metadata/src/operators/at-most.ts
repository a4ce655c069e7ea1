import { isAtMost, withFirst } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const atMost = defineOperator({
  name: 'atMost',
  label: { en: 'is at most', es: 'es como máximo' },
  dateLabel: { en: 'is on or before', es: 'es como tarde el' },
  takes: 'one',
  predicate: (term) => withFirst(term, isAtMost),
})
