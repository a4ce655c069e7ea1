import { is, withFirst } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const within = defineOperator({
  name: 'within',
  label: { en: 'is within', es: 'está en el periodo' },
  takes: 'period',
  predicate: (term) => withFirst(term, is),
})
