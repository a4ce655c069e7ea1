import type { JsonObject } from '../json.ts'
import type { Model, Module } from '../model.ts'
import { resolve } from '../resolve/resolve.ts'

const document = (id: string, properties: JsonObject): JsonObject => ({
  type: 'object',
  'x-module': { id },
  properties,
})

/** Accounts with a parent, deals of an account with people and campaigns: every kind of column and way that filters know. */
export const testModel: Model = resolve(
  new Map([
    [
      'modules/account.json',
      document('mo_aaaaaaaaaa', {
        name: { 'x-id': 'fi_aaaaaaaaaa', type: 'string' },
        industry: { 'x-id': 'fi_aaaaaaaaab', enum: ['retail', 'energy'] },
        parent: { 'x-id': 'fi_aaaaaaaaac', 'x-field': 'link', 'x-link': { module: 'account', inverse: 'branches' } },
      }),
    ],
    [
      'modules/deal.json',
      document('mo_dddddddddd', {
        name: { 'x-id': 'fi_ddddddddda', type: 'string' },
        stage: { 'x-id': 'fi_dddddddddb', enum: ['open', 'won', 'lost'] },
        amount: { 'x-id': 'fi_dddddddddc', 'x-field': 'money', 'x-indexed': true },
        closeDate: { 'x-id': 'fi_dddddddddd', type: 'string', format: 'date', 'x-indexed': true },
        calledAt: { 'x-id': 'fi_ddddddddde', type: 'string', format: 'date-time' },
        count: { 'x-id': 'fi_dddddddddf', type: 'integer' },
        tags: { 'x-id': 'fi_dddddddddg', type: 'array', items: { enum: ['hot', 'cold'] } },
        account: { 'x-id': 'fi_dddddddddh', 'x-field': 'link', 'x-link': { module: 'account', inverse: 'deals' } },
        helper: { 'x-id': 'fi_dddddddddi', 'x-field': 'user' },
        campaigns: {
          'x-id': 'fi_dddddddddj',
          'x-field': 'links',
          'x-link': { module: 'campaign', inverse: 'deals' },
          'x-attributes': {
            properties: {
              role: { enum: ['lead', 'guest'] },
              sponsor: { 'x-field': 'link', 'x-link': { module: 'account', inverse: 'sponsored' } },
            },
          },
        },
        lines: {
          'x-id': 'fi_dddddddddm',
          type: 'array',
          items: {
            type: 'object',
            properties: {
              count: { type: 'integer' },
              price: { 'x-field': 'money' },
              product: { 'x-field': 'link', 'x-link': { module: 'account', inverse: 'sold' } },
              parts: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
            },
          },
        },
        size: {
          'x-id': 'fi_dddddddddk',
          type: 'object',
          properties: {
            width: { type: 'integer' },
            price: { 'x-field': 'money' },
            box: { type: 'object', properties: { color: { type: 'string' } } },
            sides: { type: 'array', items: { type: 'object', properties: { width: { type: 'integer' } } } },
          },
        },
        data: { 'x-id': 'fi_dddddddddl', 'x-field': 'json' },
      }),
    ],
    ['modules/campaign.json', document('mo_cccccccccc', { name: { 'x-id': 'fi_cccccccccc', type: 'string' } })],
    [
      'modules/plain.json',
      { type: 'object', properties: { 'first.name': { type: 'string' }, id: { type: 'integer' } } },
    ],
  ]),
).model

export const moduleNamed = (name: string): Module => {
  const module = testModel.modules.get(name)
  if (module === undefined) throw new Error(`the test model has no module ${name}`)
  return module
}
