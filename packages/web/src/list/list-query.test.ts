import type { FieldView, ModuleView, View } from '@telar/metadata'
import { describe, expect, test } from 'vitest'
import { defaultColumns, listState } from './list-query.ts'
import { listSearch } from './list-search.ts'

const field = (name: string, more: Partial<FieldView> = {}): Partial<FieldView> => ({
  name,
  group: 'text',
  system: false,
  sortable: true,
  operators: { value: ['equals', 'contains'] },
  ...more,
})

const open: Partial<View> = {
  name: 'open',
  isDefault: true,
  filter: { field: 'stage', op: 'equals', value: 'open' },
  sort: ['-amount'],
  columns: [{ field: 'name', width: 200 }],
}

const all: Partial<View> = { name: 'all', filter: undefined, sort: [], columns: [{ field: 'stage', width: undefined }] }

// oxlint-disable-next-line no-unsafe-type-assertion -- only what the lists look at
const module = {
  labelFields: ['name'],
  fields: {
    amount: field('amount', { group: 'number' }),
    name: field('name'),
    notes: field('notes', { sortable: false }),
    lines: field('lines', { group: 'structure', sortable: false }),
    stage: field('stage'),
    createdAt: field('createdAt', { system: true }),
  },
  views: [all, open],
} as unknown as ModuleView

describe('the state of a list', () => {
  test('is the default view where the address says nothing', () => {
    expect(listState(module, {})).toMatchObject({
      view: open,
      filter: open.filter,
      sort: ['-amount'],
      isFilterChanged: false,
    })
  })

  test('takes from the address what it says and the rest from the view', () => {
    const state = listState(module, { view: 'all', sort: 'name,-amount', columns: 'name,stage' })
    expect(state).toMatchObject({
      view: all,
      sort: ['name', '-amount'],
      columns: [{ field: 'name' }, { field: 'stage' }],
    })
  })

  test('lets the address take away the filter of the view', () => {
    expect(listState(module, { filter: { all: [] } })).toMatchObject({
      filter: undefined,
      isFilterChanged: true,
    })
  })
})

test('a module without views shows its label first, then what can be sorted', () => {
  expect(defaultColumns(module).map((column) => column.field)).toEqual(['name', 'amount', 'stage', 'notes'])
})

describe('the address', () => {
  test('keeps what it knows and drops the rest', () => {
    expect(listSearch({ view: 'open', sort: '', q: 12, junk: true, filter: 'x' })).toEqual({ view: 'open', q: '12' })
    expect(listSearch({ filter: { all: [] } })).toEqual({ filter: { all: [] } })
  })
})
