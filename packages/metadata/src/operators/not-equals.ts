import { negated } from '../filter/predicate.ts'
import { is, withFirst } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const notEquals = defineOperator({
  name: 'notEquals',
  label: { en: 'is not', es: 'no es' },
  takes: 'one',
  predicate: (term) => negated(withFirst(term, is)),
})
