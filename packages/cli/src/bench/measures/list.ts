import { stages } from '../bench-definition.ts'
import { type Measure, pick, records, type Sample } from './measure.ts'

/** The newest 50 of one stage from an amount on: a filter of two conditions and an order. */
const ours = (sample: Sample, count: string) => {
  const filter = {
    all: [
      { field: 'stage', op: 'equals', value: pick(sample, stages) },
      { field: 'amount', op: 'atLeast', value: 10 * sample.below(1000) },
    ],
  }
  return {
    method: 'GET',
    path: `${records}?limit=50&sort=-createdAt&filter=${encodeURIComponent(JSON.stringify(filter))}${count}`,
  } as const
}

const bare = (sample: Sample, count: string) =>
  ({ method: 'GET', path: `/deals?stage=${pick(sample, stages)}&least=${10 * sample.below(1000)}${count}` }) as const

export const list: Measure = {
  name: 'list',
  title: { en: 'List 50 (filter, sort)', es: 'Listar 50 (filtro y orden)' },
  target: 0.6,
  ours: (sample) => ours(sample, ''),
  bare: (sample) => bare(sample, ''),
}

export const countedList: Measure = {
  name: 'count',
  title: { en: 'The same with exact count', es: 'Lo mismo con recuento exacto' },
  target: 0.8,
  ours: (sample) => ours(sample, '&count=exact'),
  bare: (sample) => bare(sample, '&count=exact'),
}
