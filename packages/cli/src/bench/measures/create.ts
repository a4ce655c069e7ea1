import type { JsonObject } from '@telar/metadata'
import { stages } from '../bench-definition.ts'
import { type Measure, pick, records, type Sample } from './measure.ts'

/** A whole record, all fields written. */
const record = (sample: Sample): JsonObject => {
  const number = sample.below(1_000_000)
  return {
    name: `New deal ${number}`,
    code: `N-${number}`,
    email: `new${number}@example.com`,
    phone: '+34612345678',
    website: `https://example.com/new/${number}`,
    city: 'Zaragoza',
    reference: `ref-${number}`,
    description: 'They asked for an offer with delivery in six weeks. To be called back.',
    stage: pick(sample, stages),
    source: 'fair',
    priority: 'high',
    employees: number % 500,
    score: number % 100,
    visits: 3,
    weight: 12.5,
    discount: '2.50',
    probability: '40',
    amount: { amount: `${number % 10_000}.50`, currency: 'EUR' },
    closeDate: '2026-12-31',
    nextStep: '2026-11-30',
    meetingAt: '2026-12-01T09:30:00Z',
    active: true,
    newsletter: false,
    company: pick(sample, sample.companies),
  }
}

/** The same by column, as the bare server takes it. */
const byColumn = (sample: Sample): JsonObject => {
  const values = record(sample)
  return Object.fromEntries(
    [...sample.deal.columns].map(([name, column]) => {
      if (name === 'amount' || name === 'amount.base') return [column, '1234.50']
      return [column, name === 'amount.currency' ? 'EUR' : (values[name] ?? null)]
    }),
  )
}

export const create: Measure = {
  name: 'create',
  title: { en: 'Create', es: 'Crear' },
  target: 0.35,
  ours: (sample) => ({ method: 'POST', path: records, body: JSON.stringify(record(sample)) }),
  bare: (sample) => ({ method: 'POST', path: '/deals', body: JSON.stringify(byColumn(sample)) }),
}
