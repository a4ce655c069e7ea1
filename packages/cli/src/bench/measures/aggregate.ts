import { type Measure, records } from './measure.ts'

const body = JSON.stringify({
  groupBy: [{ field: 'stage' }],
  measures: [{ measure: 'count' }, { measure: 'sum', field: 'amount' }],
})

/** Number and worth of all records by stage. */
export const aggregate: Measure = {
  name: 'aggregate',
  title: { en: 'Totals by stage', es: 'Totales por etapa' },
  target: null,
  ours: () => ({ method: 'POST', path: `${records}/aggregate`, body }),
  bare: () => ({ method: 'POST', path: '/deals/aggregate', body }),
}
