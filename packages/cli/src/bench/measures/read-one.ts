import { type Measure, pick, records } from './measure.ts'

export const readOne: Measure = {
  name: 'read',
  title: { en: 'Read one', es: 'Leer uno' },
  target: 0.6,
  ours: (sample) => ({ method: 'GET', path: `${records}/${pick(sample, sample.ids)}` }),
  bare: (sample) => ({ method: 'GET', path: `/deals/${pick(sample, sample.ids)}` }),
}
