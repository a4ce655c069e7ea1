import type { JsonObject } from '../json.ts'

/** Documents by path. */
export type Documents = Readonly<Record<string, JsonObject>>

/** A module of ours, ids left to be made. */
export const module = (properties: JsonObject, words: JsonObject = {}): JsonObject => ({
  type: 'object',
  'x-module': { name: '{name}' },
  ...words,
  properties: { name: { type: 'string' }, ...properties },
})

export const sound: Documents = {
  'telar.json': {
    name: 'boats',
    title: 'Boats',
    version: '1.0.0',
    languages: ['en', 'es'],
    currency: 'EUR',
    currencies: { USD: '0.92' },
    timeZone: 'Europe/Madrid',
  },
  'modules/boat.json': module(
    {
      rig: { 'x-field': 'select', 'x-options': 'rig', default: 'sloop' },
      tons: { 'x-field': 'decimal', 'x-scale': 2 },
      notes: { 'x-field': 'multiline' },
      tags: { type: 'array', items: { enum: ['fast', 'old'] } },
      crew: {
        'x-field': 'links',
        'x-link': { module: 'sailor', inverse: 'boats' },
        'x-attributes': { properties: { since: { type: 'string', format: 'date' } } },
      },
      size: { type: 'object', properties: { length: { type: 'number' }, beam: { type: 'number' } } },
      parts: {
        type: 'array',
        items: { type: 'object', properties: { part: { type: 'string' }, price: { 'x-field': 'money' } } },
      },
    },
    { 'x-unique': [['name', 'rig']], 'x-indexes': [['rig', 'name']] },
  ),
  'modules/sailor.json': module({ home: { 'x-field': 'link', 'x-link': { module: 'boat', inverse: 'sailors' } } }),
  'options/rig.json': {
    title: 'Rig',
    options: [
      { value: 'sloop', label: 'Sloop', color: 'blue' },
      { value: 'ketch', label: 'Ketch' },
    ],
  },
}

export const boat = (properties: JsonObject, words: JsonObject = {}): Documents => ({
  'modules/boat.json': module({ rig: { 'x-field': 'select', 'x-options': 'rig' }, ...properties }, words),
})

export const view = (words: JsonObject): Documents => ({
  'views/boat/all.json': { module: 'boat', kind: 'list', title: 'All', columns: [{ field: 'name' }], ...words },
})

export const layout = (words: JsonObject): Documents => ({
  'layouts/boat.default.json': {
    module: 'boat',
    kind: 'record',
    ui: { type: 'VerticalLayout', elements: [] },
    ...words,
  },
})

export const role = (modules: JsonObject, words: JsonObject = {}): Documents => ({
  'roles/mate.json': { title: 'Mate', modules, ...words },
})

/** Old boats for mates, who may see and change boats. */
export const sharing = (words: JsonObject): Documents => ({
  ...role({ boat: { read: 'own', update: 'own' } }),
  'sharing/boat/ketches.json': {
    module: 'boat',
    title: 'Ketches',
    where: { field: 'rig', op: 'equals', value: 'ketch' },
    level: 'read',
    to: { role: 'mate' },
    ...words,
  },
})

/** What is wrong, the documents laid over the sound ones, and the one thing that is told: severity, code, place. */
export type Broken = readonly [string, Documents, string]
