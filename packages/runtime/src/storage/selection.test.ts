import { type Operand, parseSort, type Predicate, resolve } from '@telar/metadata'
import { expect, test } from 'vitest'
import { statement } from '../database/sql.ts'
import { orderedSelection, orderedStages, selection } from './selection.ts'

const source = { schema: 'ws', alias: 't' }

const column = (name: string, primitive: Operand['primitive'] = 'text', path: Operand['path'] = []): Operand => ({
  path,
  column: name,
  primitive,
  keys: [],
})

const equals = (operand: Operand, value: string | number): Predicate => ({
  type: 'compare',
  operand,
  compare: 'equals',
  values: [value],
})

const account = { column: 'account', table: 'accounts', to: 'records' } as const

test('a plain comparison keeps the form that an index serves', () => {
  expect(statement(selection(source, equals(column('stage'), 'won')).where)).toEqual({
    text: '"t"."stage" = $1::text',
    values: ['won'],
  })
})

test('a negated comparison is true for empty columns, and negating twice gives the plain form back', () => {
  const not = (of: Predicate): Predicate => ({ type: 'not', of })
  const won = equals(column('stage'), 'won')
  expect(statement(selection(source, not(won)).where).text).toBe('("t"."stage" = $1::text) is not true')
  expect(statement(selection(source, not({ type: 'all', of: [not(won), { type: 'always' }] })).where).text).toBe(
    '("t"."stage" = $1::text or false)',
  )
})

test('each record on the way is joined once, and not when it is deleted', () => {
  const owner = { column: 'owner_id', table: 'member', to: 'members' } as const
  const predicate: Predicate = {
    type: 'all',
    of: [
      equals(column('industry', 'text', [account]), 'retail'),
      equals(column('name', 'text', [account, owner]), 'Ana'),
      equals(column('size', 'integer', [account]), 5),
    ],
  }
  const { joins, where } = selection(source, predicate)
  expect(statement(joins).text).toBe(
    'left join "ws"."accounts" "t_1" on "t_1"."id" = "t"."account" and "t_1"."deleted_at" is null left join "ws"."member" "t_2" on "t_2"."id" = "t_1"."owner_id"',
  )
  expect(statement(where).text).toBe(
    '("t_1"."industry" = $1::text and "t_2"."name" = $2::text and "t_1"."size" = $3::bigint)',
  )
})

test('a value never becomes part of the text, whatever it holds', () => {
  const hostile = `'; drop table "x" -- %_\\`
  const predicate: Predicate = {
    type: 'compare',
    operand: { ...column('data', 'text'), keys: [hostile] },
    compare: 'contains',
    values: [hostile],
  }
  const { text, values } = statement(selection(source, predicate).where)
  expect(text).not.toContain('drop')
  expect(values).toContainEqual([hostile])
  expect(values.at(-1)).toBe(`%'; drop table "x" -- \\%\\_\\\\%`)
})

test('the newest first is one range of a plain index, page after page', () => {
  const { model } = resolve(new Map([['modules/deal.json', { type: 'object', 'x-module': {} }]]))
  const [module] = model.modules.values()
  if (module === undefined) throw new Error('the module was not resolved')
  const { terms } = parseSort(model, module, '-createdAt')
  const chosen = orderedSelection(source, {
    predicate: { type: 'always' },
    terms,
    after: ['2026-11-21 10:00:00.000001+00', 'x'],
  })
  expect(statement(chosen.orderBy).text).toBe('"t"."created_at" desc, "t"."id" desc')
  expect(statement(chosen.where)).toEqual({
    text: 'true and ("t"."created_at", "t"."id") < ($1::timestamptz, $2::uuid)',
    values: ['2026-11-21 10:00:00.000001+00', 'x'],
  })
})

test('an indexed order that may be empty is read in two ranges: those that have it, then those without', () => {
  const { model } = resolve(
    new Map([
      [
        'modules/deal.json',
        {
          type: 'object',
          'x-module': {},
          properties: { close: { 'x-id': 'fi_aaaaaaaaaa', format: 'date', type: 'string', 'x-indexed': true } },
        },
      ],
    ]),
  )
  const [module] = model.modules.values()
  if (module === undefined) throw new Error('the module was not resolved')
  const { terms } = parseSort(model, module, '-close')
  const texts = (after: readonly (string | null)[] | undefined): readonly string[] =>
    orderedStages(source, { predicate: { type: 'always' }, terms, after }).map(
      ({ where, orderBy }) => `${statement(where).text} order by ${statement(orderBy).text}`,
    )
  const close = '"t"."close_aaaaaaaaaa"'
  expect(texts(undefined)).toEqual([
    `true and ${close} is not null order by ${close} desc, "t"."id" desc`,
    `true and ${close} is null order by "t"."id" desc`,
  ])
  expect(texts(['2026-11-21', 'x'])[0]).toBe(
    `true and ${close} is not null and (${close}, "t"."id") < ($1::date, $2::uuid) order by ${close} desc, "t"."id" desc`,
  )
  expect(texts([null, 'x'])).toEqual([`true and ${close} is null and ("t"."id") < ($1::uuid) order by "t"."id" desc`])
})
