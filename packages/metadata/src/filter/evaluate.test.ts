import { expect, test } from 'vitest'
import type { Cell, Primitive } from '../fields/field-type.ts'
import { type CellRow, evaluate, type RelatedRows } from './evaluate.ts'
import type { Comparison, Predicate } from './predicate.ts'

const alone: RelatedRows = { linked: () => undefined, through: () => [] }

interface Case {
  readonly compare: Comparison
  readonly primitive: Primitive
  readonly column: Cell
  readonly value: Cell
  readonly keys?: readonly string[]
}

const compares = ({ compare, primitive, column, value, keys = [] }: Case): boolean => {
  const predicate: Predicate = {
    type: 'compare',
    operand: { path: [], column: 'c', primitive, keys },
    compare,
    values: [value],
  }
  return evaluate(predicate, { c: column }, alone)
}

test.each<Case>([
  { compare: 'equals', primitive: 'numeric', column: '10.50', value: '10.5' },
  { compare: 'less', primitive: 'numeric', column: '-9007199254740993.1', value: '-9007199254740993' },
  {
    compare: 'equals',
    primitive: 'timestamp',
    column: '2026-11-21 10:00:00.5+00',
    value: '2026-11-21T11:00:00.500+01:00',
  },
  {
    compare: 'less',
    primitive: 'timestamp',
    column: '2026-11-21T10:00:00.000001Z',
    value: '2026-11-21T10:00:00.000002Z',
  },
  { compare: 'less', primitive: 'boolean', column: false, value: true },
  { compare: 'less', primitive: 'text', column: 'Z', value: 'a' },
  { compare: 'less', primitive: 'text', column: '\uFFFD', value: '😀' },
  { compare: 'equals', primitive: 'json', column: { a: 1, b: [2] }, value: { b: [2], a: 1 } },
  { compare: 'isEmpty', primitive: 'json', column: {}, value: null },
  { compare: 'greater', primitive: 'integer', column: { a: { b: 3 } }, value: 2, keys: ['a', 'b'] },
  { compare: 'equals', primitive: 'numeric', column: { a: '1.10' }, value: '1.1', keys: ['a'] },
  { compare: 'isEmpty', primitive: 'date', column: { a: '2026-02-30' }, value: null, keys: ['a'] },
  { compare: 'isEmpty', primitive: 'text', column: { a: 5 }, value: null, keys: ['a'] },
  { compare: 'isEmpty', primitive: 'text', column: ['x'], value: null, keys: ['0'] },
  { compare: 'hasAny', primitive: 'textList', column: { a: [1, 'x'] }, value: 'x', keys: ['a'] },
])('$compare holds for $primitive $column and $value', (one) => {
  expect(compares(one)).toBe(true)
})

test('a comparison with an empty column is false and its negation true', () => {
  const equals: Predicate = {
    type: 'compare',
    operand: { path: [], column: 'c', primitive: 'text', keys: [] },
    compare: 'equals',
    values: ['x'],
  }
  expect(evaluate(equals, {}, alone)).toBe(false)
  expect(evaluate({ type: 'not', of: equals }, {}, alone)).toBe(true)
})

test('a path ends in an empty column where a record on the way is missing', () => {
  const step = { column: 'next', table: 't', to: 'records' } as const
  const rows: Readonly<Record<string, CellRow>> = { b: { next: 'c' }, c: { name: 'end' } }
  const related: RelatedRows = { ...alone, linked: (_step, id) => rows[id] }
  const named: Predicate = {
    type: 'compare',
    operand: { path: [step, step], column: 'name', primitive: 'text', keys: [] },
    compare: 'equals',
    values: ['end'],
  }
  expect(evaluate(named, { next: 'b' }, related)).toBe(true)
  expect(evaluate(named, { next: 'c' }, related)).toBe(false)
  expect(evaluate(named, { next: 'deleted' }, related)).toBe(false)
})

test('some record on the other side is enough', () => {
  const related: RelatedRows = { ...alone, through: () => [{ n: 1 }, { n: 2 }] }
  const some = (value: number): Predicate => ({
    type: 'exists',
    through: { type: 'inverse', table: 't', column: 'c' },
    where: {
      type: 'compare',
      operand: { path: [], column: 'n', primitive: 'integer', keys: [] },
      compare: 'equals',
      values: [value],
    },
  })
  expect(evaluate(some(2), {}, related)).toBe(true)
  expect(evaluate(some(3), {}, related)).toBe(false)
})
