import type { Filter } from '@telar/metadata'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionCount, filterOf, newCondition, newGroup, replaceNode, treeOf } from './filter-tree.ts'

const leaf = fc.constantFrom<Filter>(
  { field: 'name', op: 'contains', value: 'ñ' },
  { field: 'stage', op: 'in', value: ['a', 'b'] },
  { field: 'amount', op: 'between', value: ['1', '2'] },
  { field: 'owner', op: 'equals', value: { user: 'id' } },
  { field: 'account.industry', op: 'isEmpty' },
  { some: 'contacts' },
  { none: 'contacts', where: { all: [{ field: 'name', op: 'isEmpty' }] } },
)

const { filter: anyFilter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((any) => ({ not: { any } })),
  ),
}))

/** A root that is one condition becomes a group of one; nothing else may change. */
const rooted = (filter: Filter): Filter =>
  'all' in filter || 'any' in filter || 'not' in filter ? filter : { all: [filter] }

test('every finished filter survives the builder', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      expect(filterOf(treeOf(filter))).toEqual(rooted(filter))
    }),
  )
})

test('a negated condition reads as none of one', () => {
  expect(filterOf(treeOf({ not: { field: 'name', op: 'isEmpty' } }))).toEqual({
    not: { any: [{ field: 'name', op: 'isEmpty' }] },
  })
})

describe('unfinished lines', () => {
  test('do not filter', () => {
    const tree = newGroup('all', [
      newCondition(),
      newCondition('name', 'contains'),
      { ...newCondition('amount', 'between'), value: ['1', null] },
      { ...newCondition('stage', 'in'), value: [] },
      { ...newCondition('name', 'unknown'), value: 'x' },
    ])
    expect(filterOf(tree)).toBe(undefined)
  })

  test('leave the finished ones alone', () => {
    const tree = newGroup('any', [newCondition(), { ...newCondition('name', 'contains'), value: 'x' }, newGroup()])
    expect(filterOf(tree)).toEqual({ any: [{ field: 'name', op: 'contains', value: 'x' }] })
  })
})

test('conditions are counted however deep they stand', () => {
  expect(
    conditionCount({
      all: [{ field: 'a', op: 'isEmpty' }, { not: { any: [{ some: 'b' }, { field: 'c', op: 'isEmpty' }] } }],
    }),
  ).toBe(3)
  expect(conditionCount(undefined)).toBe(0)
})

test('a node deep inside is replaced or taken out', () => {
  const inner = newCondition('a', 'isEmpty')
  const root = newGroup('all', [newGroup('any', [inner, newCondition('b', 'isEmpty')])])
  expect(filterOf(replaceNode(root, inner.key, { ...inner, field: 'c' }))).toEqual({
    all: [
      {
        any: [
          { field: 'c', op: 'isEmpty' },
          { field: 'b', op: 'isEmpty' },
        ],
      },
    ],
  })
  expect(filterOf(replaceNode(root, inner.key, undefined))).toEqual({ all: [{ any: [{ field: 'b', op: 'isEmpty' }] }] })
})
