import { expect, test } from 'vitest'
import { durationText } from './duration-text.ts'

test('a wait is told in the largest unit that is still exact enough, and never too short', () => {
  expect([1, 45, 119, 121, 900, 7201].map((seconds) => durationText(seconds, 'en'))).toEqual([
    '1 second',
    '45 seconds',
    '119 seconds',
    '3 minutes',
    '15 minutes',
    '3 hours',
  ])
  expect(durationText(61, 'es')).toBe('61 segundos')
})
