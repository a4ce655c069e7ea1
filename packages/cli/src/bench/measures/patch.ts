import { stages } from '../bench-definition.ts'
import { type Measure, pick, records, type Sample } from './measure.ts'

const change = (sample: Sample): string => JSON.stringify({ stage: pick(sample, stages), score: sample.below(100) })

export const patch: Measure = {
  name: 'patch',
  title: { en: 'Patch two fields', es: 'Modificar dos campos' },
  target: 0.35,
  ours: (sample) => ({
    method: 'PATCH',
    path: `${records}/${pick(sample, sample.ids)}`,
    headers: { 'if-match': '*' },
    body: change(sample),
  }),
  bare: (sample) => ({ method: 'PATCH', path: `/deals/${pick(sample, sample.ids)}`, body: change(sample) }),
}
