import { expect, test } from 'vitest'
import { languages } from '../language.ts'
import { periodNamed, periods, spanOf } from './period.ts'

const context = { now: '2026-11-21T15:20:30.500Z', timeZone: 'Europe/Madrid', firstDayOfWeek: 1, user: { id: null } }

const span = (name: string): readonly unknown[] => {
  const period = periodNamed(name)
  return period === undefined ? [] : Object.values(spanOf(period, context))
}

test.each([
  ['today', '2026-11-21', '2026-11-22'],
  ['yesterday', '2026-11-20', '2026-11-21'],
  ['lastWeek', '2026-11-09', '2026-11-16'],
  ['thisMonth', '2026-11-01', '2026-12-01'],
  ['lastQuarter', '2026-07-01', '2026-10-01'],
  ['nextYear', '2027-01-01', '2028-01-01'],
  ['last30Days', '2026-10-23', '2026-11-22'],
  ['next7Days', '2026-11-21', '2026-11-28'],
  ['last365Days', '2025-11-22', '2026-11-22'],
  ['past', null, '2026-11-21'],
  ['future', '2026-11-22', null],
])('%s goes from %s to before %s', (name, from, before) => {
  expect(span(name)).toEqual([from, before])
})

test.each(['', 'thisDecade', 'last0Days', 'last99999Days', 'lastDays', 'LAST7DAYS', 'toString'])(
  '“%s” is no period',
  (name) => {
    expect(periodNamed(name)).toBeUndefined()
  },
)

test('every period has a name of its own in every language', () => {
  for (const language of languages) {
    expect(new Set(periods.map(({ label }) => label[language])).size).toBe(periods.length)
  }
})
