import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.ts'
import { accessIn, accountsWith, moduleIn, person, role } from './test-accounts.ts'

const control = (name: string): JsonObject => ({ type: 'Control', scope: `#/properties/${name}` })

const rule = (name: string): JsonObject => ({
  effect: 'HIDE',
  condition: { scope: `#/properties/${name}`, schema: { const: 1 } },
})

const screens = {
  'layouts/account.default.json': {
    module: 'account',
    kind: 'record',
    highlights: ['revenue', 'name', 'createdAt'],
    related: [{ link: 'deals', columns: ['name', 'account.revenue', 'total'], sort: ['-total', 'name'] }],
    ui: {
      type: 'VerticalLayout',
      elements: [
        { type: 'Group', label: 'Money', elements: [control('revenue')] },
        { type: 'Group', label: 'Names', elements: [control('name'), control('revenue')] },
        { type: 'Label', text: 'Hello', rule: rule('revenue') },
        { type: 'Label', text: 'Goodbye', rule: rule('region') },
      ],
    },
  },
  'layouts/account.quick.json': { module: 'account', kind: 'quickCreate', ui: control('revenue') },
  'layouts/deal.default.json': {
    module: 'deal',
    kind: 'record',
    ui: { type: 'Group', elements: [control('name'), control('account')] },
  },
  'views/account/all.json': {
    module: 'account',
    kind: 'list',
    title: 'All',
    columns: [{ field: 'name' }, { field: 'revenue' }, { field: 'deals' }],
    sort: ['-revenue', 'name'],
    totals: [{ field: 'revenue', measure: 'sum' }],
  },
  'views/account/rich.json': {
    module: 'account',
    kind: 'list',
    title: 'Rich',
    columns: [{ field: 'name' }],
    filter: { field: 'revenue', op: 'greaterThan', value: 1 },
  },
  'views/account/sums.json': { module: 'account', kind: 'list', title: 'Sums', columns: [{ field: 'revenue' }] },
  'views/deal/all.json': {
    module: 'deal',
    kind: 'list',
    title: 'All',
    columns: [{ field: 'name' }, { field: 'account.revenue' }],
  },
  'rules/deal.json': {
    module: 'deal',
    rules: [
      {
        kind: 'line-totals',
        lines: 'lines',
        quantity: 'quantity',
        price: 'price',
        total: 'total',
        into: { total: 'total' },
      },
    ],
  },
} as const

const seenBy = (modules: JsonObject) => {
  const model = accountsWith({ ...screens, ...role('reader', modules) })
  return accessIn(model, person(['reader'])).visible
}

const poor = seenBy({ account: { read: 'own', fields: { revenue: 'hidden' } }, '*': { read: 'all' } })

describe('a module with a hidden field', () => {
  const account = moduleIn(poor, 'account')

  it('has no trace of it in its fields, rules of uniqueness, indexes and name', () => {
    expect([...account.fields.keys()]).toEqual(['name', 'region'])
    expect(account.unique.map(({ fields }) => fields)).toEqual([['name']])
    expect(account.indexes).toEqual([['region']])
    expect(account.label).toEqual([{ field: 'name' }, { text: ' ' }])
  })

  it('has a schema without it and without conditions on it', () => {
    expect(JSON.stringify(account.schema)).not.toContain('revenue')
    expect(account.schema['required']).toEqual(['name'])
  })

  it('keeps the conditions of other fields, save those that name it', () => {
    expect(account.fields.get('name')?.conditions.required).toBeUndefined()
    expect(account.fields.get('region')?.conditions.visible).toEqual({ field: 'name', op: 'isNotEmpty' })
  })

  it('keeps what every record has', () => {
    expect([...account.systemFields.keys()]).toContain('ownerId')
  })
})

describe('views', () => {
  it('lose columns, orders and totals of what is hidden', () => {
    const view = poor.views.find(({ module, name }) => module === 'account' && name === 'all')
    expect(view?.columns.map(({ field }) => field)).toEqual(['name', 'deals'])
    expect([view?.sort, view?.totals]).toEqual([['name'], []])
  })

  it('go where their filter asks for it, or nothing is left to show', () => {
    expect(poor.views.map(({ module, name }) => `${module}/${name}`)).toEqual(['account/all', 'deal/all'])
  })

  it('lose columns that lead to it through a link', () => {
    expect(poor.views.find(({ module }) => module === 'deal')?.columns.map(({ field }) => field)).toEqual(['name'])
  })
})

describe('layouts', () => {
  it('lose controls of what is hidden, and groups that are empty without them', () => {
    const layout = poor.layouts.find(({ name }) => name === 'account.default')
    expect(layout?.ui['elements']).toEqual([
      { type: 'Group', label: 'Names', elements: [control('name')] },
      { type: 'Label', text: 'Hello' },
      { type: 'Label', text: 'Goodbye', rule: rule('region') },
    ])
    expect(layout?.highlights).toEqual(['name', 'createdAt'])
    expect(JSON.stringify(poor.layouts)).not.toContain('revenue')
  })

  it('of related lists lose columns and orders', () => {
    const cut = seenBy({ deal: { read: 'all', fields: { total: 'hidden' } }, '*': { read: 'all' } })
    const [list] = cut.layouts.find(({ name }) => name === 'account.default')?.related ?? []
    expect(list).toMatchObject({ link: 'deals', columns: ['name', 'account.revenue'], sort: ['name'] })
  })
})

describe('what leads from module to module', () => {
  it('is gone with the module', () => {
    const cut = seenBy({ account: { read: 'all' } })
    expect([...cut.modules.keys()]).toEqual(['account'])
    expect(moduleIn(cut, 'account').inverses.size).toBe(0)
    expect(cut.layouts.flatMap(({ related }) => related)).toEqual([])
    expect(cut.views.some(({ module }) => module === 'deal')).toBe(false)
  })

  it('is gone with the link on the other side', () => {
    const cut = seenBy({ deal: { read: 'all', fields: { account: 'hidden' } }, '*': { read: 'all' } })
    expect(moduleIn(cut, 'account').inverses.size).toBe(0)
    expect(cut.views.find(({ module }) => module === 'deal')?.columns.map(({ field }) => field)).toEqual(['name'])
  })

  it('is there for those who see both', () => {
    expect([...moduleIn(poor, 'account').inverses.keys()]).toEqual(['deals'])
  })
})

describe('rules', () => {
  it('that name a hidden field are the server’s alone', () => {
    const cut = seenBy({ deal: { read: 'all', fields: { lines: 'hidden' } } })
    expect(moduleIn(cut, 'deal').rules).toEqual([])
    expect(moduleIn(poor, 'deal').rules).toHaveLength(1)
  })
})

it('roles and sharing rules are nobody’s business', () => {
  expect([poor.roles.size, poor.sharing]).toEqual([0, []])
})
