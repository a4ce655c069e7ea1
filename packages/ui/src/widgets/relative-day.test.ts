import { expect, test } from 'vitest'
import { dayChoiceOf, valueOfDayChoice } from './relative-day.ts'

test('every way to say a day survives the builder', () => {
  for (const value of [
    '2026-11-21',
    null,
    { date: '-30d' },
    { date: '+7d' },
    { date: 'startOfQuarter' },
    { date: 'startOfMonth-1m' },
  ]) {
    expect(valueOfDayChoice(dayChoiceOf(value))).toEqual(value)
  }
})

test('days away are read as a number', () => {
  expect(dayChoiceOf({ date: '-30d' })).toEqual({ type: 'ago', days: 30 })
  expect(dayChoiceOf({ date: '+7d' })).toEqual({ type: 'ahead', days: 7 })
  expect(dayChoiceOf({ date: '-2w' })).toEqual({ type: 'named', name: '-2w' })
})
