import { allOf, never } from '../filter/predicate.ts'
import { isAtLeast, isAtMost } from './comparisons.ts'
import { defineOperator } from './operator.ts'

/** Both ends included. */
export const between = defineOperator({
  name: 'between',
  label: { en: 'is between', es: 'está entre' },
  takes: 'two',
  predicate: ({ operand, values: [low, high] }) =>
    low === undefined || high === undefined ? never : allOf([isAtLeast(operand, low), isAtMost(operand, high)]),
})
