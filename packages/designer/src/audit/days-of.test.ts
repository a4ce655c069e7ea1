import type { AuditEntry } from '@telar/client'
import { expect, test } from 'vitest'
import { daysOf } from './days-of.ts'

const entry = (id: string, at: string): AuditEntry => ({
  id,
  at,
  act: 'sign-in',
  title: '',
  actor: null,
  about: null,
  detail: {},
  address: null,
  device: null,
})

test('an entry stands under the day of the workspace, not of the server', () => {
  const entries = [
    entry('3', '2026-11-22T12:00:00Z'),
    entry('2', '2026-11-21T23:30:00Z'),
    entry('1', '2026-11-21T10:00:00Z'),
  ]
  const days = daysOf(entries, 'Europe/Madrid')
  expect(days.map(({ day, entries: ofDay }) => [day, ofDay.map(({ id }) => id)])).toEqual([
    ['2026-11-22', ['3', '2']],
    ['2026-11-21', ['1']],
  ])
})
