import {
  type Access,
  accessOf,
  type Action,
  actions,
  capabilityNames,
  type CellRow,
  evaluate,
  type Field,
  type Model,
  modelView,
  type Module,
  noRights,
  resolve,
} from '@telar/metadata'
import { describe, expect, it } from 'vitest'
import { readTemplate } from './template-documents.ts'

const { model } = resolve(new Map([...readTemplate('sales')].map(([path, { json }]) => [path, json])))

const roles = new Map([...model.roles.values()].map((role) => [role.name, role]))

/** Ada of the team North, which is below Sales and above Bilbao. */
const accessAs = (...names: readonly string[]): Access =>
  accessOf({
    model,
    principal: {
      ...noRights,
      id: 'ada',
      name: 'Ada',
      email: 'ada@example.com',
      timeZone: 'Europe/Madrid',
      firstDayOfWeek: 1,
      roles: names.map((name) => ({ role: roles.get(name)?.id ?? '', through: undefined })),
      teams: ['north'],
      teamsBelow: ['north', 'bilbao'],
      teamsAbove: [
        { id: 'north', key: 'north', name: 'North' },
        { id: 'sales', key: 'sales', name: 'Sales' },
      ],
    },
    now: '2026-11-22T08:00:00.000Z',
  })

const moduleNamed = (name: string, of: Model = model): Module => {
  const module = of.modules.get(name)
  if (module === undefined) throw new Error(`there is no module ${name}`)
  return module
}

/** Somebody else's record of the team South, somebody's of Bilbao and of North, and the person's own. */
const holders = {
  all: { owner_id: 'eva', team_id: 'south' },
  teamTree: { owner_id: 'eva', team_id: 'bilbao' },
  team: { owner_id: 'eva', team_id: 'north' },
  own: { owner_id: 'ada', team_id: 'south' },
} as const satisfies Readonly<Record<string, CellRow>>

/** The widest of them that an action reaches: `all`, `teamTree`, `team`, `own`, or `none`. */
const reach = (access: Access, action: Action, module: string): string => {
  const rows = access.may(action, moduleNamed(module))?.rows
  const reached = Object.entries(holders).find(
    ([, row]) => rows !== undefined && evaluate(rows, row, { linked: () => undefined, through: () => [] }),
  )
  return reached?.[0] ?? 'none'
}

const asked = ['read', 'create', 'update', 'delete', 'export'] as const

/** What each role may do: read, create, update, delete, export. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  administrator: {
    account: 'all all all all all',
    opportunity: 'all all all all all',
    invoice: 'all all all all all',
    case: 'all all all all all',
    product: 'all all all all all',
  },
  'sales-manager': {
    account: 'teamTree teamTree teamTree teamTree teamTree',
    opportunity: 'teamTree teamTree teamTree teamTree teamTree',
    invoice: 'all none none none all',
    case: 'all all own none none',
    product: 'all none none none all',
  },
  'sales-representative': {
    account: 'team team team own none',
    opportunity: 'team own own none none',
    task: 'team team own own none',
    invoice: 'own none none none none',
    case: 'own own own none none',
    product: 'all none none none none',
  },
  'customer-service': {
    account: 'none none none none none',
    contact: 'all all all none none',
    opportunity: 'all none none none none',
    quote: 'none none none none none',
    invoice: 'none none none none none',
    lead: 'none none none none none',
    case: 'all all all own none',
    task: 'team team team own none',
  },
  'marketing-manager': {
    account: 'all none all none all',
    lead: 'all all all all all',
    campaign: 'all all all all all',
    opportunity: 'all none none none all',
    quote: 'none none none none none',
    case: 'none none none none none',
  },
  'marketing-representative': {
    account: 'all none none none all',
    contact: 'all none all none none',
    lead: 'all all none none none',
    campaign: 'all own team none none',
    opportunity: 'none none none none none',
  },
  'data-analyst': {
    account: 'all none none none all',
    opportunity: 'all none none none all',
    invoice: 'all none none none all',
    case: 'all none none none all',
    product: 'all none none none all',
  },
  finance: {
    account: 'all none all none all',
    opportunity: 'all none none none all',
    invoice: 'all all all all all',
    campaign: 'all none all none all',
    case: 'none none none none none',
    task: 'team team own own none',
  },
  executive: {
    account: 'all none none none none',
    opportunity: 'all none none none none',
    invoice: 'all none none none none',
    case: 'all none none none none',
  },
}

describe('the roles of the sales template', () => {
  it('are those of the field', () => {
    expect([...roles.keys()].toSorted()).toEqual(Object.keys(expected).toSorted())
  })

  it.each(
    Object.entries(expected).flatMap(([role, modules]) =>
      Object.entries(modules).map(([module, rights]) => [role, module, rights] as const),
    ),
  )('%s on %s: %s', (role, module, rights) => {
    const access = accessAs(role)
    expect(asked.map((action) => reach(access, action, module)).join(' ')).toBe(rights)
  })

  it.each([...roles.keys()])('%s is described, in Spanish too', (name) => {
    const role = roles.get(name)
    const labels = model.translations.get('es')
    expect(role?.description).not.toBe('')
    expect(labels?.get(role?.id ?? '')).toBeTruthy()
    expect(labels?.get(`${role?.id ?? ''}.help`)).toBeTruthy()
  })

  it.each([...roles.keys()])('%s is shown a model in both languages', (name) => {
    const access = accessAs(name)
    const shown = [...access.visible.modules.keys()]
    expect(shown.length).toBeGreaterThan(5)
    for (const language of ['en', 'es']) expect(Object.keys(modelView(access, language).modules)).toEqual(shown)
  })

  it.each([...roles.keys()])('%s links what a new record needs to be linked with', (name) => {
    const access = accessAs(name)
    const missing = [...model.modules.values()]
      .filter((module) => access.may('create', module) !== undefined)
      .flatMap((module) => [...module.fields.values()].filter(isNeeded))
      .filter(({ link }) => access.may('link', moduleNamed(link?.module ?? '')) === undefined)
    expect(missing.map(({ title }) => title)).toEqual([])
  })

  it.each([...roles.keys()])('%s finds a first view of every module, or the fields to make one of', (name) => {
    const { modules, views } = accessAs(name).visible
    const without = [...modules.keys()].filter((module) => !views.some((view) => view.module === module))
    expect(without).toEqual([])
  })
})

const isNeeded = ({ required, link }: Field): boolean => required && link !== undefined

describe('capabilities', () => {
  it.each([
    ['administrator', capabilityNames],
    ['sales-manager', ['importData', 'exportData']],
    ['sales-representative', []],
    ['customer-service', []],
    ['marketing-manager', ['importData', 'exportData']],
    ['marketing-representative', ['importData', 'exportData']],
    ['data-analyst', ['exportData']],
    ['finance', ['importData', 'exportData']],
    ['executive', []],
  ] as const)('of %s: %j', (role, names) => {
    expect(capabilityNames.filter(accessAs(role).can)).toEqual(names)
  })
})

describe('amounts', () => {
  const service = accessAs('customer-service').visible

  it('are nowhere in what customer service sees', () => {
    const amounts = [...service.modules.values()].flatMap((module) =>
      [...module.fields.values()].filter(isAmount).map(({ name }) => `${module.name}.${name}`),
    )
    expect(amounts).toEqual([])
    expect(JSON.stringify(service.views)).not.toMatch(/amount|creditLimit|annualRevenue|yearlyValue/)
    expect(JSON.stringify(service.layouts)).not.toMatch(/amount|creditLimit|annualRevenue|yearlyValue/)
  })

  it('are kept from those who need them not: costs and credit', () => {
    const seen = (role: string, module: string): ReadonlySet<string> =>
      new Set(accessAs(role).visible.modules.get(module)?.fields.keys())
    expect(seen('sales-representative', 'product').has('cost')).toBe(false)
    expect(seen('sales-representative', 'product').has('price')).toBe(true)
    expect(seen('sales-manager', 'product').has('cost')).toBe(true)
    expect(seen('marketing-manager', 'account').has('creditLimit')).toBe(false)
    expect(seen('finance', 'account').has('creditLimit')).toBe(true)
    expect(seen('data-analyst', 'product').has('cost')).toBe(true)
  })
})

/** Money, and shares of it. */
const isAmount = ({ type: { kind }, name, children }: Field): boolean =>
  kind === 'money' || /discount/i.test(name) || [...children.values()].some(isAmount)

describe('fields that are written', () => {
  const writes = (role: string, module: string, field: string): boolean =>
    accessAs(role).may('update', moduleNamed(module))?.cell(field).type === 'always'

  it.each([
    ['finance', 'account', 'creditLimit'],
    ['sales-representative', 'account', 'name'],
    ['sales-manager', 'quote', 'approvedOn'],
    ['customer-service', 'account', 'technicalManager'],
    ['marketing-representative', 'contact', 'emailOptOut'],
  ] as const)('are for %s on %s: %s', (role, module, field) => {
    expect(writes(role, module, field)).toBe(true)
  })

  it.each([
    ['finance', 'account', 'name'],
    ['sales-representative', 'account', 'creditLimit'],
    ['sales-representative', 'quote', 'approvedOn'],
    ['customer-service', 'account', 'class'],
    ['marketing-representative', 'contact', 'email'],
  ] as const)('are not for %s on %s: %s', (role, module, field) => {
    expect(writes(role, module, field)).toBe(false)
  })
})

describe('what is shared by rule', () => {
  const account = moduleNamed('account')
  const row = (values: Readonly<Record<string, string>>): CellRow => ({
    ...holders.all,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [account.fields.get(name)?.column, value])),
  })
  const sees = (role: string, values: Readonly<Record<string, string>>): boolean => {
    const rows = accessAs(role).may('read', account)?.rows
    return rows !== undefined && evaluate(rows, row(values), { linked: () => undefined, through: () => [] })
  }

  it('are key accounts, with customer service', () => {
    expect(sees('customer-service', { type: 'customer', class: 'c' })).toBe(true)
    expect(sees('customer-service', { type: 'prospect', class: 'c' })).toBe(false)
    expect(sees('customer-service', { type: 'prospect', class: 'a' })).toBe(true)
  })

  it('are partners and competitors, with those who sell', () => {
    expect(sees('sales-representative', { type: 'competitor' })).toBe(true)
    expect(sees('sales-representative', { type: 'customer' })).toBe(false)
  })

  it('is seen, and not changed', () => {
    const rows = accessAs('sales-representative').may('update', account)?.rows
    const related = { linked: () => undefined, through: () => [] }
    expect(rows !== undefined && evaluate(rows, row({ type: 'competitor' }), related)).toBe(false)
  })
})

it('two roles add up: who sells and serves sees quotes of the team, and all cases', () => {
  const access = accessAs('sales-representative', 'customer-service')
  expect(actions.filter((action) => access.may(action, moduleNamed('invoice')) !== undefined)).toEqual(['read'])
  expect([reach(access, 'read', 'case'), reach(access, 'read', 'quote')]).toEqual(['all', 'team'])
})
