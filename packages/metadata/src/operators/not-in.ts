import { negated } from '../filter/predicate.ts'
import { isOneOf } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const notIn = defineOperator({
  name: 'notIn',
  label: { en: 'is none of', es: 'no es ninguno de' },
  takes: 'list',
  predicate: (term) => negated(isOneOf(term)),
})
