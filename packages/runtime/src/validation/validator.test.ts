import { messageOf, type Json, type JsonObject } from '@telar/metadata'
import { describe, expect, it } from 'vitest'
import { createValidator, documentValidator } from './validator.ts'

const issuesOf = (schema: JsonObject, value: Json) =>
  createValidator()
    .compile(
      'thing',
      schema,
    )(value)
    .map(({ code, pointer, params }) => [code, pointer, params])

const places = (schema: JsonObject, value: Json) =>
  createValidator()
    .compile(
      'thing',
      schema,
    )(value)
    .map(({ code, pointer }) => `${code} ${pointer}`)

describe('checking a value', () => {
  it('tells every problem at the place where it is put right', () => {
    const schema = {
      type: 'object',
      required: ['name', 'a/b'],
      properties: {
        name: { type: 'string' },
        size: { type: 'number', maximum: 5 },
        tags: { type: 'array', items: { minLength: 2 } },
      },
      additionalProperties: false,
      dependentRequired: { size: ['unit'] },
    }
    expect(places(schema, { size: 9, tags: ['ok', 'x'], odd: 1 }).toSorted()).toEqual([
      'additionalProperties /odd',
      'dependentRequired /unit',
      'maximum /size',
      'minLength /tags/1',
      'required /a~1b',
      'required /name',
    ])
  })

  it('passes on what a message needs', () => {
    expect(
      issuesOf({ properties: { n: { type: ['integer', 'null'] }, s: { enum: ['a', 'b'] } } }, { n: 'x', s: 'c' }),
    ).toEqual([
      ['type', '/n', { type: ['integer', 'null'] }],
      ['enum', '/s', { allowedValues: ['a', 'b'] }],
    ])
  })

  it('tells the condition that failed, not that there was a condition', () => {
    // oxlint-disable-next-line no-thenable -- the word is called so
    const schema = { if: { properties: { stage: { const: 'lost' } } }, then: { required: ['reason'] } }
    expect(places(schema, { stage: 'lost' })).toEqual(['required /reason'])
  })

  it('keeps two modules with the same $id apart', () => {
    const validator = createValidator()
    const first = validator.compile('a', {
      $id: 'https://example.org/s',
      $defs: { x: { type: 'string' } },
      properties: { p: { $ref: '#/$defs/x' } },
    })
    const second = validator.compile('a', {
      $id: 'https://example.org/s',
      $defs: { x: { type: 'number' } },
      properties: { p: { $ref: '#/$defs/x' } },
    })
    expect([first({ p: 'a' }), second({ p: 1 })]).toEqual([[], []])
    expect([first({ p: 1 }).length, second({ p: 'a' }).length]).toEqual([1, 1])
  })

  it('passes over words of our own and of others', () => {
    expect(
      issuesOf(
        {
          type: 'object',
          'x-module': { $id: 'boom', id: 'mo_1' },
          discriminator: true,
          nullable: 3,
          errorMessage: 'x',
        },
        {},
      ),
    ).toEqual([])
  })

  it('does not take what every object inherits for a member', () => {
    expect(places({ required: ['toString', 'constructor'] }, {})).toEqual([
      'required /toString',
      'required /constructor',
    ])
    expect(places({ properties: { constructor: { type: 'string' } } }, {})).toEqual([])
  })

  it('checks documents against schemas that it compiles once', () => {
    const schema = { type: 'object', required: ['title'] }
    expect(documentValidator(schema, {}).map(({ code, pointer }) => [code, pointer])).toEqual([['required', '/title']])
    expect(documentValidator(schema, { title: 'x' })).toEqual([])
  })
})

describe('alternatives', () => {
  it('name the problem of the one that was meant', () => {
    expect(
      places({ properties: { p: { anyOf: [{ type: 'string', maxLength: 3 }, { type: 'null' }] } } }, { p: 'four' }),
    ).toEqual(['maxLength /p'])
    const shapes = {
      oneOf: [
        { properties: { kind: { const: 'circle' }, radius: { type: 'number' } }, required: ['kind', 'radius'] },
        { properties: { kind: { const: 'square' }, side: { type: 'number' } }, required: ['kind', 'side'] },
      ],
    }
    expect(places({ properties: { shape: shapes } }, { shape: { kind: 'square', side: 'x' } })).toEqual([
      'type /shape/side',
    ])
  })

  it('reach through references', () => {
    const schema = {
      $defs: {
        choice: { anyOf: [{ $ref: '#/$defs/text' }, { type: 'null' }] },
        text: { type: 'string', minLength: 2 },
      },
      properties: { list: { items: { $ref: '#/$defs/choice' } } },
    }
    expect(places(schema, { list: ['ok', 'x', null] })).toEqual(['minLength /list/1'])
  })

  it('are told together when they differ in type or value only', () => {
    expect(issuesOf({ anyOf: [{ type: 'string' }, { type: ['number', 'null'] }] }, true)).toEqual([
      ['type', '', { type: ['string', 'number', 'null'] }],
    ])
    expect(issuesOf({ oneOf: [{ const: 'a' }, { const: 'b', title: 'B' }] }, 'c')).toEqual([
      ['enum', '', { allowedValues: ['a', 'b'] }],
    ])
  })

  it('are told once when none can be singled out, and when too many fit', () => {
    expect(places({ anyOf: [{ required: ['a'] }, { required: ['b'] }] }, {})).toEqual(['anyOf '])
    expect(issuesOf({ oneOf: [{ type: 'number' }, { type: 'integer' }] }, 1)).toEqual([
      ['oneOf', '', { passingSchemas: [0, 1] }],
    ])
  })

  it('do not hide the problems beside them', () => {
    const schema = {
      required: ['x'],
      properties: { y: { type: 'string' } },
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    }
    expect(places(schema, { y: 1 }).toSorted()).toEqual(['anyOf ', 'required /x', 'type /y'])
  })

  it('leave no trace of parts that merely do not count', () => {
    expect(places({ contains: { type: 'string' } }, [1, 2])).toEqual(['contains '])
    expect(places({ propertyNames: { pattern: '^[a-z]+$' } }, { ok: 1, Bad: 2 })).toEqual(['propertyNames /Bad'])
    expect(
      places(
        { anyOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }], unevaluatedProperties: false },
        { a: 1 },
      ),
    ).toEqual(['type /a'])
    expect(places({ properties: { a: {} }, unevaluatedProperties: false }, { a: 1, b: 2 })).toEqual([
      'unevaluatedProperties /b',
    ])
  })
})

describe('numbers', () => {
  it('are multiples as people count', () => {
    const cents = (value: number) => issuesOf({ multipleOf: 0.01 }, value).length
    expect([19.99, 0.07, 1.1, 4.35, 1e21, -0.29, 0].map(cents)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect([0.015, 19.999, 1e-7].map(cents)).toEqual([1, 1, 1])
    expect(issuesOf({ multipleOf: 3 }, 10)).toEqual([['multipleOf', '', { multipleOf: 3 }]])
  })
})

describe('formats', () => {
  it.each([
    ['email', 'ana@example.org', 'ana@'],
    ['idn-email', 'añá@ñandú.es', 'a b@x'],
    ['date', '2024-02-29', '2023-02-29'],
    ['date-time', '2024-02-29T10:00:00Z', '2024-02-29T10:00:00'],
    ['uri', 'https://example.org/a?b#c', 'not a uri'],
    ['iri', 'https://ñandú.es/camión', 'ñandú es'],
    ['iri-reference', '/camión', '\\camión'],
    ['idn-hostname', 'ñandú.es', 'ñan dú.es'],
    ['uuid', '0190a5a1-0000-7000-8000-000000000000', 'x'],
    ['regex', '^a+$', '('],
    ['json-pointer', '/a/b', 'a'],
  ])('check %s', (format, good, bad) => {
    expect(issuesOf({ format }, good)).toEqual([])
    expect(issuesOf({ format }, bad)).toEqual([['format', '', { format }]])
  })

  it('let what is no format of the standard pass', () => {
    expect(issuesOf({ format: 'colour' }, 'anything')).toEqual([])
  })
})

describe('hostile schemas and values', () => {
  it('are answered at once where backtracking would take years', () => {
    const evil = `${'a'.repeat(50_000)}!`
    const schema = {
      properties: { p: { pattern: '^(a+)+$' } },
      patternProperties: { '^(x+)+$': { type: 'number' } },
      additionalProperties: { type: 'string' },
    }
    expect(places(schema, { p: evil, [`${'x'.repeat(50_000)}!`]: 'text' })).toEqual(['pattern /p'])
    const formats = {
      properties: Object.fromEntries(
        ['email', 'uri', 'uri-template', 'hostname', 'ipv6', 'idn-email', 'duration'].map((format) => [
          format,
          { format },
        ]),
      ),
    }
    expect(
      places(formats, Object.fromEntries(Object.keys(formats.properties).map((name) => [name, evil.repeat(4)]))).length,
    ).toBe(7)
  })

  it('do not enforce a pattern that cannot be run', () => {
    expect(issuesOf({ pattern: '(?=a)b' }, 'whatever')).toEqual([])
  })

  it('stop at a choice that multiplies without end', () => {
    const child = { type: 'object', properties: { next: { $ref: '#/$defs/node' } }, required: ['next'] }
    const schema = { $defs: { node: { anyOf: [child, child, { const: 1 }] } }, $ref: '#/$defs/node' }
    const deep = Array.from({ length: 60 }).reduce<Json>((inner) => ({ next: inner }), 2)
    expect(places(schema, deep)).toEqual(['tooComplex '])
  })

  it('say so when a schema is nested beyond the stack', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_none, index) => [
        `d${index}`,
        { properties: { a: { $ref: `#/$defs/d${index + 1}` } } },
      ]),
    )
    expect(places({ $defs: { ...chain, d20000: {} }, $ref: '#/$defs/d0' }, {})).toEqual(['tooComplex '])
  })

  it('name one problem of a value with thousands of them', () => {
    const wrong = Array.from({ length: 200_000 }, (_none, index) => index)
    expect(places({ items: { type: 'string' } }, wrong)).toEqual(['type /0'])
    expect(places({ items: { type: 'string' } }, wrong.slice(0, 5000)).length).toBe(100)
  })

  it('find equal items of a long list without comparing all pairs', () => {
    const items = Array.from({ length: 20_000 }, (_none, index) => ({ a: index, b: { c: [index] } }))
    expect(issuesOf({ uniqueItems: true }, items)).toEqual([])
    expect(
      places({ uniqueItems: true }, [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]),
    ).toEqual(['uniqueItems '])
    expect(places({ uniqueItems: false }, [1, 1])).toEqual([])
  })
})

describe('the codes of problems', () => {
  it.each<readonly [JsonObject, Json]>([
    [{ type: 'string' }, 1],
    [{ enum: [1] }, 2],
    [{ const: 1 }, 2],
    [{ multipleOf: 2 }, 3],
    [{ maximum: 1, exclusiveMaximum: 1 }, 3],
    [{ minimum: 3, exclusiveMinimum: 3 }, 1],
    [{ maxLength: 1, pattern: '^b', format: 'email' }, 'aa'],
    [{ minLength: 2 }, ''],
    [{ maxItems: 1, uniqueItems: true, contains: { type: 'null' } }, [1, 1]],
    [{ prefixItems: [true], items: false }, [1, 2]],
    [{ prefixItems: [true], unevaluatedItems: false }, [1, 2]],
    [{ minItems: 1 }, []],
    [
      { maxProperties: 1, propertyNames: { maxLength: 0 }, additionalProperties: false },
      { a: 1, b: 2 },
    ],
    [{ minProperties: 2, required: ['b'], dependentRequired: { a: ['c'] }, unevaluatedProperties: false }, { a: 1 }],
    [{ not: {} }, 1],
    [{ properties: { a: false } }, { a: 1 }],
    [{ anyOf: [{ required: ['a'] }, { required: ['b'] }] }, {}],
    [{ oneOf: [{}, {}] }, 1],
  ])('of %j have texts in both languages', (schema, value) => {
    const issues = createValidator().compile('thing', schema)(value)
    expect(issues.length).toBeGreaterThan(0)
    for (const issue of issues) {
      const texts = [messageOf(issue, 'en'), messageOf(issue, 'es')]
      expect(texts.filter((text) => text === issue.code || /\{\w+\}/.test(text))).toEqual([])
      expect(new Set(texts).size).toBe(2)
    }
  })
})
