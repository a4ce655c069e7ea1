import { type CellRow, evaluate, type RelatedRows } from '../filter/evaluate.ts'
import type { Predicate, Shared } from '../filter/predicate.ts'
import type { JsonObject } from '../json.ts'
import type { Model, Module } from '../model.ts'
import { resolve } from '../resolve/resolve.ts'
import { type Access, accessOf } from './access.ts'
import { noRights, type Principal } from './principal.ts'

const accounts: JsonObject = {
  type: 'object',
  'x-module': { name: '{name} {revenue}' },
  'x-unique': [['name'], ['name', 'revenue']],
  'x-indexes': [['region'], ['revenue']],
  required: ['name', 'revenue'],
  if: { properties: { revenue: { const: 0 } } },
  // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
  then: { required: ['region'] },
  allOf: [{ required: ['name'] }, { dependentRequired: { revenue: ['region'] } }],
  properties: {
    name: { type: 'string', 'x-required': { field: 'revenue', op: 'isEmpty' } },
    region: { type: 'string', 'x-visible': { field: 'name', op: 'isNotEmpty' } },
    revenue: { type: 'integer' },
  },
}

const deals: JsonObject = {
  type: 'object',
  'x-module': { name: '{name}' },
  properties: {
    name: { type: 'string' },
    account: { 'x-field': 'link', 'x-link': { module: 'account', inverse: 'deals' } },
    lines: {
      type: 'array',
      items: {
        type: 'object',
        properties: { quantity: { type: 'integer' }, price: { 'x-field': 'money' }, total: { 'x-field': 'money' } },
      },
    },
    total: { 'x-field': 'money', readOnly: true },
  },
}

/** Accounts with deals and notes that nobody owns, and what else a test lays over them. */
export const accountsWith = (documents: Readonly<Record<string, JsonObject>> = {}): Model =>
  resolve(
    new Map(
      Object.entries({
        'telar.json': {
          name: 'accounts',
          title: 'Accounts',
          version: '1.0.0',
          userAttributes: { region: { title: 'Region' } },
        },
        'modules/account.json': accounts,
        'modules/deal.json': deals,
        'modules/note.json': {
          type: 'object',
          'x-module': { name: '{text}', owned: false },
          properties: { text: { type: 'string' } },
        },
        ...documents,
      }),
    ),
  ).model

/** A role document by its name. */
export const role = (name: string, modules: JsonObject, capabilities: readonly string[] = []) => ({
  [`roles/${name}.json`]: { 'x-id': roleId(name), title: name, modules, capabilities },
})

export const roleId = (name: string): string => `ro_${name}`

/** Somebody with roles, by their names. */
export const person = (roles: readonly string[], words: Partial<Principal> = {}): Principal => ({
  ...noRights,
  id: 'ada',
  name: 'Ada',
  email: 'ada@example.com',
  timeZone: 'Europe/Madrid',
  firstDayOfWeek: 1,
  roles: roles.map((name) => ({ role: roleId(name), through: undefined })),
  ...words,
})

export const accessIn = (model: Model, principal: Principal): Access =>
  accessOf({ model, principal, now: '2026-11-22T08:00:00.000Z' })

export const moduleIn = (model: Model, name: string): Module => {
  const module = model.modules.get(name)
  if (module === undefined) throw new Error(`there is no module ${name}`)
  return module
}

/** A row of a module by API names; `owner`, `team` and `creator` beside them. */
export const rowOf = (module: Module, values: Readonly<Record<string, string | number | null>>): CellRow => {
  const { owner = null, team = null, creator = null, ...fields } = values
  return {
    owner_id: owner,
    team_id: team,
    created_by: creator,
    ...Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [module.fields.get(name)?.column ?? name, value]),
    ),
  }
}

/** Whether a row is among those of a predicate. */
export const isIn = (
  predicate: Predicate | undefined,
  row: CellRow,
  isShared: (share: Shared) => boolean = () => false,
): boolean => {
  const related: RelatedRows = { linked: () => undefined, through: () => [], isShared }
  return predicate !== undefined && evaluate(predicate, row, related)
}
