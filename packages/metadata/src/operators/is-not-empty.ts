import { negated } from '../filter/predicate.ts'
import { isEmptyCell } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const isNotEmpty = defineOperator({
  name: 'isNotEmpty',
  label: { en: 'is not empty', es: 'no está vacío' },
  takes: 'none',
  predicate: (term) => negated(isEmptyCell(term)),
})
