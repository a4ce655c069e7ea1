import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.ts'
import { fieldTypes, recogniseFieldType } from './index.ts'

const plain: readonly (readonly [string, JsonObject])[] = [
  ['text', { type: 'string' }],
  ['text', { type: ['string', 'null'], maxLength: 5 }],
  ['text', { type: 'string', format: 'hostname' }],
  ['text', { type: 'string', const: 'v1' }],
  ['email', { type: 'string', format: 'email' }],
  ['email', { type: ['null', 'string'], format: 'idn-email' }],
  ['url', { type: 'string', format: 'uri' }],
  ['uuid', { type: 'string', format: 'uuid' }],
  ['date', { type: 'string', format: 'date' }],
  ['date-time', { type: 'string', format: 'date-time' }],
  ['integer', { type: 'integer', minimum: 0 }],
  ['number', { type: 'number', multipleOf: 0.01 }],
  ['boolean', { type: 'boolean' }],
  ['select', { type: 'string', enum: ['a', 'b'] }],
  ['select', { enum: ['a', 1, true, null] }],
  ['select', { oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }] }],
  ['select', { type: 'string', format: 'email', enum: ['a@example.com'] }],
  ['multi-select', { type: 'array', items: { enum: ['a', 'b'] }, uniqueItems: true }],
  ['multi-select', { type: 'array', items: { oneOf: [{ const: 'a' }] } }],
  ['composite', { type: 'object', properties: { a: { type: 'string' } } }],
  ['composite', { properties: { a: { type: 'string' } } }],
  ['composite-list', { type: 'array', items: { type: 'object', properties: { a: {} } } }],
  ['json', {}],
  ['json', { type: ['string', 'number'] }],
  ['json', { $ref: '#/$defs/node' }],
  ['json', { type: 'object', additionalProperties: { type: 'string' } }],
  ['json', { type: 'array', items: { type: 'string' } }],
  ['json', { type: 'array', items: { $ref: '#/$defs/node' } }],
  ['json', { enum: [{ a: 1 }, 'b'] }],
  ['json', { enum: [1, '1'] }],
  ['json', { oneOf: [{ const: 'a' }, { type: 'number' }] }],
  ['json', { enum: [] }],
  ['json', { type: 'null' }],
]

describe('a plain property schema', () => {
  it.each(plain)('is read as %s: %j', (kind, schema) => {
    expect(recogniseFieldType(schema).kind).toBe(kind)
  })
})

describe('the list of field types', () => {
  it('names every kind once', () => {
    expect([...fieldTypes.keys()]).toHaveLength(new Set(fieldTypes.keys()).size)
    for (const [kind, type] of fieldTypes) expect(type.kind).toBe(kind)
  })
})
