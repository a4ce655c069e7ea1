import type { JsonObject } from '@telar/metadata'

export const named = (properties: JsonObject, words: JsonObject = {}): JsonObject => ({
  type: 'object',
  'x-module': { name: '{name}' },
  required: ['name'],
  properties: { name: { type: 'string', title: 'Name', maxLength: 40 }, ...properties },
  ...words,
})

const link = (target: string, inverse: string, onDelete: string): JsonObject => ({
  'x-field': 'link',
  'x-link': { module: target, inverse, onDelete },
})

export const accountProperties: JsonObject = {
  code: { type: 'string', 'x-unique': true },
  stage: { enum: ['new', 'old'], default: 'new' },
  size: { type: 'integer', minimum: 0 },
  worth: { 'x-field': 'money' },
  budget: { 'x-field': 'decimal', 'x-scale': 2 },
  reason: { type: 'string', 'x-required': { field: 'budget', op: 'greaterThan', value: '100' } },
  manager: { 'x-field': 'user' },
  place: { 'x-field': 'address' },
  number: { 'x-field': 'auto-number', 'x-pattern': 'A-{000}' },
  lines: {
    type: 'array',
    items: {
      type: 'object',
      properties: { item: { 'x-field': 'link', 'x-link': { module: 'item' } }, count: { type: 'integer' } },
    },
  },
}

/** Modules whose links ask for each of the three things when a record is deleted, and one field of most other sorts. */
export const crudDefinition = {
  'telar.json': {
    name: 'test',
    version: '1.0.0',
    title: 'Test',
    currency: 'EUR',
    currencies: { USD: '0.90' },
    timeZone: 'Europe/Madrid',
    languages: ['en'],
  },
  'modules/account.json': named(accountProperties, { 'x-unique': [['name', 'size']] }),
  'modules/item.json': named({}),
  'modules/kept.json': named({ account: link('account', 'kepts', 'restrict') }),
  'modules/gone.json': named({
    account: link('account', 'gones', 'cascade'),
    parent: link('gone', 'children', 'cascade'),
  }),
  'modules/freed.json': named({ account: link('account', 'freeds', 'clear') }),
  'modules/bound.json': named({ account: link('account', 'bounds', 'clear') }, { required: ['name', 'account'] }),
  'modules/plain.json': named({ 'a/b~c': { type: 'string' } }, { 'x-module': { name: '{name}', owned: false } }),
} satisfies Record<string, JsonObject>
