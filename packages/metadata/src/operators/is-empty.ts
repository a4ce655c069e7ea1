import { isEmptyCell } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const isEmpty = defineOperator({
  name: 'isEmpty',
  label: { en: 'is empty', es: 'está vacío' },
  takes: 'none',
  predicate: isEmptyCell,
})
