import { anyOf, type Predicate } from '@telar/metadata'
import { expect, it } from 'vitest'
import { scopeBranches } from './scope-branches.ts'

const on = (
  column: string,
  values: readonly string[],
  compare: 'equals' | 'oneOf' | 'isEmpty' = 'equals',
): Predicate => ({
  type: 'compare',
  operand: { path: [], column, primitive: 'uuid', keys: [] },
  compare,
  values,
})

const mine = anyOf([
  on('owner_id', ['me']),
  { type: 'all', of: [on('owner_id', [], 'isEmpty'), on('created_by', ['me'])] },
])

const teams = (count: number): Predicate =>
  on(
    'team_id',
    Array.from({ length: count }, (_one, index) => `team ${index}`),
    'oneOf',
  )

it('takes a scope apart into ranges of indexes, the teams of all roles together', () => {
  const branches = scopeBranches(anyOf([mine, anyOf([mine, teams(2)]), teams(3)]))
  expect(branches).toEqual([
    { type: 'rows', rows: on('owner_id', ['me']) },
    { type: 'rows', rows: { type: 'all', of: [on('owner_id', [], 'isEmpty'), on('created_by', ['me'])] } },
    { type: 'each', column: 'team_id', values: ['team 0', 'team 1', 'team 2'] },
  ])
})

it('leaves alone what is one range, too many, or no range at all', () => {
  expect(scopeBranches(on('owner_id', ['me']))).toBeUndefined()
  expect(scopeBranches({ type: 'always' })).toBeUndefined()
  expect(scopeBranches(anyOf([mine, teams(100)]))).toHaveLength(3)
  expect(scopeBranches(anyOf([mine, teams(101)]))).toBeUndefined()
  expect(scopeBranches(anyOf([mine, on('region', ['north'])]))).toBeUndefined()
})
