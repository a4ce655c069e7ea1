import { describe, expect, it } from 'vitest'
import { cutSchema, mentions } from './cut-schema.ts'

const hidden = new Set(['secret'])

describe('the schema without a hidden property', () => {
  it('neither has nor requires it', () => {
    const schema = {
      type: 'object',
      required: ['secret', 'open'],
      properties: { secret: { type: 'string' }, open: { type: 'string' } },
      additionalProperties: false,
    }
    expect(cutSchema(schema, hidden)).toEqual({
      type: 'object',
      required: ['open'],
      properties: { open: { type: 'string' } },
      additionalProperties: false,
    })
  })

  it.each([
    ['anyOf', [{ required: ['open'] }, { required: ['secret'] }]],
    ['oneOf', [{ properties: { secret: { const: 1 } } }]],
    ['not', { required: ['secret'] }],
    ['dependentRequired', { open: ['secret'] }],
    ['dependentSchemas', { secret: { required: ['open'] } }],
    ['propertyNames', { enum: ['secret', 'open'] }],
  ])('drops %s that names it, and keeps one that does not', (word, value) => {
    expect(cutSchema({ [word]: value }, hidden)).toEqual({})
    expect(cutSchema({ [word]: value }, new Set(['other']))).toEqual({ [word]: value })
  })

  it('keeps the parts of allOf that do not name it', () => {
    expect(cutSchema({ allOf: [{ required: ['secret'] }, { required: ['open'] }] }, hidden)).toEqual({
      allOf: [{ required: ['open'] }],
    })
  })

  it.each(['if', 'then', 'else'])('drops if, then and else together where %s names it', (word) => {
    const plain = { required: ['open'] }
    const schema = Object.fromEntries(
      ['if', 'then', 'else'].map((one) => [one, one === word ? { required: ['secret'] } : plain]),
    )
    expect(cutSchema(schema, hidden)).toEqual({})
    expect(cutSchema(schema, new Set())).toEqual(schema)
  })

  it('drops patterns that spell it out, and keeps the others', () => {
    const patternProperties = { '^secret': {}, '^x-': { maxLength: 3 }, '^y-': { required: ['secret'] } }
    expect(cutSchema({ patternProperties }, hidden)).toEqual({ patternProperties: { '^x-': { maxLength: 3 } } })
  })

  it('takes it out of orders of names', () => {
    expect(cutSchema({ 'ui:order': ['open', 'secret'] }, hidden)).toEqual({ 'ui:order': ['open'] })
  })

  it.each(['$defs', 'definitions'])('keeps of %s what is still referred to, however far around', (shelf) => {
    const used = { near: { $ref: `#/${shelf}/a~1%20b` }, 'a/ b': { $ref: '#named' }, called: { $anchor: 'named' } }
    const schema = {
      properties: { secret: { $ref: `#/${shelf}/shape` }, open: { items: { $ref: `#/${shelf}/near` } } },
      [shelf]: {
        ...used,
        shape: { title: 'Secret', $ref: `#/${shelf}/inner` },
        inner: {},
        self: { $ref: `#/${shelf}/self` },
      },
    }
    expect(cutSchema(schema, hidden)).toEqual({
      properties: { open: { items: { $ref: `#/${shelf}/near` } } },
      [shelf]: used,
    })
  })

  it('changes nothing where nothing is hidden', () => {
    const schema = { type: 'object', properties: { a: {} }, required: ['a'], anyOf: [{ required: ['a'] }] }
    expect(cutSchema(schema, new Set())).toEqual(schema)
  })
})

describe('a mention', () => {
  it.each([['secret'], ['secret.part'], [['secret']], [{ secret: 1 }], [{ a: [{ field: 'secret' }] }]])(
    'is found in %j',
    (value) => {
      expect(mentions(value, hidden)).toBe(true)
    },
  )

  it.each([[null], [1], ['secretary'], ['a.secret'], [{ a: 'b' }], [[]]])('is not found in %j', (value) => {
    expect(mentions(value, hidden)).toBe(false)
  })
})
