import { isOneOf } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const isIn = defineOperator({
  name: 'in',
  label: { en: 'is one of', es: 'es uno de' },
  takes: 'list',
  predicate: isOneOf,
})
