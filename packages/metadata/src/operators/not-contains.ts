import { negated } from '../filter/predicate.ts'
import { comparesText } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const notContains = defineOperator({
  name: 'notContains',
  label: { en: 'does not contain', es: 'no contiene' },
  takes: 'one',
  reads: 'text',
  predicate: (term) => negated(comparesText('contains')(term)),
})
