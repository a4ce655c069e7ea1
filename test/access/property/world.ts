import type { Json, JsonObject } from '@telar/metadata'
import fc from 'fast-check'

/** Modules that every random world shares: linked both ways, one of them without owners. */
export const modules: Readonly<Record<string, JsonObject>> = {
  account: {
    title: 'Account',
    type: 'object',
    'x-module': { plural: 'Accounts', name: '{name}', owned: true },
    properties: {
      name: { type: 'string' },
      region: { type: 'string' },
      secret: { type: 'string' },
      revenue: { type: 'integer' },
      parent: { 'x-field': 'link', 'x-link': { module: 'account', inverse: 'children', onDelete: 'clear' } },
    },
  },
  deal: {
    title: 'Deal',
    type: 'object',
    'x-module': { plural: 'Deals', name: '{name} {serial}', owned: true },
    properties: {
      name: { type: 'string' },
      serial: { type: 'string' },
      stage: { type: 'string' },
      amount: { type: 'integer' },
      account: { 'x-field': 'link', 'x-link': { module: 'account', inverse: 'deals', onDelete: 'clear' } },
      partners: {
        'x-field': 'links',
        'x-link': { module: 'account', inverse: 'partnerDeals' },
        'x-attributes': { properties: { share: { type: 'integer' } } },
      },
    },
  },
  note: {
    title: 'Note',
    type: 'object',
    'x-module': { plural: 'Notes', name: '{name}', owned: false },
    properties: {
      name: { type: 'string' },
      wording: { type: 'string' },
      deal: { 'x-field': 'link', 'x-link': { module: 'deal', inverse: 'notes', onDelete: 'clear' } },
    },
  },
}

export type ModuleName = 'account' | 'deal' | 'note'

export const moduleNames: readonly ModuleName[] = ['account', 'deal', 'note']

/** Fields with one plain value each. */
export const plainFields = {
  account: ['name', 'region', 'secret', 'revenue'],
  deal: ['name', 'serial', 'stage', 'amount'],
  note: ['name', 'wording'],
} as const satisfies Record<ModuleName, readonly string[]>

export const linkFields = { account: ['parent'], deal: ['account'], note: ['deal'] } as const satisfies Record<
  ModuleName,
  readonly string[]
>

export const linkTargets = { parent: 'account', account: 'account', deal: 'deal' } as const

const id = (kind: number, index: number): string =>
  `0198c1e2-7a4b-7c3d-8e5f-${String(kind).padStart(4, '0')}${String(index).padStart(8, '0')}`

export const members = [0, 1, 2].map((index) => id(1, index))

/** A tree: 0 above 1 above 2, 0 above 3; 4 stands alone. */
export const teams = [undefined, 0, 1, 0, undefined].map((parent, index) => ({
  id: id(2, index),
  key: `team-${index}`,
  parent: parent === undefined ? undefined : id(2, parent),
}))

/** A record as its table holds it. */
export interface WorldRecord {
  readonly id: string
  readonly module: ModuleName
  readonly owner: string | null
  readonly creator: string
  readonly team: string | null
  readonly deleted: boolean
  readonly values: Readonly<Record<string, string | number | null>>
  /** Values of an earlier version, for history and as-of. */
  readonly earlier: Readonly<Record<string, string | number | null>>
}

export interface Share {
  readonly record: string
  readonly module: ModuleName
  readonly member: string | null
  readonly team: string | null
  readonly level: 'read' | 'write'
}

export interface WorldUser {
  readonly id: string
  readonly teams: readonly string[]
  /** Names of roles. */
  readonly roles: readonly string[]
  readonly region: string
}

export interface World {
  readonly roles: Readonly<Record<string, RoleDocument>>
  readonly sharing: readonly SharingDocument[]
  readonly records: readonly WorldRecord[]
  /** Deal to account. */
  readonly partners: readonly { readonly from: string; readonly to: string; readonly share: number }[]
  readonly shares: readonly Share[]
  readonly user: WorldUser
}

export type RightsDocument = Readonly<Record<string, Json>> & {
  readonly fields?: Readonly<Record<string, string>>
}

export interface RoleDocument {
  readonly modules: Readonly<Record<string, RightsDocument>>
}

export interface SharingDocument {
  readonly module: ModuleName
  readonly condition: number
  readonly level: 'read' | 'write'
  readonly to: { readonly role: string } | { readonly team: string }
}

const regions = ['north', 'south', 'east']
const stages = ['new', 'won', 'lost']

/** Conditions of scopes, each as it is written and as what it obviously means. */
export const conditions: readonly {
  readonly module: ModuleName
  readonly where: JsonObject
  readonly holds: (world: World, record: WorldRecord, user: WorldUser) => boolean
}[] = [
  {
    module: 'account',
    where: { field: 'region', op: 'equals', value: { user: 'region' } },
    holds: (_world, record, user) => record.values['region'] === user.region,
  },
  {
    module: 'account',
    where: {
      any: [
        { field: 'revenue', op: 'greaterThan', value: 2 },
        { field: 'region', op: 'isEmpty' },
      ],
    },
    holds: (_world, { values }) => Number(values['revenue'] ?? 0) > 2 || values['region'] === null,
  },
  {
    module: 'account',
    where: { some: 'deals', where: { field: 'stage', op: 'equals', value: 'won' } },
    holds: (world, record) =>
      world.records.some(
        ({ module, values, deleted }) =>
          module === 'deal' && !deleted && values['account'] === record.id && values['stage'] === 'won',
      ),
  },
  {
    module: 'deal',
    where: { not: { field: 'stage', op: 'in', value: ['lost', 'new'] } },
    holds: (_world, { values }) => values['stage'] !== 'lost' && values['stage'] !== 'new',
  },
  {
    module: 'deal',
    where: { field: 'account.region', op: 'equals', value: 'north' },
    holds: (world, { values }) =>
      world.records.some(
        (account) => account.id === values['account'] && !account.deleted && account.values['region'] === 'north',
      ),
  },
  {
    module: 'deal',
    where: { field: 'teamId', op: 'in', value: { user: 'teams' } },
    holds: (_world, { team }, user) => team !== null && user.teams.includes(team),
  },
  {
    module: 'note',
    where: { field: 'createdBy', op: 'equals', value: { user: 'id' } },
    holds: (_world, { creator }, user) => creator === user.id,
  },
]

export const conditionDocument = (index: number): JsonObject => conditions[index]?.where ?? {}

const member = fc.constantFrom(...members)
const team = fc.constantFrom(...teams.map((one) => one.id))
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 })

const recordOf = (module: ModuleName, index: number): fc.Arbitrary<WorldRecord> => {
  const values = valuesOf(module, index)
  return fc
    .record({
      owner: maybe(member),
      creator: member,
      team: maybe(team),
      deleted: fc.boolean(),
      often: fc.nat(3),
      values,
      earlier: values,
    })
    .map(({ often, deleted, owner, team: of, ...rest }) => ({
      ...rest,
      id: recordId(module, index),
      module,
      deleted: deleted && often === 0,
      owner: module === 'note' ? null : owner,
      team: module === 'note' ? null : of,
    }))
}

const counts = { account: 4, deal: 5, note: 3 } as const satisfies Record<ModuleName, number>

const recordId = (module: ModuleName, index: number): string => id(3 + moduleNames.indexOf(module), index)

const anyOf = (module: ModuleName): fc.Arbitrary<string> =>
  fc.nat(counts[module] - 1).map((index) => recordId(module, index))

/** A word that no other one is like: search finds what is spelt alike. */
const word = (...parts: readonly (string | number)[]): string => {
  let state = 7
  for (const letter of parts.join(' ')) state = (state * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647
  return Array.from({ length: 14 }, () => {
    state = (state * 48_271) % 2_147_483_647
    return String.fromCodePoint(97 + (state % 26))
  }).join('')
}

/** Texts by which a record can be searched for. */
const valuesOf = (module: ModuleName, index: number): fc.Arbitrary<WorldRecord['values']> => {
  const text = (field: string) => fc.nat(9).map((variant) => word(module, field, index, variant))
  const fields: Record<ModuleName, Record<string, fc.Arbitrary<string | number | null>>> = {
    account: {
      name: text('name'),
      region: maybe(fc.constantFrom(...regions)),
      secret: maybe(text('secret')),
      revenue: maybe(fc.nat(5)),
      parent: maybe(anyOf('account')),
    },
    deal: {
      name: text('name'),
      serial: maybe(text('serial')),
      stage: maybe(fc.constantFrom(...stages)),
      amount: maybe(fc.nat(5)),
      account: maybe(anyOf('account')),
    },
    note: { name: text('name'), wording: maybe(text('wording')), deal: maybe(anyOf('deal')) },
  }
  return fc.record(fields[module])
}

const actions = ['read', 'create', 'update', 'delete', 'restore', 'link'] as const

const scopeOn = (module: ModuleName | '*'): fc.Arbitrary<Json> => {
  const own = conditions.flatMap((condition, index) => (condition.module === module ? [index] : []))
  const named = fc.constantFrom<Json>('none', 'own', 'team', 'teamTree', 'all', 'own', 'team')
  return own.length === 0
    ? named
    : fc.oneof(
        { weight: 3, arbitrary: named },
        { weight: 1, arbitrary: fc.constantFrom(...own).map((index) => ({ where: conditionDocument(index) })) },
      )
}

const right = fc.constantFrom('hidden', 'read', 'write')

const rightsOn = (module: ModuleName | '*'): fc.Arbitrary<RightsDocument> => {
  const fields =
    module === '*' ? [] : [...plainFields[module], ...linkFields[module], ...(module === 'deal' ? ['partners'] : [])]
  return fc.record(
    {
      ...Object.fromEntries(actions.map((action) => [action, scopeOn(module)])),
      fields: fc.record(
        { '*': right, ...Object.fromEntries(fields.map((field) => [field, right])) },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['fields'] },
  ) as fc.Arbitrary<RightsDocument>
}

const role: fc.Arbitrary<RoleDocument> = fc.record({
  modules: fc.record(
    { account: rightsOn('account'), deal: rightsOn('deal'), note: rightsOn('note'), '*': rightsOn('*') },
    { requiredKeys: ['account', 'deal'] },
  ),
})

const roleNames = ['one', 'two', 'three'] as const

const sharing: fc.Arbitrary<SharingDocument> = fc
  .record({
    condition: fc.nat(conditions.length - 1),
    level: fc.constantFrom('read' as const, 'write' as const),
    to: fc.oneof(
      fc.constantFrom(...roleNames).map((name) => ({ role: name })),
      fc.constantFrom(...teams).map(({ key }) => ({ team: key })),
    ),
  })
  .map((rule) => ({ ...rule, module: conditions[rule.condition]?.module ?? 'account' }))

const share: fc.Arbitrary<Share> = fc
  .record({
    module: fc.constantFrom(...moduleNames),
    index: fc.nat(2),
    member,
    team,
    toTeam: fc.boolean(),
    level: fc.constantFrom('read' as const, 'write' as const),
  })
  .map(({ module, index, member: person, team: group, toTeam, level }) => ({
    record: recordId(module, index),
    module,
    member: toTeam ? null : person,
    team: toTeam ? group : null,
    level,
  }))

const records = fc
  .tuple(
    ...moduleNames.flatMap((module) => Array.from({ length: counts[module] }, (_, index) => recordOf(module, index))),
  )
  .map((list) => [...list])

/** A definition of roles, people, records and shares; small, so that what fails is easily read. */
export const world: fc.Arbitrary<World> = fc.record({
  roles: fc.record({ one: role, two: role, three: role }),
  sharing: fc.array(sharing, { maxLength: 2 }),
  records,
  partners: fc.uniqueArray(fc.record({ from: anyOf('deal'), to: anyOf('account'), share: fc.nat(100) }), {
    maxLength: 5,
    selector: ({ from, to }) => `${from} ${to}`,
  }),
  shares: fc.uniqueArray(share, {
    maxLength: 4,
    selector: ({ record, member: person, team: group }) => `${record} ${person} ${group}`,
  }),
  user: fc.record({
    id: member,
    teams: fc.uniqueArray(team, { maxLength: 2 }),
    roles: fc.uniqueArray(fc.constantFrom<string>(...roleNames), { maxLength: 3 }),
    region: fc.constantFrom(...regions, ''),
  }),
})
