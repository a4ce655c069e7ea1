import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.ts'
import { propertySchemas } from './property-schemas.ts'
import { toCurrentDialect } from './to-current-dialect.ts'

const read = (document: JsonObject) => {
  const { $schema: _schema, ...schema } = toCurrentDialect(document).schema
  const { properties, required, extras, rest, issues } = propertySchemas(schema)
  return {
    properties: Object.fromEntries(properties),
    required: [...required],
    extras,
    rest,
    codes: issues.map(({ code }) => code),
  }
}

describe('the properties of a schema', () => {
  it('are those of the root, in its order, with what remains beside them', () => {
    const not = { required: ['b'] }
    expect(
      read({
        type: 'object',
        title: 'T',
        required: ['a'],
        properties: { b: { type: 'string' }, a: true },
        not,
      }),
    ).toEqual({
      properties: { b: { type: 'string' }, a: {} },
      required: ['a'],
      extras: 'kept',
      rest: { type: 'object', title: 'T', required: ['a'], not },
      codes: [],
    })
  })

  it('come from local bases too, which disappear when they say nothing else', () => {
    const document = {
      $defs: {
        base: {
          type: 'object',
          properties: { id: { type: 'string', title: 'Id' }, name: { type: 'string' } },
          required: ['id'],
        },
      },
      allOf: [{ $ref: '#/$defs/base' }, { minProperties: 1, properties: { extra: { type: 'number' } } }],
      properties: { name: { title: 'Name', maxLength: 5 } },
      required: ['name'],
    }
    expect(read(document)).toMatchObject({
      properties: {
        id: { type: 'string', title: 'Id' },
        name: { type: 'string', title: 'Name', maxLength: 5 },
        extra: { type: 'number' },
      },
      required: ['id', 'name'],
      rest: { allOf: [{ minProperties: 1, properties: { extra: { type: 'number' } } }] },
    })
  })

  it('are found behind a reference at the root', () => {
    const document = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $ref: '#/definitions/Person',
      definitions: {
        Person: { type: 'object', properties: { name: { type: 'string' } }, additionalProperties: false },
      },
    }
    expect(read(document)).toMatchObject({
      properties: { name: { type: 'string' } },
      extras: 'refused',
      rest: { allOf: [{ $ref: '#/$defs/Person' }] },
    })
  })

  it('that both say something of one member keep both', () => {
    const document = {
      allOf: [{ properties: { n: { type: 'number', minimum: 1 } } }],
      properties: { n: { minimum: 5 } },
    }
    expect(read(document)['properties']).toEqual({ n: { type: 'number', minimum: 1, allOf: [{ minimum: 5 }] } })
  })

  it('that another part never allows are told and left out', () => {
    const document = { properties: { a: {}, b: {} }, allOf: [{ properties: { a: {} }, additionalProperties: false }] }
    expect(read(document)).toMatchObject({ properties: { a: {} }, extras: 'refused', codes: ['SCHEMA_NEVER_ALLOWED'] })
    expect(
      Object.keys(
        read({ properties: { a: {} }, allOf: [{ properties: { b: {} } }], additionalProperties: false })['properties'],
      ),
    ).toEqual(['a'])
  })

  it('that must not be there are no fields, and stay refused', () => {
    expect(read({ properties: { a: false, b: {} } })).toMatchObject({
      properties: { b: {} },
      rest: { allOf: [{ properties: { a: false } }] },
    })
  })

  it('of one branch only take any value, for the branch itself decides', () => {
    const document = {
      properties: { kind: { enum: ['a', 'b'] } },
      oneOf: [{ properties: { kind: { const: 'a' }, size: { type: 'number', title: 'Size' } } }, { $ref: '#/$defs/b' }],
      $defs: { b: { properties: { colour: { type: 'string' } } } },
      required: ['unheardOf'],
    }
    expect(read(document)['properties']).toEqual({
      kind: { enum: ['a', 'b'] },
      unheardOf: {},
      size: { title: 'Size' },
      colour: {},
    })
    expect(Object.keys(read({ ...document, unevaluatedProperties: false })['properties'])).toEqual(['kind'])
  })

  it('of a module of our own are those it lists, and a required one must be among them', () => {
    const document = { 'x-module': {}, properties: { a: {} }, required: ['a', 'b'], anyOf: [{ properties: { c: {} } }] }
    expect(read(document)).toMatchObject({
      properties: { a: {} },
      extras: 'refused',
      codes: ['SCHEMA_REQUIRED_UNDECLARED'],
    })
  })
})

describe('what is no property', () => {
  it.each<readonly [JsonObject, 'refused' | 'kept']>([
    [{}, 'kept'],
    [{ additionalProperties: true }, 'kept'],
    [{ additionalProperties: { type: 'string' } }, 'kept'],
    [{ additionalProperties: false }, 'refused'],
    [{ additionalProperties: false, patternProperties: { '^x-': {} } }, 'kept'],
    [{ unevaluatedProperties: false }, 'refused'],
    [{ unevaluatedProperties: false, anyOf: [{ properties: { a: {} } }] }, 'kept'],
    [{ unevaluatedProperties: false, allOf: [{ patternProperties: { '^x-': {} } }] }, 'kept'],
  ])('of %j is %s', (document, extras) => {
    expect(read(document)['extras']).toBe(extras)
  })
})

describe('a schema whose root is no object', () => {
  it.each<readonly [JsonObject, readonly string[]]>([
    [{ type: 'array' }, ['SCHEMA_ROOT_NOT_OBJECT']],
    [{ $ref: '#/$defs/a', $defs: { a: { type: 'string' } } }, ['SCHEMA_ROOT_NOT_OBJECT']],
    [{ type: ['object', 'null'] }, []],
  ])('%j cannot be a module', (document, codes) => {
    expect(read(document)['codes']).toEqual(codes)
  })
})
