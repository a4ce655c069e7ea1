import { expect, test } from 'vitest'
import type { Primitive } from '../fields/field-type.ts'
import { fieldTypes } from '../fields/index.ts'
import { evaluate, type RelatedRows } from '../filter/evaluate.ts'
import { languages } from '../language.ts'
import { operators } from './index.ts'
import type { FilterValue } from './operator.ts'

const alone: RelatedRows = { linked: () => undefined, through: () => [] }

const cell = (value: string | number): FilterValue => ({ type: 'cell', cell: value })

type Column = string | number | readonly string[] | null

const holds = (name: string, column: Column, values: readonly FilterValue[]): boolean | undefined => {
  const operand = { path: [], column: 'c', primitive: primitiveOf(column), keys: [] }
  const predicate = operators.get(name)?.predicate({ operand, values, hasBlankText: false })
  return predicate && evaluate(predicate, { c: column }, alone)
}

const primitiveOf = (column: Column): Primitive => {
  if (Array.isArray(column)) return 'textList'
  if (typeof column === 'number') return 'integer'
  return typeof column === 'string' && column.endsWith('Z') ? 'timestamp' : 'text'
}

test('every operator stands under its own name, with labels in every language', () => {
  for (const [name, operator] of operators) {
    expect(operator.name).toBe(name)
    for (const language of languages) expect(operator.label[language] && operator.dateLabel[language]).toBeTruthy()
  }
})

test('labels tell operators apart', () => {
  for (const language of languages) {
    expect(new Set([...operators.values()].map(({ label }) => label[language])).size).toBe(operators.size)
  }
})

test('every operator that a field type offers exists', () => {
  const offered = [...fieldTypes.values()].flatMap((type) => Object.values(type.operators).flat())
  expect(offered.filter((name) => !operators.has(name))).toEqual([])
})

test('every operator is offered by some field type', () => {
  const offered = new Set([...fieldTypes.values()].flatMap((type) => Object.values(type.operators).flat()))
  expect([...operators.keys()].filter((name) => !offered.has(name))).toEqual([])
})

test('an empty column satisfies the negative operators only', () => {
  const satisfied = [...operators.keys()].filter((name) => holds(name, null, [cell('a'), cell('b')]))
  expect(satisfied).toEqual(['notEquals', 'notIn', 'notContains', 'hasNone', 'isEmpty'])
})

test('a value that is nobody equals nothing', () => {
  const nobody: FilterValue = { type: 'cell', cell: null }
  expect(holds('equals', 'a', [nobody])).toBe(false)
  expect(holds('equals', null, [nobody])).toBe(false)
  expect(holds('notEquals', 'a', [nobody])).toBe(true)
  expect(holds('in', 'a', [nobody, cell('a')])).toBe(true)
})

test('numbers are compared with their bounds included', () => {
  expect([4, 5, 6, 7].map((value) => holds('between', value, [cell(5), cell(6)]))).toEqual([false, true, true, false])
  expect([4, 5, 6].map((value) => holds('atMost', value, [cell(5)]))).toEqual([true, true, false])
  expect([4, 5, 6].map((value) => holds('greaterThan', value, [cell(5)]))).toEqual([false, false, true])
})

test('an instant is compared with a day as a whole', () => {
  const day: FilterValue = { type: 'span', from: '2026-11-20T23:00:00Z', before: '2026-11-21T23:00:00Z' }
  const instants = [
    '2026-11-20T22:59:59.999999Z',
    '2026-11-20T23:00:00Z',
    '2026-11-21T22:59:59Z',
    '2026-11-21T23:00:00Z',
  ]
  const results = (name: string): readonly unknown[] => instants.map((instant) => holds(name, instant, [day, day]))
  expect(results('equals')).toEqual([false, true, true, false])
  expect(results('notEquals')).toEqual([true, false, false, true])
  expect(results('lessThan')).toEqual([true, false, false, false])
  expect(results('atMost')).toEqual([true, true, true, false])
  expect(results('greaterThan')).toEqual([false, false, false, true])
  expect(results('atLeast')).toEqual([false, true, true, true])
  expect(results('between')).toEqual([false, true, true, false])
  expect(results('in')).toEqual([false, true, true, false])
})

test('lists are compared by their elements', () => {
  const values = [cell('a'), cell('b')]
  expect(holds('hasAny', ['b', 'c'], values)).toBe(true)
  expect(holds('hasAll', ['b', 'c'], values)).toBe(false)
  expect(holds('hasAll', ['c', 'b', 'a'], values)).toBe(true)
  expect(holds('hasNone', [], values)).toBe(true)
  expect(holds('isEmpty', [], [])).toBe(true)
  expect(holds('hasAll', null, [])).toBe(true)
})
