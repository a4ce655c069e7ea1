import { negated } from '../filter/predicate.ts'
import { hasElements } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const hasNone = defineOperator({
  name: 'hasNone',
  label: { en: 'has none of', es: 'no tiene ninguno de' },
  takes: 'list',
  predicate: (term) => negated(hasElements(term, 'hasAny')),
})
