import { expect, test } from 'vitest'
import { changesIn, wordsIn } from './audit-words.ts'

test('a sentence names people and teams as they were called then', () => {
  const detail = { user: { id: '1', name: 'Lucía' }, to: { id: '2', name: 'Marta' }, records: 12 }
  expect(wordsIn(detail, 'somebody')).toMatchObject({ user: 'Lucía', to: 'Marta', with: 'Lucía', records: 12 })
})

test('an entry that names nobody is told all the same', () => {
  expect(wordsIn({ user: 'not-a-name' }, 'somebody')).toMatchObject({ user: 'somebody', with: 'somebody', records: 0 })
  expect(wordsIn({}, 'alguien').to).toBe('alguien')
})

test('only what became different is told', () => {
  const detail = {
    before: { name: 'North', members: ['Ada'], parent: null },
    after: { name: 'North', members: ['Ada', 'Nora'], parent: 'Sales' },
  }
  expect(changesIn(detail)).toEqual([
    { part: 'members', before: ['Ada'], after: ['Ada', 'Nora'] },
    { part: 'parent', before: null, after: 'Sales' },
  ])
})

test('of something new only what it has is told', () => {
  expect(changesIn({ after: { roles: ['sales-manager'], teams: [], attributes: {}, active: true } })).toEqual([
    { part: 'roles', before: undefined, after: ['sales-manager'] },
  ])
  expect(changesIn({ before: 'odd', after: 7 })).toEqual([])
})
