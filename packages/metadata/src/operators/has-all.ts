import { hasElements } from './comparisons.ts'
import { defineOperator } from './operator.ts'

export const hasAll = defineOperator({
  name: 'hasAll',
  label: { en: 'has all of', es: 'tiene todos estos' },
  takes: 'list',
  predicate: (term) => hasElements(term, 'hasAll'),
})
