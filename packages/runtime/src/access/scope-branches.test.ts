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

it('takes a scope apart into ranges that do not overlap, one for each team', () => {
  const branches = scopeBranches(anyOf([mine, anyOf([mine, on('team_id', ['north', 'south'], 'oneOf')])]))
  expect(branches).toHaveLength(4)
  expect(branches?.[2]).toEqual({
    type: 'all',
    of: [
      on('team_id', ['north']),
      { type: 'not', of: on('owner_id', ['me']) },
      { type: 'not', of: { type: 'all', of: [on('owner_id', [], 'isEmpty'), on('created_by', ['me'])] } },
    ],
  })
})

it('leaves alone what is one range, too many, or no range at all', () => {
  expect(scopeBranches(on('owner_id', ['me']))).toBeUndefined()
  expect(scopeBranches({ type: 'always' })).toBeUndefined()
  expect(
    scopeBranches(
      anyOf([
        mine,
        on(
          'team_id',
          Array.from({ length: 40 }, (_one, index) => String(index)),
          'oneOf',
        ),
      ]),
    ),
  ).toBeUndefined()
  expect(scopeBranches(anyOf([mine, on('region', ['north'])]))).toBeUndefined()
})
