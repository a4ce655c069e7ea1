import { expect, test } from 'vitest'
import { questionOf } from './question-of.ts'

const refused = (code: string, params: Readonly<Record<string, string>>, pointer = '') => ({
  status: 403,
  issues: [{ code, params, pointer, message: '' }],
})

const here = { module: 'deal', record: 'd1' }

test('a refused action is asked about on its record', () => {
  expect(questionOf(refused('RECORD_OUTSIDE_SCOPE', { action: 'delete', module: 'Deal' }), here)).toEqual({
    ...here,
    action: 'delete',
  })
})

test('a refused field is asked about by its name', () => {
  expect(questionOf(refused('FIELD_NOT_WRITABLE', { field: 'Amount' }, '/amount'), here)).toEqual({
    ...here,
    action: 'update',
    field: 'amount',
  })
  expect(
    questionOf(refused('FIELD_NOT_WRITABLE', {}, '/amount/currency'), { module: 'deal', record: undefined }),
  ).toMatchObject({ action: 'create', field: 'amount' })
})

test('a right that was missing on another module is asked about there', () => {
  const missing = refused('NO_ROLE_ALLOWS', { action: 'link', module: 'account' })
  expect(questionOf(missing, here)).toEqual({ module: 'account', action: 'link' })
})

test('what is no matter of rights has no such question', () => {
  expect(questionOf({ ...refused('INVALID', {}), status: 422 }, here)).toBe(undefined)
  expect(questionOf(refused('CAPABILITY_MISSING', { capability: 'publish' }), here)).toBe(undefined)
  expect(questionOf({ status: 403, issues: [] }, here)).toBe(undefined)
})
