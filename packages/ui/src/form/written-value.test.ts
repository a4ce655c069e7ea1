import { expect, test } from 'vitest'
import { changesOf, filledValues, writtenRecord } from './written-value.ts'

test('links are written as ids, inside composites too', () => {
  const lines = [{ product: { id: 'p1', label: 'Loom' }, quantity: 2 }]
  expect(writtenRecord({ account: { id: 'a1', label: 'Acme' }, lines })).toEqual({
    account: 'a1',
    lines: [{ product: 'p1', quantity: 2 }],
  })
})

test('an object that only looks a little like a link stays whole', () => {
  const value = { id: 'x', label: 'y', extra: true }
  expect(writtenRecord({ value })).toEqual({ value })
})

test('only what changed is sent, and what was emptied is null', () => {
  const before = { name: 'Acme', account: { id: 'a1', label: 'Old label' }, city: 'Vigo' }
  expect(changesOf(before, { name: 'Acme', account: { id: 'a1', label: 'New label' }, city: null })).toEqual({
    city: null,
  })
  expect(changesOf(before, { ...before, name: 'Ñu' })).toEqual({ name: 'Ñu' })
  expect(changesOf({}, { name: null })).toEqual({})
})

test('a new record is sent without its empty fields', () => {
  expect(filledValues({ name: 'Acme', city: null })).toEqual({ name: 'Acme' })
})
