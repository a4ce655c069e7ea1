import { isAtLeast, withFirst } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const atLeast = defineOperator({
  name: 'atLeast',
  label: { en: 'is at least', es: 'es como mínimo' },
  dateLabel: { en: 'is on or after', es: 'es a partir del' },
  takes: 'one',
  predicate: (term) => withFirst(term, isAtLeast),
})
