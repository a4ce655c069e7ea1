import { is, withFirst } from './comparisons.ts'
import { defineOperator } from './operator.ts'

/** On a calendar date; of an instant, its date in the person's time zone counts. */
export const on = defineOperator({
  name: 'on',
  label: { en: 'is on', es: 'es el día' },
  takes: 'one',
  reads: 'day',
  predicate: (term) => withFirst(term, is),
})
